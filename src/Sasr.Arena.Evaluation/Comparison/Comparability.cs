using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>Whether two results are of the same problems. Where they are not, their difference says nothing of the agents.</summary>
internal static class Comparability
{
    /// <exception cref="InputException">They are not; the message says what differs.</exception>
    public static void Check(EvaluationResult baseline, EvaluationResult head)
    {
        Same("suite", baseline.Suite ?? "none", head.Suite ?? "none");
        Same("split", Lower(baseline.Split), Lower(head.Split));
        Same("seed", $"{baseline.Seed}", $"{head.Seed}");
        Same("number of samples", $"{baseline.Samples}", $"{head.Samples}");
        string[] lost = [.. Ids(baseline).Except(Ids(head))], added = [.. Ids(head).Except(Ids(baseline))];
        if (lost.Length > 0)
            throw Refusal($"{Some(lost)} in the base alone", "Evaluate both on the same tasks");
        if (added.Length > 0)
            throw Refusal($"{Some(added)} in the head alone", "Evaluate both on the same tasks");
        foreach (EnvironmentResult task in baseline.Environments)
        {
            EnvironmentResult other = head.Environments.First(environment => environment.Environment == task.Environment);
            Same($"version of {task.Environment}", $"{task.Version}", $"{other.Version}");
            Same($"list of levels of {task.Environment}", Levels(task), Levels(other));
            Same($"number of problems of {task.Environment}", $"{task.Problems}", $"{other.Problems}");
        }
    }

    /// <exception cref="InputException">The two are of different problems.</exception>
    public static void CheckQuestion(EpisodeRecord baseline, EpisodeRecord head)
    {
        // An episode that failed before it began shows no question.
        if (baseline.Turns.Count > 0 && head.Turns.Count > 0 && baseline.Question != head.Question)
        {
            throw Refusal(
                $"problem {baseline.Index} of {baseline.Environment} level {baseline.Level} asks something else in each, though the version is the same",
                "The task's script was changed without raising its version; raise it and evaluate both again");
        }
    }

    private static void Same(string what, string baseline, string head)
    {
        if (baseline != head)
            throw Refusal($"the {what} is {baseline} in the base and {head} in the head", "Evaluate both the same way");
    }

    private static InputException Refusal(string reason, string advice) => new($"These results cannot be compared: {reason}. {advice}.");

    private static IEnumerable<string> Ids(EvaluationResult result) => result.Environments.Select(environment => environment.Environment);

    private static string Levels(EnvironmentResult environment) => string.Join(',', environment.Levels.Select(level => level.Level));

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static string Some(string[] ids) => ids.Length == 1 ? $"{ids[0]} is" : $"{ids[0]} and {ids.Length - 1} more are";
}
