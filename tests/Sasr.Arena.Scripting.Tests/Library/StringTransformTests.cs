using System.Text.RegularExpressions;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Checked by a second interpreter, which reads the program in the question.</summary>
public sealed class StringTransformTests
{
    [Test]
    public async Task The_answer_is_what_the_program_prints()
    {
        var used = new HashSet<string>();
        foreach (Problem problem in await Repository.DrawAllAsync("code/string-transform", 60))
        {
            string word = Regex.Match(problem.Question, "w = \"([a-z]+)\"").Groups[1].Value;
            MatchCollection calls = Regex.Matches(problem.Question, "w = ([a-z_]+)\\(w(?:, \"?([a-z0-9]+)\"?)?\\)");
            Assert.That(calls, Has.Count.EqualTo(problem.Level + 1));
            foreach (Match call in calls)
            {
                string operation = call.Groups[1].Value;
                used.Add(operation);
                Assert.That(problem.Question, Does.Contain($"{operation}(w").And.Match($"[;e] {operation}\\([^)]*\\) [a-z]"), "every operation used is explained");
                word = Apply(operation, call.Groups[2].Value, word);
            }
            Assert.That(problem.Answer, Is.EqualTo(word), problem.Question);
            Assert.That(problem.Solution, Does.EndWith($"= \"{word}\""));
        }
        Assert.That(used, Has.Count.EqualTo(8));
    }

    private static string Apply(string operation, string argument, string w) => operation switch
    {
        "reverse" => string.Concat(w.Reverse()),
        "rotate" => string.Concat(w.Skip(int.Parse(argument)).Concat(w.Take(int.Parse(argument)))),
        "drop" => w.Remove(0, int.Parse(argument)),
        "shift" => string.Concat(w.Select(c => (char)('a' + (c - 'a' + int.Parse(argument)) % 26))),
        "swap_ends" => $"{w[^1]}{w[1..^1]}{w[0]}",
        "double_last" => w + w[^1],
        "sort" => string.Concat(w.Order()),
        "insert" => w.Insert(1, argument),
        _ => throw new FormatException(operation),
    };
}
