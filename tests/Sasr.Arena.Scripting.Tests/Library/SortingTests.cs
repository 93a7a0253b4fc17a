using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

public sealed class SortingTests
{
    [Test]
    public async Task The_answer_counts_every_digit_of_the_question()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("logic/sorting", 100))
        {
            int[] counts = new int[10];
            foreach (char c in problem.Question.Where(char.IsAsciiDigit))
                counts[c - '0']++;
            Assert.That(counts.Sum(), Is.EqualTo(problem.Level + 3));
            string expected = string.Concat(counts.Select((count, digit) => new string((char)('0' + digit), count)));
            Assert.That(problem.Answer.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(expected), problem.Question);
        }
    }

    [Test]
    public async Task Questions_and_solutions_are_short()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("logic/sorting", 20))
        {
            Assert.That(problem.Question, Has.Length.LessThanOrEqualTo(20 + 2 * problem.Level));
            Assert.That(problem.Solution, Has.Length.LessThanOrEqualTo(30));
        }
    }

    [TestCase("1 3 3 7", 1)]
    [TestCase("1337", 1)]
    [TestCase("1,3,3,7", 1)]
    [TestCase("1, 3, 3, 7", 1)]
    [TestCase("7 3 3 1", 0)]
    [TestCase("1 3 7", 0)]
    [TestCase("1 3 3 7 7", 0)]
    [TestCase("1 3 3 7.", 0)]
    [TestCase("1;3;3;7", 0)]
    [TestCase("sorted: 1 3 3 7", 0)]
    public async Task Separators_do_not_count(string answer, double score)
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync("logic/sorting");
        Assert.That(await task.ScoreAsync(Repository.Problem("1 3 3 7"), answer), Is.EqualTo(score));
    }
}
