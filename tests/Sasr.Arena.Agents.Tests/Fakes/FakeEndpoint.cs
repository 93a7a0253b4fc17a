using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sasr.Arena.Testing;

/// <summary>An OpenAI-compatible server in this process that replies as a test says.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<EndpointCall> _calls = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new();
    private int _open;
    private int _mostAtOnce;

    private FakeEndpoint(Func<EndpointCall, HttpContext, Task> reply)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(100));
        _server = builder.Build();
        _server.MapPost("/v1/chat/completions", context => ServeAsync(context, reply));
    }

    /// <summary>Root of its API.</summary>
    public Uri BaseUrl => new($"{_server.Urls.First()}/v1");

    /// <summary>The requests in the order of their arrival.</summary>
    public IReadOnlyList<EndpointCall> Calls => [.. _calls];

    /// <summary>Most requests that were open together.</summary>
    public int MostAtOnce => _mostAtOnce;

    public static async Task<FakeEndpoint> StartAsync(Func<EndpointCall, HttpContext, Task> reply)
    {
        var endpoint = new FakeEndpoint(reply);
        await endpoint._server.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task ServeAsync(HttpContext context, Func<EndpointCall, HttpContext, Task> reply)
    {
        int open = Interlocked.Increment(ref _open);
        for (int most = _mostAtOnce; open > most; most = _mostAtOnce)
            Interlocked.CompareExchange(ref _mostAtOnce, open, most);
        try
        {
            JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
            string question = body["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>();
            int attempt = _attempts.AddOrUpdate(question, 1, (_, before) => before + 1);
            var call = new EndpointCall(body, question, attempt, context.Request.Headers.Authorization.ToString());
            _calls.Enqueue(call);
            await reply(call, context);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}

/// <summary>A request that the server got.</summary>
/// <param name="Body">What it said.</param>
/// <param name="Question">The last message.</param>
/// <param name="Attempt">The how-manieth with this question, from 1.</param>
/// <param name="Authorization">The header of that name.</param>
internal sealed record EndpointCall(JsonNode Body, string Question, int Attempt, string Authorization)
{
    /// <summary>What '2 * 21' is, in the form '#### 42'.</summary>
    public string Answer => $"#### {2 * Number}";

    /// <summary>The number of '2 * 21'.</summary>
    public int Number => int.Parse(Question[(Question.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Replies of a server, good and bad.</summary>
internal static class Reply
{
    /// <summary>A completion, streamed where it was asked for.</summary>
    public static Task With(EndpointCall call, HttpContext context, string? text, string reason = "stop") =>
        call.Body["stream"]?.GetValue<bool>() == true ? StreamAsync(context, text ?? "", reason) : Json(context, $$"""
            { "id": "x", "choices": [{ "index": 0, "message": { "role": "assistant", "content": {{JsonSerializer.Serialize(text)}} }, "finish_reason": "{{reason}}" }] }
            """);

    public static Task Json(HttpContext context, string body, int status = 200, string type = "application/json")
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    }

    public static Task Error(HttpContext context, int status, string message = "no", string? code = null, string? parameter = null) =>
        Json(context, JsonSerializer.Serialize(new { error = new { message, code, param = parameter } }), status);

    public static Task Busy(HttpContext context, string header, string value)
    {
        context.Response.Headers[header] = value;
        return Error(context, 429, "slow down");
    }

    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Half of a stream, that ends as if it were whole.</summary>
    public static Task Half(HttpContext context) =>
        Json(context, "data: {\"choices\":[{\"delta\":{\"content\":\"#### \"}}]}\n\n", type: "text/event-stream");

    private static async Task StreamAsync(HttpContext context, string text, string reason)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (char c in text)
        {
            await context.Response.WriteAsync($"data: {{\"choices\":[{{\"delta\":{{\"content\":{JsonSerializer.Serialize(c.ToString())}}}}}]}}\n\n");
            await context.Response.Body.FlushAsync();
        }
        await context.Response.WriteAsync($"data: {{\"choices\":[{{\"delta\":{{}},\"finish_reason\":\"{reason}\"}}]}}\n\n");
        await context.Response.WriteAsync("data: {\"choices\":[],\"usage\":{\"total_tokens\":3}}\n\ndata: [DONE]\n\n");
    }
}
