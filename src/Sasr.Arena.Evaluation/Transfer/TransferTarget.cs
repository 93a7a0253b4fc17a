using System.Globalization;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>Levels of a task that every source stands to in the same way; one row of a matrix.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Version">Its version.</param>
/// <param name="Levels">The levels, ascending.</param>
/// <param name="Problems">Problems of every level.</param>
public sealed record TransferTarget(string Environment, int Version, IReadOnlyList<int> Levels, int Problems)
{
    /// <summary>The task and its levels: <c>logic/sorting 1-3</c>.</summary>
    public string Name => $"{Environment} {Ranges()}";

    /// <summary>The targets of a plan, in its order; the levels of a task are split where a source tells them apart.</summary>
    public static IReadOnlyList<TransferTarget> Of(IReadOnlyList<TransferSource> sources, EvaluationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. from target in plan.Targets
               from levels in target.Levels.Order().GroupBy(level =>
                   string.Join(',', sources.Select(source => source.RelationTo(target.Environment, level))))
               select new TransferTarget(target.Environment, target.Version, [.. levels], target.Problems),
        ];
    }

    private string Ranges()
    {
        var ranges = new List<string>();
        for (int first = 0, last; first < Levels.Count; first = last + 1)
        {
            last = first;
            while (last + 1 < Levels.Count && Levels[last + 1] == Levels[last] + 1)
                last++;
            ranges.Add(string.Create(CultureInfo.InvariantCulture, $"{Levels[first]}{(last > first ? $"-{Levels[last]}" : "")}"));
        }
        return string.Join(',', ranges);
    }
}
