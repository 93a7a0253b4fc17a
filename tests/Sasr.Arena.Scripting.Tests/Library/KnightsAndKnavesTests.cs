using System.Text.RegularExpressions;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Checked by a second solver that reads the sentences of the question.</summary>
public sealed class KnightsAndKnavesTests
{
    private const string Id = "logic/knights-and-knaves";

    [Test]
    public async Task Exactly_one_assignment_fits_and_it_is_the_answer()
    {
        foreach (Problem problem in await Repository.DrawAllAsync(Id, 60))
            Assert.That(Solve(problem.Question), Is.EqualTo(new[] { problem.Answer }), problem.Question);
    }

    [Test]
    public async Task Every_kind_of_statement_occurs()
    {
        string questions = string.Concat((await Repository.DrawAllAsync(Id, 60)).Select(problem => problem.Question));
        foreach (string words in (string[])["of the same kind", "of different kinds", "Exactly", "At least", "At most", ", or both", "\"If ", " and I am a ", " and I are "])
            Assert.That(questions, Does.Contain(words));
    }

    [Test]
    public async Task A_solution_reasons_and_ends_every_case()
    {
        IReadOnlyList<Problem> problems = await Repository.DrawAllAsync(Id, 60);
        foreach (Problem problem in problems)
        {
            Assert.That(problem.Solution, Does.Contain("All fits: " + problem.Answer).And.Contain("so ").Or.Contain("Suppose"));
            int contradictions = Regex.Count(problem.Solution, "a contradiction"), suppositions = Regex.Count(problem.Solution, "Suppose");
            Assert.That(contradictions, Is.EqualTo(suppositions / 2), "every supposed pair ends in one contradiction more:\n" + problem.Solution);
        }
        Assert.That(problems.Count(problem => problem.Solution.Contains("contradiction", StringComparison.Ordinal)), Is.GreaterThan(60));
    }

    [TestCase("Ann knight, Ben knave, Cleo knight", 1)]
    [TestCase("cleo KNIGHT, ann knight, BEN knave", 1)]
    [TestCase("Ann is a knight, Ben is a knave and Cleo is a knight.", 1)]
    [TestCase("Ann: knight; Ben: knave; Cleo: knight", 1)]
    [TestCase("Ann knight, Ben knave", 0)]
    [TestCase("Ann knight, Ben knight, Cleo knight", 0)]
    [TestCase("Ann knight, Ann knave, Ben knave, Cleo knight", 0)]
    [TestCase("Ann knight, Ben knave, Cleo knight, Dan knight", 0)]
    [TestCase("knight knave knight", 0)]
    [TestCase("Ann is not a knave, Ben knave, Cleo knight", 0)]
    public async Task Order_and_case_do_not_count(string answer, double score)
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync(Id);
        Assert.That(await task.ScoreAsync(Repository.Problem("Ann knight, Ben knave, Cleo knight"), answer), Is.EqualTo(score));
    }

    private static string[] Solve(string question)
    {
        (string Speaker, string Text)[] said = [.. Regex.Matches(question, "([A-Z][a-z]+) says: \"([^\"]+)\"")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
        string[] names = [.. said.Select(statement => statement.Speaker)];
        var fits = new List<string>();
        for (int bits = 0; bits < 1 << names.Length; bits++)
        {
            Dictionary<string, bool> knight = names.Select((name, i) => (name, (bits >> i & 1) != 0)).ToDictionary();
            if (said.All(statement => IsTrue(statement.Text, statement.Speaker, knight) == knight[statement.Speaker]))
                fits.Add(string.Join(", ", names.Select(name => $"{name} {(knight[name] ? "knight" : "knave")}")));
        }
        return [.. fits];
    }

    private static bool IsTrue(string text, string speaker, Dictionary<string, bool> knight)
    {
        bool Knight(string name) => knight[name == "I" ? speaker : name];
        bool Claim(string claim)
        {
            Match match = Regex.Match(claim, "^([A-Z][a-z]*) (?:is|am) a (knight|knave)$");
            Assert.That(match.Success, claim);
            return Knight(match.Groups[1].Value) == (match.Groups[2].Value == "knight");
        }

        text = text.TrimEnd('.');
        if (Regex.Match(text, "^(Exactly|At least|At most) ([0-9]) of us (?:is a|are) (knight|knave)s?$") is { Success: true } count)
        {
            int n = int.Parse(count.Groups[2].Value), there = knight.Values.Count(k => k == (count.Groups[3].Value == "knight"));
            return count.Groups[1].Value switch { "Exactly" => there == n, "At least" => there >= n, _ => there <= n };
        }
        if (Regex.Match(text, "^([A-Z][a-z]*) and ([A-Z][a-z]*) are of (the same kind|different kinds)$") is { Success: true } same)
            return Knight(same.Groups[1].Value) == Knight(same.Groups[2].Value) == (same.Groups[3].Value == "the same kind");
        if (Regex.Match(text, "^If (.+), then (.+)$") is { Success: true } conditional)
            return !Claim(conditional.Groups[1].Value) || Claim(conditional.Groups[2].Value);
        if (Regex.Match(text, "^(.+), or (.+), or both$") is { Success: true } either)
            return Claim(either.Groups[1].Value) | Claim(either.Groups[2].Value);
        if (Regex.Match(text, "^(.+ a .+) and (.+ a .+)$") is { Success: true } both)
            return Claim(both.Groups[1].Value) & Claim(both.Groups[2].Value);
        return Claim(text);
    }
}
