using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Tests.Comparison;

public class ComparabilityTests
{
    private static readonly EvaluationResult Base = Verdicts.Of("math/a:++ +-", "logic/b:+-");

    private static readonly EnvironmentResult Task = Base.Environments[0];

    private static IEnumerable<TestCaseData<EvaluationResult, string>> Others()
    {
        yield return new(Base with { Suite = "large" }, "the suite is small in the base and large in the head");
        yield return new(Base with { Suite = null }, "the suite is small in the base and none in the head");
        yield return new(Base with { Seed = 8 }, "the seed is 7 in the base and 8 in the head");
        yield return new(Base with { Split = Split.Train }, "the split is test in the base and train in the head");
        yield return new(Base with { Samples = 4 }, "the number of samples is 1 in the base and 4 in the head");
        yield return new(With(Task with { Version = 2 }), "the version of math/a is 1 in the base and 2 in the head");
        yield return new(With(Task with { Problems = 3 }), "the number of problems of math/a is 2 in the base and 3 in the head");
        yield return new(Verdicts.Of("math/a:++", "logic/b:+-"), "the list of levels of math/a is 1,2 in the base and 1 in the head");
        yield return new(Verdicts.Of("math/a:++ +-"), "logic/b is in the base alone");
        yield return new(Verdicts.Of("math/a:++ +-", "logic/b:+-", "logic/c:+-"), "logic/c is in the head alone");
        yield return new(Base with { Episodes = [.. Base.Episodes.Skip(1)] }, "math/a level 1 problem 0 sample 0 is not in the head");
        yield return new(
            Base with { Episodes = [.. Base.Episodes.Select(episode => episode with { Turns = [new TurnRecord("another question", "x")] })] },
            "problem 0 of math/a level 1 asks something else in each, though the version is the same");
    }

    [TestCaseSource(nameof(Others))]
    public void Results_of_other_problems_are_refused_in_a_line_that_says_what_differs(EvaluationResult head, string reason) => Assert.That(
        () => EvaluationComparison.Of(Base, head),
        Throws.InstanceOf<InputException>().With.Message.Contains($"cannot be compared: {reason}"));

    [Test]
    public void Another_decoding_is_compared_and_noted()
    {
        EvaluationComparison comparison = EvaluationComparison.Of(Base, Base with { Decoding = Base.Decoding with { Temperature = 1 } });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Notes.Single(), Does.Contain("decoded differently"));
            Assert.That(EvaluationComparison.Of(Base, Base.Called("another")).Notes, Is.Empty);
        }
    }

    [Test]
    public void The_order_of_tasks_and_episodes_does_not_matter()
    {
        EvaluationResult other = Base with { Environments = [.. Base.Environments.Reverse()], Episodes = [.. Base.Episodes.Reverse()] };
        Assert.That(EvaluationComparison.Of(Base, other).Overall, Is.EqualTo(EvaluationComparison.Of(Base, Base).Overall));
    }

    [Test]
    public void An_episode_that_is_there_twice_is_refused() => Assert.That(
        () => EvaluationComparison.Of(Base, Base with { Episodes = [.. Base.Episodes, Base.Episodes[0]] }),
        Throws.InstanceOf<InputException>().With.Message.Contains("holds math/a level 1 problem 0 sample 0 twice"));

    private static EvaluationResult With(EnvironmentResult task) => Base with { Environments = [task, Base.Environments[1]] };
}
