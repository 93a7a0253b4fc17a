using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Benchmarks.Gates;

/// <summary>Episodes of a recorded evaluation, from which other evaluations of the same size are drawn.</summary>
internal sealed class RecordedVerdicts(EvaluationResult result)
{
    private readonly Dictionary<(string Environment, int Level, int Index), EpisodeRecord[]> _episodes = result.Episodes
        .GroupBy(episode => (episode.Environment, episode.Level, episode.Index))
        .ToDictionary(problem => problem.Key, problem => problem.ToArray());

    public EvaluationResult Result => result;

    public int Problems => _episodes.Count;

    public double Accuracy => result.Total.Accuracy ?? 0;

    /// <summary>The problems of an evaluation: as many of every level as were recorded, with replacement.</summary>
    public IReadOnlyList<DrawnProblem> DrawProblems(Rng rng) =>
    [
        .. _episodes.Keys.GroupBy(problem => (problem.Environment, problem.Level)).SelectMany(level =>
        {
            int[] indices = [.. level.Select(problem => problem.Index)];
            return indices.Select((_, i) => new DrawnProblem(level.Key.Environment, level.Key.Level, rng.Pick(indices), i));
        }),
    ];

    /// <summary>Different samples of every problem in a random order, for the evaluations that share them out.</summary>
    public IReadOnlyList<EpisodeRecord[]> DrawSamples(IReadOnlyList<DrawnProblem> problems, Rng rng) =>
        [.. problems.Select(problem => rng.Shuffle(_episodes[(problem.Environment, problem.Level, problem.Recorded)]))];

    /// <summary>An evaluation of the drawn problems.</summary>
    public EvaluationResult Evaluation(
        string agent, IReadOnlyList<DrawnProblem> problems, IEnumerable<IReadOnlyList<EpisodeRecord>> samples, int count)
    {
        EvaluationPlan plan = result.Plan() with { Samples = count };
        IEnumerable<EpisodeRecord> episodes = problems.Zip(samples).SelectMany(pair => pair.Second.Take(count)
            .Select((episode, i) => episode with { Index = pair.First.Index, Sample = i, Turns = Question(pair.First) }));
        return EvaluationResult.Of(plan, agent, [.. episodes]);
    }

    // A problem that is drawn twice stands for another one like it; a comparison would leave out a question that comes again.
    private static TurnRecord[] Question(DrawnProblem problem) => [new TurnRecord($"problem {problem.Index}", "")];
}

/// <summary>A problem of a drawn evaluation.</summary>
/// <param name="Environment">Id of the task.</param>
/// <param name="Level">Difficulty.</param>
/// <param name="Recorded">Its index where it was recorded.</param>
/// <param name="Index">Its index in the drawn evaluation.</param>
internal sealed record DrawnProblem(string Environment, int Level, int Recorded, int Index);
