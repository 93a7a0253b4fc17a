namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>What a model is trained on: a task, or several that are trained on together.</summary>
/// <param name="Name">What the study calls it.</param>
/// <param name="Tasks">Its tasks and games.</param>
public sealed record TransferSource(string Name, IReadOnlyList<SourceTask> Tasks)
{
    /// <summary>How a level of a task stands to the source.</summary>
    public Relation RelationTo(string environment, int level)
    {
        if (Tasks.FirstOrDefault(task => task.Environment == environment) is not { } own)
            return Tasks.Any(task => Domain(task.Environment) == Domain(environment)) ? Relation.Near : Relation.Far;
        if (own.Levels.Contains(level))
            return Relation.InTask;
        return level > own.Levels.Max() ? Relation.Harder : Relation.Easier;
    }

    private static string Domain(string environment) => environment[..environment.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>A task or game of a source.</summary>
/// <param name="Environment">Its id.</param>
/// <param name="Levels">The levels trained on.</param>
public sealed record SourceTask(string Environment, IReadOnlyList<int> Levels);
