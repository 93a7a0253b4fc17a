using System.Globalization;
using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Benchmarks.Gates;

/// <summary>
/// How often the gate catches a head that got worse, and how often it stops one that did not: comparisons drawn from the
/// recorded verdicts of a run, judged by the code that judges those of users.
/// </summary>
internal static class GateSimulation
{
    private const double Drop = 0.1, LeastCaught = 0.95, MostFalseAlarms = 0.05;

    /// <summary>Prints both rates; true where they are what the project promises.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="recorded">A result with several samples of every problem.</param>
    /// <param name="worsened">The same of a worsened agent; null to turn recorded verdicts.</param>
    /// <param name="comparisons">Comparisons of each kind, a seed each.</param>
    /// <exception cref="InputException">A file cannot be read, or has too few samples or too low an accuracy.</exception>
    public static bool Run(TextWriter output, string recorded, string? worsened, int comparisons)
    {
        var verdicts = new RecordedVerdicts(EvaluationResult.Read(recorded));
        RecordedVerdicts? worse = worsened is null ? null : new RecordedVerdicts(EvaluationResult.Read(worsened));
        int samples = verdicts.Result.Samples;
        if (samples < 2)
            throw new InputException($"{recorded}: has one sample a problem; two agents that are the same differ by their samples. Record with --samples 4 and a temperature above 0.");
        if (worse is null && verdicts.Accuracy <= Drop)
            throw new InputException($"{recorded}: its accuracy is {verdicts.Accuracy:P1}; it cannot fall by {Drop:P0}.");
        if (worse is not null)
            EvaluationComparison.Of(verdicts.Result, worse.Result);

        Print(output, $"{recorded}: {verdicts.Problems} problems, {samples} samples each, accuracy {100 * verdicts.Accuracy:0.0} %");
        output.WriteLine("Every comparison draws as many problems of each level, with replacement, and");
        output.WriteLine("for each of them different recorded samples for base and head.");
        if (worse is null)
            Print(output, $"Worsened: each right verdict of the head is turned with a chance of {Drop / verdicts.Accuracy:0.000}.");
        else
            Print(output, $"Worsened: the head's samples are those of {worsened}, accuracy {100 * worse.Accuracy:0.0} %.");
        bool kept = true;
        foreach (int each in new[] { 1, samples / 2 }.Distinct())
            kept &= Rates(output, verdicts, worse, each, comparisons);
        return kept;
    }

    private static bool Rates(TextWriter output, RecordedVerdicts verdicts, RecordedVerdicts? worse, int samples, int comparisons)
    {
        int caught = 0, alarms = 0;
        double drops = 0;
        for (int seed = 0; seed < comparisons; seed++)
        {
            var rng = new Rng(Seeds.Derive("gate simulation", samples, seed));
            IReadOnlyList<DrawnProblem> problems = verdicts.DrawProblems(rng);
            IReadOnlyList<EpisodeRecord[]> drawn = verdicts.DrawSamples(problems, rng);
            EpisodeRecord[][] others = [.. drawn.Select(episodes => episodes[samples..])];
            EvaluationResult baseline = verdicts.Evaluation("base", problems, drawn, samples);
            EvaluationResult same = verdicts.Evaluation("identical", problems, others, samples);
            EvaluationResult worsened = worse is null
                ? verdicts.Evaluation("worsened", problems, Turned(others, Drop / verdicts.Accuracy, rng), samples)
                : worse.Evaluation("worsened", problems, worse.DrawSamples(problems, rng), samples);
            (GateOutcome outcome, double difference) = Judge(baseline, worsened);
            drops -= difference;
            caught += outcome == GateOutcome.Regression ? 1 : 0;
            alarms += Judge(baseline, same).Outcome == GateOutcome.Regression ? 1 : 0;
        }
        output.WriteLine();
        Print(output, $"{samples} {(samples == 1 ? "sample a problem: McNemar's exact test" : "samples a problem: paired bootstrap")}, {comparisons} seeds");
        Print(output, $"  worsened by {100 * drops / comparisons:0.0} points on average: caught in {caught} of {comparisons} (at least {LeastCaught * comparisons:0} wanted)");
        Print(output, $"  identical: called a regression in {alarms} of {comparisons} (at most {MostFalseAlarms * comparisons:0} wanted)");
        return caught >= LeastCaught * comparisons && alarms <= MostFalseAlarms * comparisons;
    }

    private static (GateOutcome Outcome, double Difference) Judge(EvaluationResult baseline, EvaluationResult head)
    {
        GateRules rules = baseline.Gate ?? new GateRules();
        EvaluationComparison comparison = EvaluationComparison.Of(baseline, head, rules.Alpha);
        return (Gate.Judge(comparison, rules).Outcome, comparison.Overall.Mean ?? 0);
    }

    private static IEnumerable<EpisodeRecord[]> Turned(EpisodeRecord[][] drawn, double chance, Rng rng) =>
        drawn.Select(episodes => episodes.Select(episode => episode.Correct && rng.Chance(chance) ? episode with { Correct = false } : episode).ToArray());

    private static void Print(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
