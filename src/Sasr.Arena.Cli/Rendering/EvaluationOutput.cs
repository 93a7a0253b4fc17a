using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>Shows evaluations as a table and writes the last as JSON; or prints the JSON alone.</summary>
internal static class EvaluationOutput
{
    private const string StandardOutput = "-";

    /// <summary>Finds out whether the result can be written, before there is one.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void RequireWritable(params string?[] files)
    {
        foreach (string file in files.OfType<string>().Where(file => file != StandardOutput))
            WholeFile.RequireWritable(file);
    }

    /// <exception cref="InputException">The file cannot be written.</exception>
    public static async Task WriteAsync(Terminal terminal, IReadOnlyList<(string Label, EvaluationResult Result)> evaluations, string? json)
    {
        EvaluationResult result = evaluations[^1].Result;
        if (json == StandardOutput)
        {
            await terminal.Out.WriteAsync(result.ToJson());
            return;
        }
        terminal.Console.Write(EvaluationTable.Of(evaluations));
        if (json is not null)
        {
            result.Save(json);
            await terminal.Out.WriteLineAsync($"Written to {json}.");
        }
    }
}
