using System.Globalization;
using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Rewards;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>A problem or an episode as text: a heading, and parts with their names before them.</summary>
internal static class EpisodeView
{
    public static void Heading(IAnsiConsole console, string environment, int level, string note) =>
        console.MarkupLineInterpolated($"[bold]{environment}[/] level {level} [dim]({note})[/]");

    /// <summary>A named text; one of several lines goes below its name, indented, and is not wrapped.</summary>
    public static void Part(IAnsiConsole console, string name, string text)
    {
        console.MarkupInterpolated($"  [dim]{name}:[/]");
        string[] lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        console.Profile.Out.Writer.WriteLine(lines.Length == 1 ? $" {lines[0]}" : $"\n    {string.Join("\n    ", lines)}");
    }

    public static void Write(IAnsiConsole console, Episode episode)
    {
        Heading(console, episode.Request.Environment, episode.Request.Level, $"{episode.Request.Split.ToString().ToLowerInvariant()} split");
        foreach (Exchange turn in episode.Turns)
        {
            Part(console, "asked", turn.Observation.Text);
            Part(console, "answered", turn.Action.Text);
        }
        Verdict(console, episode);
    }

    /// <summary>An episode as an evaluation kept it.</summary>
    public static void Write(IAnsiConsole console, EpisodeRecord episode, string note)
    {
        Heading(console, episode.Environment, episode.Level, note);
        foreach (TurnRecord turn in episode.Turns)
        {
            Part(console, "asked", turn.Observation);
            Part(console, "answered", turn.Action);
        }
        Reward reward = episode.Unscored is { } reason
            ? Reward.Failed(reason)
            : Reward.Of(episode.Reward ?? 0) with { Components = episode.Components ?? Reward.Zero.Components };
        Verdict(console, episode.Outcome, reward);
    }

    public static void Verdict(IAnsiConsole console, Episode episode) => Verdict(console, episode.Outcome, episode.Reward);

    private static void Verdict(IAnsiConsole console, string outcome, Reward reward)
    {
        string color = reward switch
        {
            { IsScored: false } => "yellow",
            { IsCorrect: true } => "green",
            _ => "red",
        };
        console.MarkupLineInterpolated($"  [{color}]{outcome}[/] [dim]reward {Describe(reward)}[/]");
    }

    public static string Describe(Reward reward)
    {
        if (!reward.IsScored)
            return $"none: {reward.Unscored}";
        string value = reward.Value.ToString("0.00", CultureInfo.InvariantCulture);
        return reward.Components.Count == 0
            ? value
            : $"{value} ({string.Join(", ", reward.Components.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value:0.##}")))})";
    }
}
