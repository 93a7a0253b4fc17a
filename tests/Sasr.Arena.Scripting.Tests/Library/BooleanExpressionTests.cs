using System.Text.RegularExpressions;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Checked by a second evaluator: a recursive-descent parser of the formula in the question.</summary>
public sealed class BooleanExpressionTests
{
    [Test]
    public async Task The_answer_is_the_formulas_column()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("logic/boolean-expression", 60))
        {
            Match asked = Regex.Match(problem.Question, "^Work out (.+) for ([A-D]+) = ([01, ]+) in this order");
            string formula = asked.Groups[1].Value, names = asked.Groups[2].Value;
            IEnumerable<char> column = asked.Groups[3].Value.Split(", ").Select(row => Evaluate(formula, names, row) ? '1' : '0');
            Assert.That(problem.Answer, Is.EqualTo(string.Concat(column)), problem.Question);
        }
    }

    [Test]
    public async Task Every_line_of_a_solution_is_true()
    {
        foreach (Problem problem in await Repository.DrawAllAsync("logic/boolean-expression", 20))
        {
            Match asked = Regex.Match(problem.Question, "for ([A-D]+) = ([01, ]+) in this order");
            string[] rows = asked.Groups[2].Value.Split(", ");
            foreach (string[] line in problem.Solution.Split('\n').Select(line => line.Split(" = ")))
                Assert.That(line[1], Is.EqualTo(string.Concat(rows.Select(row => Evaluate(line[0], asked.Groups[1].Value, row) ? '1' : '0'))), line[0]);
        }
    }

    private static bool Evaluate(string formula, string names, string row)
    {
        var tokens = new Queue<string>(Regex.Matches(formula, "[A-D]|not|and|or|xor|[()]").Select(match => match.Value));
        bool value = Binary();
        Assert.That(tokens, Is.Empty, formula);
        return value;

        bool Binary()
        {
            bool left = Unary();
            if (!tokens.TryPeek(out string? next) || next == ")")
                return left;
            string operation = tokens.Dequeue();
            bool right = Unary();
            return operation switch { "and" => left & right, "or" => left | right, "xor" => left ^ right, _ => throw new FormatException(formula) };
        }

        bool Unary()
        {
            switch (tokens.Dequeue())
            {
                case "not":
                    return !Unary();
                case "(":
                    bool inner = Binary();
                    Assert.That(tokens.Dequeue(), Is.EqualTo(")"));
                    return inner;
                case var name:
                    return row[names.IndexOf(name, StringComparison.Ordinal)] == '1';
            }
        }
    }
}
