using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Tests;

public class EvaluationPlanTests
{
    [Test]
    public async Task An_environment_that_two_patterns_name_is_asked_once()
    {
        await using var arena = new FakeArena();
        EvaluationPlan plan = await EvaluationPlan.FromPatternsAsync(arena.Catalog, ["counting/before", "*"], null, 3);
        Assert.That(plan.Targets.Select(target => target.Environment), Is.EqualTo(new[] { "counting/after", "counting/before" }));
    }

    [Test]
    public async Task A_problem_depends_on_its_environment_level_and_index_and_not_on_the_company()
    {
        await using var arena = new FakeArena();
        EvaluationPlan one = (await EvaluationPlan.FromPatternsAsync(arena.Catalog, ["counting/before"], [2], 3)) with { Seed = 9 };
        EvaluationPlan all = (await EvaluationPlan.FromPatternsAsync(arena.Catalog, ["*"], null, 5)) with { Seed = 9 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Requests(), Is.SubsetOf(all.Requests()));
            Assert.That(one.Requests()[1], Is.EqualTo(new EpisodeRequest("counting/before", 2, Split.Test, Seed: 9, Index: 1)));
            Assert.That(all.Requests().Select(request => request.ConversationId(0)), Is.Unique);
        }
    }

    [Test]
    public async Task A_level_that_does_not_exist_is_refused_with_those_that_do()
    {
        await using var arena = new FakeArena();
        Assert.That(
            () => EvaluationPlan.FromPatternsAsync(arena.Catalog, ["counting/after"], [3], 1),
            Throws.InstanceOf<InputException>().With.Message.EqualTo("counting/after has no level 3: its levels are 1 to 2."));
    }
}
