using System.Text.RegularExpressions;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

public sealed class PickTwoTests
{
    [Test]
    public async Task The_answer_is_two_digits_of_the_list_with_the_right_sum()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/pick-two", 100))
        {
            int[] numbers = [.. Regex.Matches(problem.Question, "[0-9]+").Select(match => int.Parse(match.Value))];
            int target = numbers[0];
            List<int> digits = [.. numbers[1..]];
            Assert.That(digits, Has.Count.EqualTo(problem.Level + 4));

            string[] parts = problem.Answer.Split('+');
            Assert.That(parts.Sum(int.Parse), Is.EqualTo(target));
            Assert.That(parts.All(part => digits.Remove(int.Parse(part))), problem.Question);
        }
    }

    [Test]
    public async Task Questions_and_solutions_are_short()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/pick-two", 100))
        {
            Assert.That(problem.Question, Has.Length.LessThanOrEqualTo(27 + 2 * problem.Level));
            Assert.That(problem.Solution, Has.Length.LessThanOrEqualTo(22 + 6 * problem.Level));
        }
    }

    [TestCase("3+9", 1)]
    [TestCase("9+3", 1)]
    [TestCase("4+8", 1)]
    [TestCase("3 + 9", 1)]
    [TestCase("6+6", 0, Description = "there is one 6")]
    [TestCase("5+7", 0, Description = "there is no 5")]
    [TestCase("3+8", 0)]
    [TestCase("3+9=12", 0)]
    [TestCase("3+9+0", 0)]
    [TestCase("3+9\n", 0)]
    [TestCase("12+0", 0)]
    [TestCase("39", 0)]
    [TestCase("3-9", 0)]
    public async Task Any_right_pair_counts_and_nothing_else(string answer, double score)
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync("math/pick-two");
        Problem problem = Repository.Problem("3+9", new { digits = new[] { 3, 6, 8, 4, 9, 7 }, target = 12 });
        Assert.That(await task.ScoreAsync(problem, answer), Is.EqualTo(score));
    }

    [Test]
    public async Task Two_of_the_same_digit_need_two_positions()
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync("math/pick-two");
        Problem problem = Repository.Problem("5+5", new { digits = new[] { 5, 1, 5 }, target = 10 });
        Assert.That(await task.ScoreAsync(problem, "5+5"), Is.EqualTo(1));
    }
}
