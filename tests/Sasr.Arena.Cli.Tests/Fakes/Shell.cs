namespace Sasr.Arena.Cli.Tests.Fakes;

/// <summary>Runs the command line in this process.</summary>
internal static class Shell
{
    public static async Task<Outcome> RunAsync(string input, string[] args, CancellationToken ct = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = await CommandLine.RunAsync(args, new Terminal(new StringReader(input), output, error), ct);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }

    public static Task<Outcome> RunAsync(params string[] args) => RunAsync("", args);
}

/// <summary>What a command did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Its results.</param>
/// <param name="Error">Its errors.</param>
internal sealed record Outcome(int ExitCode, string Out, string Error);
