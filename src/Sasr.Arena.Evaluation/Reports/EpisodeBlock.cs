using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Episodes to browse.</summary>
/// <param name="Shown">Those to browse.</param>
/// <param name="Count">How many there were.</param>
internal sealed record EpisodeBlock(IReadOnlyList<EpisodeRecord> Shown, int Count) : PageBlock
{
    private static readonly string[] Verdicts = ["right", "wrong", "unscored"];

    /// <summary>A result's episodes; nothing where it has none.</summary>
    public static IEnumerable<EpisodeBlock> Of(EvaluationResult result) => result.Episodes.Count == 0 ? [] :
    [
        new EpisodeBlock(
            BrowserSelection.Of(result.Episodes, PageJson.Text, episode => (episode.Environment, episode.Level, episode.Correct, episode.IsScored)),
            result.Episodes.Count),
    ];

    internal override void Write(Markup html) => Browser.Write(
        html, "episodes", "Episodes", Shown.Select(PageJson.Text),
        [.. Browser.TaskAndLevel(Shown.Select(episode => (episode.Environment, episode.Level))), ("verdict", Verdicts)],
        Browser.Note(Shown.Count, Count, "episodes, of every task, level and verdict", "the evaluation's JSON file"));
}
