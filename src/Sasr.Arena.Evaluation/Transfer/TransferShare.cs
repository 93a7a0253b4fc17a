namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>How much a source's result on a level of a task counts in a number; the shares of a number sum to 1.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Stratum">The level of the task.</param>
/// <param name="Weight">Above 0.</param>
internal sealed record TransferShare(string Source, TaskLevel Stratum, double Weight)
{
    /// <summary>A source on a target: every level counts the same.</summary>
    public static IReadOnlyList<TransferShare> Of(TransferSource source, TransferTarget target) =>
        [.. target.Levels.Select(level => new TransferShare(source.Name, new TaskLevel(target.Environment, level), 1.0 / target.Levels.Count))];

    /// <summary>All targets of a relation: every source that has such targets counts the same, in it every task, and in that every level.</summary>
    public static IReadOnlyList<TransferShare> Of(IReadOnlyList<TransferSource> sources, IReadOnlyList<TransferTarget> targets, Relation relation)
    {
        var shares = new List<TransferShare>();
        foreach (TransferSource source in sources)
        {
            IGrouping<string, TaskLevel>[] tasks =
            [
                .. from target in targets
                   from level in target.Levels
                   where source.RelationTo(target.Environment, level) == relation
                   group new TaskLevel(target.Environment, level) by target.Environment,
            ];
            shares.AddRange(
                from task in tasks
                from stratum in task
                select new TransferShare(source.Name, stratum, 1.0 / tasks.Length / task.Count()));
        }
        double total = shares.Select(share => share.Source).Distinct().Count();
        return [.. shares.Select(share => share with { Weight = share.Weight / total })];
    }
}
