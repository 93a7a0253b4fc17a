using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Which episodes a page shows where all are too many: the first of every task, level and verdict, then the second of each, as far as there is room.</summary>
internal static class EpisodeSelection
{
    /// <summary>The episodes whose JSON has together at most so many characters, in their own order.</summary>
    public static IReadOnlyList<EpisodeRecord> Of(IReadOnlyList<EpisodeRecord> episodes, int mostCharacters)
    {
        var ranks = new Dictionary<(string, int, bool, bool), int>();
        (int Place, int Rank)[] ranked = [.. episodes.Select((episode, place) => (place, Rank(ranks, episode)))];
        int room = mostCharacters;
        var chosen = new SortedSet<int>();
        foreach ((int place, _) in ranked.OrderBy(pair => pair.Rank))
        {
            int size = PageJson.Text(episodes[place]).Length;
            if (size > room)
                continue;
            room -= size;
            chosen.Add(place);
        }
        return [.. chosen.Select(place => episodes[place])];
    }

    private static int Rank(Dictionary<(string, int, bool, bool), int> ranks, EpisodeRecord episode)
    {
        (string, int, bool, bool) group = (episode.Environment, episode.Level, episode.Correct, episode.IsScored);
        return ranks[group] = ranks.GetValueOrDefault(group) + 1;
    }
}
