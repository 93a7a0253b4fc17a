using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>The episodes of two results on one problem, paired by sample.</summary>
internal sealed class EpisodePairs
{
    private readonly (EpisodeRecord Base, EpisodeRecord Head)[] _scored;
    private readonly EpisodeRecord _first;

    private EpisodePairs(EpisodeRecord first, (EpisodeRecord Base, EpisodeRecord Head)[] pairs)
    {
        _first = first;
        _scored = [.. pairs.Where(pair => pair.Base.IsScored && pair.Head.IsScored)];
        Problem = new PairedProblem(
            first.Environment, first.Level, first.Index, _scored.Length,
            _scored.Count(pair => pair.Base.Correct), _scored.Count(pair => pair.Head.Correct), pairs.Length - _scored.Length);
    }

    public PairedProblem Problem { get; }

    /// <summary>Pairs two results, a problem each, in the order of the base.</summary>
    /// <exception cref="InputException">An episode of one is not in the other, or their questions differ.</exception>
    public static IReadOnlyList<EpisodePairs> Of(EvaluationResult baseline, EvaluationResult head)
    {
        Dictionary<Key, EpisodeRecord> before = ByKey(baseline, "base"), after = ByKey(head, "head");
        var pairs = new List<(EpisodeRecord Base, EpisodeRecord Head)>(baseline.Episodes.Count);
        foreach (EpisodeRecord episode in baseline.Episodes)
        {
            EpisodeRecord other = after.GetValueOrDefault(Key.Of(episode)) ?? throw Absent(Key.Of(episode), "head");
            Comparability.CheckQuestion(episode, other);
            pairs.Add((episode, other));
        }
        if (head.Episodes.FirstOrDefault(episode => !before.ContainsKey(Key.Of(episode))) is { } added)
            throw Absent(Key.Of(added), "base");
        return
        [
            .. pairs.GroupBy(pair => (pair.Base.Environment, pair.Base.Level, pair.Base.Index))
                .Select(problem => new EpisodePairs(problem.First().Base, [.. problem])),
        ];
    }

    /// <summary>
    /// Leaves out what a level asks again: the tests take problems for independent, and an agent does the same on both. Games,
    /// which have no answer, can begin alike and go on differently.
    /// </summary>
    public static IReadOnlyList<EpisodePairs> Distinct(IReadOnlyList<EpisodePairs> pairs)
    {
        var asked = new HashSet<(string, int, string)>();
        return [.. pairs.Where(pair => pair._first.Answer is null || pair.Problem.Pairs == 0 || asked.Add((pair._first.Environment, pair._first.Level, pair._first.Question)))];
    }

    /// <summary>The problem with a pair that is judged differently, in the direction in which it flipped; null where it did not.</summary>
    public FlippedProblem? Flip()
    {
        if (Problem.HeadCorrect == Problem.BaseCorrect)
            return null;
        (EpisodeRecord before, EpisodeRecord after) =
            _scored.First(pair => pair.Base.Correct != pair.Head.Correct && pair.Head.Correct == (Problem.HeadCorrect > Problem.BaseCorrect));
        return new FlippedProblem(Problem, before, after);
    }

    private static Dictionary<Key, EpisodeRecord> ByKey(EvaluationResult result, string side)
    {
        var episodes = new Dictionary<Key, EpisodeRecord>(result.Episodes.Count);
        foreach (EpisodeRecord episode in result.Episodes)
        {
            if (!episodes.TryAdd(Key.Of(episode), episode))
                throw new InputException($"The {side} holds {Key.Of(episode)} twice: it was not written by 'arena eval' as it is. Evaluate it again.");
        }
        return episodes;
    }

    private static InputException Absent(Key key, string side) =>
        new($"These results cannot be compared: {key} is not in the {side}. It is incomplete; evaluate it again.");

    private readonly record struct Key(string Environment, int Level, int Index, int Sample)
    {
        public static Key Of(EpisodeRecord episode) => new(episode.Environment, episode.Level, episode.Index, episode.Sample);

        public override string ToString() => $"{Environment} level {Level} problem {Index} sample {Sample}";
    }
}
