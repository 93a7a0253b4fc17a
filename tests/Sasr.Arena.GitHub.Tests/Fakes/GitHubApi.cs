using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sasr.Arena.GitHub.Tests.Fakes;

/// <summary>GitHub's API for the comments of a pull request, on this machine.</summary>
internal sealed class GitHubApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public GitHubApi()
    {
        for (int port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            try
            {
                Url = $"http://127.0.0.1:{port}";
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"{Url}/");
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
            }
        }
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The comments; a test adds those that are there before.</summary>
    public List<JsonObject> Comments { get; } = [];

    /// <summary>Method, path and token of every call.</summary>
    public List<(string Method, string Path, string? Token)> Calls { get; } = [];

    /// <summary>Whether the token may not comment.</summary>
    public bool Refuses { get; set; }

    public static JsonObject Comment(int id, string type, string body) =>
        new() { ["id"] = id, ["user"] = new JsonObject { ["type"] = type }, ["body"] = body };

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            string path = context.Request.Url!.AbsolutePath;
            Calls.Add((context.Request.HttpMethod, path, context.Request.Headers["authorization"]));
            JsonNode? body = context.Request.HasEntityBody ? await JsonNode.ParseAsync(context.Request.InputStream) : null;
            JsonNode answer = Refuses ? new JsonObject { ["message"] = "Resource not accessible by integration" } : Answer(context.Request, path, body);
            context.Response.StatusCode = Refuses ? 403 : 200;
            await JsonSerializer.SerializeAsync(context.Response.OutputStream, answer);
            context.Response.Close();
        }
    }

    private JsonNode Answer(HttpListenerRequest request, string path, JsonNode? body)
    {
        const string Issue = "/repos/somebody/arena/issues/7/comments", One = "/repos/somebody/arena/issues/comments/";
        switch (request.HttpMethod)
        {
            case "GET" when path == Issue:
                int page = int.Parse(request.QueryString["page"]!, System.Globalization.CultureInfo.InvariantCulture);
                int size = int.Parse(request.QueryString["per_page"]!, System.Globalization.CultureInfo.InvariantCulture);
                return new JsonArray([.. Comments.Skip((page - 1) * size).Take(size).Select(comment => comment.DeepClone())]);
            case "POST" when path == Issue:
                Comments.Add(Comment(1000 + Comments.Count, "Bot", (string)body!["body"]!));
                return Comments[^1].DeepClone();
            case "PATCH" when path.StartsWith(One, StringComparison.Ordinal):
                JsonObject found = Comments.Single(comment => path == $"{One}{comment["id"]}");
                found["body"] = (string)body!["body"]!;
                return found.DeepClone();
            default:
                throw new InvalidOperationException($"{request.HttpMethod} {path} is nothing that the action should ask.");
        }
    }
}
