using System.Diagnostics;
using System.Text.RegularExpressions;
using Sasr.Arena.Testing;
using YamlDotNet.RepresentationModel;

namespace Sasr.Arena.GitHub.Tests.Fakes;

/// <summary>
/// Runs the <c>run:</c> steps of <c>arena-eval</c> as a runner of GitHub's does: by <c>action.yml</c>'s own conditions and environment,
/// with the variables and files that GitHub documents. Steps that use other actions are left out.
/// </summary>
internal sealed partial class CompositeAction
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, ".github", "actions", "arena-eval");

    /// <summary>Runs the action.</summary>
    /// <param name="workspace">What is checked out.</param>
    /// <param name="inputs">What the workflow gives it; the others have their defaults.</param>
    /// <param name="pullRequest">The event's JSON, where it is a pull request.</param>
    /// <param name="api">Where GitHub's API is.</param>
    public static async Task<ActionRun> RunAsync(Workspace workspace, Dictionary<string, string> inputs, string? pullRequest = null, string api = "http://127.0.0.1:9")
    {
        using StreamReader file = File.OpenText(Path.Combine(Folder, "action.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var values = new Dictionary<string, string>();
        foreach ((YamlNode name, YamlNode input) in Map(root, "inputs"))
            values[$"inputs.{name}"] = inputs.GetValueOrDefault(name.ToString(), Text(input, "default") ?? "");
        values["inputs.arena"] = workspace.Arena;
        values["github.token"] = "the-token";
        values["github.event_name"] = pullRequest is null ? "push" : "pull_request";
        values["runner.temp"] = workspace.Temp;
        foreach (string key in values.Keys.ToArray())
            values[key] = Expand(values[key], values);

        string eventFile = Path.Combine(workspace.Root, "..", "event.json");
        await File.WriteAllTextAsync(eventFile, pullRequest ?? "{}");
        Directory.CreateDirectory(workspace.Temp);
        var run = new ActionRun();
        foreach (YamlMappingNode step in ((YamlSequenceNode)Map(root, "runs")["steps"]).Cast<YamlMappingNode>())
        {
            if (Text(step, "run") is not { } command || !IsDue(Text(step, "if"), run.ExitCode == 0, values))
                continue;
            string outputs = Path.Combine(workspace.Temp, "outputs"), summary = Path.Combine(workspace.Temp, "summary"), script = Path.Combine(workspace.Temp, "script.sh");
            await File.WriteAllTextAsync(outputs, "");
            await File.WriteAllTextAsync(summary, "");
            await File.WriteAllTextAsync(script, command);
            var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script])
            {
                WorkingDirectory = workspace.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach ((string name, string value) in new[]
            {
                ("CI", "true"), ("GITHUB_ACTIONS", "true"), ("GITHUB_ACTION_PATH", Folder), ("GITHUB_WORKSPACE", workspace.Root),
                ("GITHUB_OUTPUT", outputs), ("GITHUB_STEP_SUMMARY", summary), ("GITHUB_EVENT_PATH", eventFile),
                ("GITHUB_EVENT_NAME", values["github.event_name"]), ("GITHUB_REPOSITORY", "somebody/arena"), ("GITHUB_API_URL", api),
                ("GITHUB_SERVER_URL", "https://github.example"), ("GITHUB_RUN_ID", "42"), ("RUNNER_TEMP", workspace.Temp),
            })
                start.Environment[name] = value;
            if (step.Children.ContainsKey("env"))
            {
                foreach ((YamlNode name, YamlNode value) in Map(step, "env"))
                    start.Environment[name.ToString()] = Expand(value.ToString(), values);
            }
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            run.Log += await process.StandardOutput.ReadToEndAsync() + await error;
            await process.WaitForExitAsync();
            if (run.ExitCode == 0)
                run.ExitCode = process.ExitCode;
            run.Summary += await File.ReadAllTextAsync(summary);
            foreach (string line in (await File.ReadAllTextAsync(outputs)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                values[$"steps.{Text(step, "id")}.outputs.{line[..line.IndexOf('=', StringComparison.Ordinal)]}"] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }
        foreach ((YamlNode name, YamlNode output) in Map(root, "outputs"))
            run.Outputs[name.ToString()] = Expand(Text(output, "value")!, values);
        return run;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static string? Text(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out YamlNode? value) ? value.ToString() : null;

    // A context that was never set is empty, as on GitHub.
    private static string Expand(string text, Dictionary<string, string> values) =>
        Expression().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, ""));

    private static bool IsDue(string? condition, bool well, Dictionary<string, string> values) => (condition ?? "success()").Split(" && ").All(part =>
        Equality().Match(part) is { Success: true } equality
            ? values.GetValueOrDefault(equality.Groups[1].Value, "") == equality.Groups[2].Value
            : part switch { "always()" => true, "success()" => well, _ => throw new NotSupportedException($"The condition '{part}' is new here.") });

    [GeneratedRegex(@"\$\{\{ *([a-z._-]+) *\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^([a-z._-]+) == '([^']*)'$")]
    private static partial Regex Equality();
}

/// <summary>How the action went.</summary>
internal sealed class ActionRun
{
    /// <summary>Of the first step that failed; 0 where none did.</summary>
    public int ExitCode { get; set; }

    /// <summary>What the steps printed, workflow commands included.</summary>
    public string Log { get; set; } = "";

    /// <summary>What they added to the step's summary.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The action's outputs.</summary>
    public Dictionary<string, string> Outputs { get; } = [];

    /// <summary>The workflow commands.</summary>
    public IEnumerable<string> Annotations => Log.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal));
}
