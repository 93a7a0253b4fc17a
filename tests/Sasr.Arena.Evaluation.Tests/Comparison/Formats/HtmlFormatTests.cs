using System.Text.Json;
using System.Xml.Linq;
using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Formats;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Comparison.Formats;

/// <summary>The page of a comparison in which task a, of two levels, lost all of 10 problems and b gained 3 of 10.</summary>
public class HtmlFormatTests
{
    private static readonly EvaluationComparison Comparison = EvaluationComparison.Of(
        Verdicts.Of("t/a:+++++ +++++", "t/b:---+++++++").Called("old|one"),
        Verdicts.Of("t/a:----- -----", "t/b:++++++++++").Called("<new>"));

    private static readonly GateVerdict Verdict = Gate.Judge(Comparison, new GateRules());

    private static readonly ParsedPage Page = new(HtmlFormat.Page(Comparison, Verdict));

    [Test]
    public void The_figures_are_in_the_tiles_and_the_table()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Tiles.Select(tile => (tile.Name, tile.Value)), Is.EqualTo(new[] { ("base", "85.0 %"), ("head", "50.0 %"), ("change, points", "−35.0"), ("worse / better", "10 / 3") }));
            Assert.That(Page.Tiles.Select(tile => tile.Detail), Is.EqualTo(new[] { "old|one", "<new>", Interval(Comparison.Overall), "of 20 problems" }));
            // McNemar's exact test: 2/1024 and 2/8, by Holm's procedure 4/1024 and 1/4; of 10 in 13, 2 * 378/8192.
            Assert.That(Page.Table("Differences").Select(row => (row[0], row[1], row[2], row[3], row[4].Split(' ')[0], row[5])), Is.EqualTo(new[]
            {
                ("task", "problems", "base", "head", "change", "p (Holm)"),
                ("t/a", "10", "100.0", "0.0", "−100.0", "0.004"),
                ("level 1", "5", "100.0", "0.0", "−100.0", ""),
                ("level 2", "5", "100.0", "0.0", "−100.0", ""),
                ("t/b", "10", "70.0", "100.0", "+30.0", "0.250"),
                ("all", "20", "85.0", "50.0", "−35.0", "0.092"),
            }));
        }
    }

    [Test]
    public void The_chart_has_the_same_differences_and_intervals_as_the_table()
    {
        JsonElement[] values = [.. Page.Chart("Change").GetProperty("data").GetProperty("values").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(values.Select(value => value.GetProperty("name").GetString()), Is.EqualTo(new[] { "t/a", "t/a, level 1", "t/a, level 2", "t/b", "all" }));
            Assert.That(values.Select(value => value.GetProperty("difference").GetDouble()), Is.EqualTo(new[] { -100, -100, -100, 30, -35 }));
            Assert.That(
                values.Select(value => $"{value.GetProperty("text")} {value.GetProperty("interval")}"),
                Is.EqualTo(Page.Table("Differences").Skip(1).Select(row => row[4])));
            Assert.That(values[^1].GetProperty("low").GetDouble(), Is.EqualTo(100 * Comparison.Overall.Low).Within(0.01));
        }
    }

    [Test]
    public void Levels_that_are_too_many_for_intervals_are_a_heat_map()
    {
        string levels = string.Join(' ', Enumerable.Repeat("+", 40));
        EvaluationComparison comparison = EvaluationComparison.Of(Verdicts.Of($"t/a:{levels}"), Verdicts.Of($"t/a:{levels.Replace('+', '-')}"));
        var page = new ParsedPage(HtmlFormat.Page(comparison, Verdict));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Chart("Change").GetProperty("data").GetProperty("values").GetArrayLength(), Is.EqualTo(1));
            Assert.That(
                page.Chart("Change by level").GetProperty("data").GetProperty("values").EnumerateArray().Select(cell => cell.GetProperty("text").GetString()),
                Has.Exactly(40).EqualTo("−100.0"));
        }
    }

    [Test]
    public void Every_flipped_problem_is_there_with_both_transcripts_the_worse_first()
    {
        JsonElement[] flips = [.. Page.Flips.EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(flips.Select(flip => flip.GetProperty("is_worse").GetBoolean()), Is.EqualTo(Enumerable.Repeat(true, 10).Concat(Enumerable.Repeat(false, 3))));
            Assert.That(Said(flips[0], "base"), Is.EqualTo("I say + <0>"));
            Assert.That(Said(flips[0], "head"), Is.EqualTo("I say - <0>"));
            Assert.That(flips[12].GetProperty("problem").GetProperty("index").GetInt32(), Is.EqualTo(2));
            Assert.That(Page.Choices("change"), Is.EqualTo(new[] { "worse", "better" }));
            Assert.That(Page.Choices("task"), Is.EqualTo(new[] { "t/a", "t/b" }));
            Assert.That(Page.Choices("level"), Is.EqualTo(new[] { "1", "2" }));
        }

        static string? Said(JsonElement flip, string side) => flip.GetProperty(side).GetProperty("turns")[0].GetProperty("action").GetString();
    }

    [Test]
    public void Where_all_flips_are_too_many_the_page_says_how_many_it_shows()
    {
        FlippedProblem Long(FlippedProblem flip) => flip with { Head = flip.Head with { Turns = [new("Q", new string('x', 300_000))] } };
        var page = new ParsedPage(HtmlFormat.Page(Comparison with { Flipped = [.. Comparison.Flipped.Select(Long)] }, Verdict));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Flips.GetArrayLength(), Is.EqualTo(6));
            Assert.That(page.Html, Does.Contain("6 of 13 flipped problems, of every task, level and direction alike; &#39;arena compare --json&#39; has all."));
        }
    }

    [Test]
    public void It_begins_with_the_verdict_why_and_what_could_have_been_shown()
    {
        XElement first = Page.Document.Descendants("header").Single().ElementsAfterSelf("div").First();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Document.Descendants("h1").Single().Value, Is.EqualTo("<new> against old|one"));
            Assert.That(
                first.Elements("p").Select(line => line.Value),
                Is.EqualTo(new[] { "Regression", Verdict.Findings.Single().Message, Verdict.Resolution, Method.Describe(Comparison) }));
            Assert.That(Page.Headings, Is.EqualTo(new[] { "Differences", "Flipped problems" }));
        }
    }

    [Test]
    public void Equal_results_have_no_flipped_problems()
    {
        EvaluationComparison equal = EvaluationComparison.Of(Verdicts.Of("t/a:++"), Verdicts.Of("t/a:++"));
        var page = new ParsedPage(HtmlFormat.Page(equal, Gate.Judge(equal, new GateRules())));
        Assert.That(page.Headings, Is.EqualTo(new[] { "Differences" }));
    }

    [Test]
    public void The_same_comparison_gives_the_same_bytes() =>
        Assert.That(HtmlFormat.Render(Comparison, Verdict), Is.EqualTo(Page.Html));

    private static string Interval(Difference difference) => $"{Figures.Points(difference.Low)} to {Figures.Points(difference.High)}".Replace('-', '−');
}
