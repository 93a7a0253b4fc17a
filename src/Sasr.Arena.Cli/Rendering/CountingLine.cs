using Sasr.Arena.Evaluation;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>How far an evaluation is, in one line that is written over; nothing where it is no terminal.</summary>
internal static class CountingLine
{
    public static Action<EvaluationProgress>? For(Terminal terminal, string what) => !terminal.IsTerminal ? null : progress =>
    {
        bool done = progress.Done == progress.Total;
        string line = $"\r{what}: {progress.Done} of {progress.Total}";
        terminal.Error.Write(done ? $"\r{new string(' ', line.Length)}\r" : line);
    };
}
