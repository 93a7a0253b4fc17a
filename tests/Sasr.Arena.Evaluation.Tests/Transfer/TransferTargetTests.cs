using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

public class TransferTargetTests
{
    [Test]
    public void The_levels_of_a_task_are_split_where_a_source_tells_them_apart()
    {
        TransferSource[] sources =
        [
            new("low", [new SourceTask("math/a", [1, 2])]),
            new("high", [new SourceTask("math/a", [3])]),
            new("other", [new SourceTask("logic/b", [2])]),
        ];
        var plan = new EvaluationPlan([
            new EvaluationTarget("logic/b", 1, [], [1, 2, 3, 4], 10),
            new EvaluationTarget("math/a", 3, [], [1, 2, 3, 4, 6], 10),
            new EvaluationTarget("math/c", 1, [], [1, 2, 3], 10),
        ]);
        Assert.That(TransferTarget.Of(sources, plan).Select(target => target.Name), Is.EqualTo(new[]
        {
            "logic/b 1", "logic/b 2", "logic/b 3-4", "math/a 1-2", "math/a 3", "math/a 4,6", "math/c 1-3",
        }));
    }
}
