using System.IO.Enumeration;

namespace Sasr.Arena.Evaluation.Comparison.Gates;

/// <summary>
/// When a comparison is called a regression, as the <c>gate:</c> section of a suite or a file of its own says it. With nothing
/// said: where a drop is shown, over all problems, or in a task after Holm's adjustment over the tasks, at 0.05 for both together.
/// </summary>
public sealed record GateRules
{
    /// <summary>The two-sided level of all tests together: half of it over all problems, half over the tasks.</summary>
    public double Alpha { get; set; } = EvaluationComparison.DefaultAlpha;

    /// <summary>A drop of the accuracy over all problems up to this is accepted, even where it is shown.</summary>
    public double MaxDrop { get; set; }

    /// <summary>
    /// By task or pattern, for the drops of single tasks; of several that fit, the task's own id decides, else the longest pattern.
    /// </summary>
    public Dictionary<string, TaskGate> Tasks { get; set; } = [];

    /// <summary>The head's accuracy over all problems must be at least this, whatever the base's is; null: no such floor.</summary>
    public double? MinAccuracy { get; set; }

    /// <summary>Share of the pairs that may be unscored on either side; where it is more, nothing is said.</summary>
    public double MaxUnscored { get; set; } = Evaluator.MaxUnscored;

    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One is out of its range; the message begins with its key.</exception>
    public void Validate()
    {
        if (!(Alpha is > 0 and < 1))
            throw new InputException($"alpha: is {Alpha}; it must be above 0 and below 1.");
        Drop("max_drop", MaxDrop);
        // In YAML a key without a value is null.
        foreach ((string pattern, TaskGate task) in Tasks ?? throw new InputException("tasks: says nothing; leave it out, or name a task under it."))
        {
            if (task is null)
                throw new InputException($"tasks: '{pattern}' says nothing; write for example '{pattern}: {{ max_drop: 0.05 }}'.");
            Drop($"tasks: {pattern}: max_drop", task.MaxDrop);
        }
        if (MinAccuracy is { } floor && !(floor is >= 0 and <= 1))
            throw new InputException($"min_accuracy: is {floor}; it must be from 0 to 1.");
        if (!(MaxUnscored is >= 0 and < 1))
            throw new InputException($"max_unscored: is {MaxUnscored}; it must be at least 0 and below 1.");
    }

    /// <summary>The drop that is accepted in a task.</summary>
    public double MaxDropOf(string task) => Tasks
        .Where(entry => FileSystemName.MatchesSimpleExpression(entry.Key, task))
        .OrderByDescending(entry => entry.Key == task).ThenByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => entry.Value.MaxDrop)
        .FirstOrDefault();

    private static void Drop(string key, double value)
    {
        if (!(value is >= 0 and <= 1))
            throw new InputException($"{key}: is {value}; it must be from 0 to 1 (0.05 is five points of accuracy).");
    }
}

/// <summary>What is said of the tasks that a pattern names.</summary>
public sealed record TaskGate
{
    /// <summary>A drop of the task's accuracy up to this is accepted, even where it is shown.</summary>
    public double MaxDrop { get; set; }
}
