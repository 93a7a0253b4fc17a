using System.Diagnostics;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>What a fresh C# program of ten lines costs from its source to its verdict, and how much of that the gates take.</summary>
internal static class ProgramRates
{
    private const int Programs = 100;
    private const int WarmUps = 50;

    private static int _number;

    public static async Task RunAsync(TextWriter output)
    {
        foreach (var (name, launcher) in new[] { ("sandboxed", Sandbox.OfThisMachine.Launcher), ("plain", new PlainLauncher()) })
        {
            await using var gated = Runner(launcher, skipGates: false);
            await using var open = Runner(launcher, skipGates: true);
            var (with, without) = (new List<double>(), new List<double>());
            for (var i = 0; i < WarmUps + Programs; i++)
            {
                with.Add(await TimeAsync(gated));
                without.Add(await TimeAsync(open));
            }
            double all = ScriptRates.Median(with.Skip(WarmUps)), rest = ScriptRates.Median(without.Skip(WarmUps));
            await output.WriteLineAsync(FormattableString.Invariant(
                $"C# program, {name}: compiled, run and judged in {all:F1} ms, {rest:F1} ms without the gates"));
        }
    }

    private static async Task<double> TimeAsync(EngineRunner runner)
    {
        var number = ++_number;
        var (program, tests) = (SampleProgram.Create(number), SampleProgram.Tests(number));
        var start = Stopwatch.GetTimestamp();
        var verdict = await runner.JudgeAsync(program, tests);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return verdict.IsPassed ? milliseconds : throw new InvalidOperationException($"{verdict.Outcome}: {verdict.Message}");
    }

    private static EngineRunner Runner(ILauncher launcher, bool skipGates) => new(
        ProgramLanguage.CSharp, new CodeRunnerOptions { Workers = 1, AllowUnsandboxed = true, SkipGates = skipGates }, launcher);
}
