using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Training;

/// <summary>What a step did, for whoever watches.</summary>
/// <param name="Step">Steps taken.</param>
/// <param name="Kind">What the step trained on.</param>
/// <param name="Warmup">Whether it belonged to the warm-up.</param>
/// <param name="SftProbability">With which it was SFT.</param>
/// <param name="BudgetSpent">Share of the budget, in [0, 1].</param>
/// <param name="Metrics">All that <c>metrics.jsonl</c> has of it.</param>
/// <param name="TokensPerSecond">Trained and sampled tokens of this step.</param>
/// <param name="Elapsed">Since this process began the run or went on with it.</param>
/// <param name="Remaining">At the pace of this process; null at its first step.</param>
public sealed record TrainingProgress(
    int Step,
    StepKind Kind,
    bool Warmup,
    double SftProbability,
    double BudgetSpent,
    IReadOnlyDictionary<string, double> Metrics,
    double TokensPerSecond,
    TimeSpan Elapsed,
    TimeSpan? Remaining);
