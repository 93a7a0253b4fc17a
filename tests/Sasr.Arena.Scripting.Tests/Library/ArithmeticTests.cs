using System.Numerics;
using System.Text.RegularExpressions;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

public sealed class ArithmeticTests
{
    [Test]
    public async Task A_chain_is_the_sum_of_its_signed_terms()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/chain-sum", 50))
        {
            string chain = problem.Question.Replace(" ", "", StringComparison.Ordinal);
            int[] terms = [.. Regex.Matches(chain, "[+-]?[0-9]+").Select(match => int.Parse(match.Value))];
            Assert.That(terms, Has.Length.EqualTo(problem.Level + 2));
            Assert.That(problem.Answer, Is.EqualTo($"{terms.Sum()}"), problem.Question);
        }
    }

    [Test]
    public async Task Every_line_of_a_chains_solution_is_true()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/chain-sum", 50))
        {
            foreach (string line in problem.Solution.Split('\n'))
            {
                Match step = Regex.Match(line, "^(-?[0-9]+) ([+-]) ([0-9]+) = (-?[0-9]+)$");
                int[] numbers = [.. new[] { 1, 3, 4 }.Select(group => int.Parse(step.Groups[group].Value))];
                Assert.That(numbers[0] + (step.Groups[2].Value == "+" ? numbers[1] : -numbers[1]), Is.EqualTo(numbers[2]), line);
            }
            Assert.That(problem.Solution, Does.EndWith($"= {problem.Answer}"));
        }
    }

    [Test]
    public async Task Long_addition_is_exact_and_its_columns_spell_the_sum()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/long-addition", 50))
        {
            BigInteger sum = Regex.Matches(problem.Question, "[0-9]+").Aggregate(BigInteger.Zero, (total, match) => total + BigInteger.Parse(match.Value));
            Assert.That(problem.Answer, Is.EqualTo($"{sum}"), problem.Question);

            IEnumerable<string> digits = Regex.Matches(problem.Solution, "write (?:the last carry )?([0-9])").Select(match => match.Groups[1].Value);
            Assert.That(string.Concat(digits.Reverse()), Is.EqualTo(problem.Answer), problem.Solution);
        }
    }

    [Test]
    public async Task Every_column_of_a_long_addition_is_added_rightly()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("math/long-addition", 20))
        {
            int carry = 0;
            foreach (Match column in Regex.Matches(problem.Solution, @"column \d+: ([^=\n]+) = (\d+), write (\d)(?:, carry (\d))?"))
            {
                int sum = Regex.Matches(column.Groups[1].Value, @"\d").Sum(match => match.Value[0] - '0');
                Assert.That(column.Groups[1].Value.Contains("carried", StringComparison.Ordinal), Is.EqualTo(carry > 0), column.Value);
                Assert.That(column.Groups[2].Value, Is.EqualTo($"{sum}"), column.Value);
                Assert.That(column.Groups[3].Value, Is.EqualTo($"{sum % 10}"), column.Value);
                carry = column.Groups[4].Success ? int.Parse(column.Groups[4].Value) : 0;
                Assert.That(carry, Is.EqualTo(sum / 10), column.Value);
            }
        }
    }
}
