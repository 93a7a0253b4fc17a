using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>
/// The problems of a study, model beside model. One that could not be scored for some model is left out for all: what is
/// compared is then always the same problems.
/// </summary>
internal sealed class PairedProblems
{
    private readonly TransferEvaluations _evaluations;
    private readonly Dictionary<EvaluationResult, Dictionary<TaskLevel, Dictionary<int, EpisodeRecord>>> _episodes;
    private readonly Dictionary<TaskLevel, int[]> _scored;

    public PairedProblems(TransferEvaluations evaluations)
    {
        _evaluations = evaluations;
        EvaluationResult[] all = [.. evaluations.Starts.Values.Concat(evaluations.Ends.Values).Distinct<EvaluationResult>(ReferenceEqualityComparer.Instance)];
        _episodes = all.ToDictionary(result => result, ByProblem, (IEqualityComparer<EvaluationResult>)ReferenceEqualityComparer.Instance);
        _scored = _episodes[all[0]].Keys.ToDictionary(stratum => stratum, stratum => _episodes[all[0]][stratum].Keys
            .Where(problem => all.All(result => _episodes[result][stratum][problem].IsScored))
            .Order().ToArray());
        if (_scored.FirstOrDefault(pair => pair.Value.Length == 0) is { Value: not null } none)
            throw new InfrastructureException($"{none.Key.Environment} level {none.Key.Level}: no problem was scored for all models; there is nothing to compare.");
    }

    /// <summary>Problems that some model's failure took out of the comparison.</summary>
    public int LeftOut => _episodes.Values.First().Sum(stratum => stratum.Value.Count - _scored[stratum.Key].Length);

    /// <summary>What the problems of a stratum ask.</summary>
    public IReadOnlyList<string> Questions(TaskLevel stratum) => Of(_episodes.Values.First(), stratum, episode => episode.Question);

    /// <summary>The right answers to the problems of a stratum; null in games.</summary>
    public IReadOnlyList<string?> Answers(TaskLevel stratum) => Of(_episodes.Values.First(), stratum, episode => episode.Answer);

    /// <summary>Which problems a seed's starting point solves: 1 or 0.</summary>
    public double[] Before(ulong seed, TaskLevel stratum) => Right(_evaluations.Starts[seed], stratum);

    /// <summary>Which problems a trained model solves: 1 or 0.</summary>
    public double[] After(TransferTraining training, TaskLevel stratum) => Right(_evaluations.Ends[training], stratum);

    private double[] Right(EvaluationResult result, TaskLevel stratum) => Of(_episodes[result], stratum, episode => episode.Correct ? 1.0 : 0.0);

    private T[] Of<T>(Dictionary<TaskLevel, Dictionary<int, EpisodeRecord>> episodes, TaskLevel stratum, Func<EpisodeRecord, T> value) =>
        [.. _scored[stratum].Select(problem => value(episodes[stratum][problem]))];

    private static Dictionary<TaskLevel, Dictionary<int, EpisodeRecord>> ByProblem(EvaluationResult result) => result.Episodes
        .GroupBy(episode => new TaskLevel(episode.Environment, episode.Level))
        .ToDictionary(stratum => stratum.Key, stratum => stratum.ToDictionary(episode => episode.Index));
}
