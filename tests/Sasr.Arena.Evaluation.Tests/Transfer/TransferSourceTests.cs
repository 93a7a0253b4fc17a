using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

public class TransferSourceTests
{
    private static readonly TransferSource Source = new("two", [new SourceTask("math/a", [2, 4]), new SourceTask("games/g", [1])]);

    [TestCase("math/a", 2, Relation.InTask)]
    [TestCase("math/a", 4, Relation.InTask)]
    [TestCase("math/a", 5, Relation.Harder)]
    [TestCase("math/a", 1, Relation.Easier)]
    [TestCase("math/a", 3, Relation.Easier)]
    [TestCase("math/ab", 2, Relation.Near)]
    [TestCase("games/h", 1, Relation.Near)]
    [TestCase("mathematics/a", 2, Relation.Far)]
    [TestCase("logic/a", 2, Relation.Far)]
    public void A_level_of_a_task_stands_to_a_source_by_what_was_trained_on(string environment, int level, Relation relation) =>
        Assert.That(Source.RelationTo(environment, level), Is.EqualTo(relation));
}
