using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Tests.Fakes;

/// <summary>Results written as verdicts: + right, - wrong, ? unscored, a letter an episode and a word a task and level.</summary>
internal static class Verdicts
{
    /// <summary>A result such as <c>Of("math/a:++-+ ++--", "logic/b:+-")</c>: two levels of one task, one of another.</summary>
    public static EvaluationResult Of(params string[] tasks) => Of(1, tasks);

    /// <summary>A result with several samples of every problem, which stand next to one another.</summary>
    public static EvaluationResult Of(int samples, params string[] tasks)
    {
        var targets = new List<EvaluationTarget>();
        var episodes = new List<EpisodeRecord>();
        foreach (string[] task in tasks.Select(task => task.Split(':')))
        {
            string[] levels = task[1].Split(' ');
            targets.Add(new EvaluationTarget(task[0], 1, [], [.. Enumerable.Range(1, levels.Length)], levels[0].Length / samples));
            foreach ((int level, string verdicts) in levels.Index())
                episodes.AddRange(verdicts.Select((verdict, i) => Episode(task[0], level + 1, i / samples, i % samples, verdict)));
        }
        return EvaluationResult.Of(new EvaluationPlan(targets) { Suite = "small", Seed = 7, Samples = samples }, "agent", episodes);
    }

    public static EvaluationResult Called(this EvaluationResult result, string agent) => result with { Agent = agent };

    private static EpisodeRecord Episode(string task, int level, int index, int sample, char verdict) => new(
        task, level, index, sample, [new TurnRecord($"{task} {level}.{index}?", $"I say {verdict} <{sample}>")], "done")
    {
        Answer = "+",
        Given = $"{verdict}",
        Correct = verdict == '+',
        Reward = verdict switch { '+' => 1, '-' => 0, _ => null },
        Unscored = verdict == '?' ? "the worker died" : null,
    };
}
