using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

public class ProblemErrorTests
{
    private const double Exact = 1e-6;

    private static readonly string[] Questions = ["p", "q", "r", "s", "t", "u", "v", "w"];

    // With one problem more gained and one more lost: sum of squares 6 - 10 * 0.2², over 9 * 10.
    private static readonly double[] Differences = [1, 1, 1, -1, 0, 0, 0, 0];
    private static readonly double Expected = Math.Sqrt(5.6 / 90);

    [Test]
    public void It_is_the_standard_error_with_a_problem_more_gained_and_one_more_lost() =>
        Assert.That(ProblemError.Of([Part("a/b", 1, Differences)]), Is.EqualTo(Expected).Within(Exact));

    [Test]
    public void Where_no_problem_differs_it_is_not_0() =>
        Assert.That(ProblemError.Of([Part("a/b", 1, new double[8])]), Is.EqualTo(Math.Sqrt(2.0 / 90)).Within(Exact));

    [Test]
    public void Strata_have_problems_of_their_own() =>
        Assert.That(
            ProblemError.Of([Part("a/b", 0.5, Differences), Part("a/c", 0.5, Differences)]), Is.EqualTo(Expected / Math.Sqrt(2)).Within(Exact));

    [Test]
    public void Parts_of_one_stratum_share_its_problems()
    {
        double[] opposite = [.. Differences.Select(difference => -difference)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProblemError.Of([Part("a/b", 0.5, Differences), Part("a/b", 0.5, Differences)]), Is.EqualTo(Expected).Within(Exact));
            Assert.That(ProblemError.Of([Part("a/b", 0.5, Differences), Part("a/b", 0.5, opposite)]), Is.EqualTo(Math.Sqrt(2.0 / 90)).Within(Exact));
        }
    }

    [Test]
    public void The_same_question_twice_is_no_second_problem()
    {
        string[] twice = ["p", "p", "r", "s", "t", "u", "v", "w"];
        double error = ProblemError.Of([new WeightedDifferences(new TaskLevel("a/b", 1), 1, Differences, twice)]);
        // The pair's two deviations of 0.8 from the mean count together: 2 * 0.8 * 0.8 / 10² more variance.
        Assert.That(error, Is.EqualTo(Math.Sqrt((5.6 / 90) + 0.0128)).Within(Exact));
    }

    private static WeightedDifferences Part(string environment, double weight, double[] differences) =>
        new(new TaskLevel(environment, 1), weight, differences, Questions);
}
