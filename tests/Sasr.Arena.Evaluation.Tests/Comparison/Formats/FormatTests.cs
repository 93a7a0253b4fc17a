using System.Text.Json;
using System.Xml.Linq;
using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Formats;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Comparison.Formats;

/// <summary>The text outputs, of a comparison in which task a lost all of 10 problems and b gained 3 of 10.</summary>
public class FormatTests
{
    private static readonly EvaluationComparison Comparison = EvaluationComparison.Of(
        Verdicts.Of("t/a:+++++ +++++", "t/b:---+++++++").Called("old|one"),
        Verdicts.Of("t/a:----- -----", "t/b:++++++++++").Called("<new>"));

    private static readonly GateRules Rules = new();

    private static readonly GateVerdict Verdict = Gate.Judge(Comparison, Rules);

    private static readonly EvaluationComparison Failed =
        EvaluationComparison.Of(Verdicts.Of("t/a:++++", "t/b:++++"), Verdicts.Of("t/a:+++?", "t/b:++++"));

    [Test]
    public void Json_holds_the_verdict_the_figures_and_both_episodes_of_every_flip()
    {
        string text = JsonFormat.Render(Comparison, Verdict, Rules);
        JsonElement root = JsonDocument.Parse(text).RootElement;
        JsonElement comparison = root.GetProperty("comparison");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(root.GetProperty("verdict").GetProperty("outcome").GetString(), Is.EqualTo("regression"));
            Assert.That(root.GetProperty("rules").GetProperty("alpha").GetDouble(), Is.EqualTo(0.05));
            Assert.That(comparison.GetProperty("overall").GetProperty("mean").GetDouble(), Is.EqualTo(-0.35));
            // 2/1024, twice: Holm over two tasks.
            Assert.That(comparison.GetProperty("tasks")[0].GetProperty("adjusted_p_value").GetDouble(), Is.EqualTo(0.003906));
            Assert.That(comparison.GetProperty("flipped").GetArrayLength(), Is.EqualTo(13));
            Assert.That(comparison.GetProperty("flipped")[0].GetProperty("head").GetProperty("given").GetString(), Is.EqualTo("-"));
            Assert.That(text, Does.EndWith("}\n").And.Not.Contain("\r"));
        }
    }

    [Test]
    public void Junit_has_a_case_a_task_and_fails_those_that_regressed()
    {
        XElement suite = XDocument.Parse(JUnitFormat.Render(Comparison, Verdict)).Root!.Element("testsuite")!;
        XElement[] cases = [.. suite.Elements("testcase")];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value), Is.EqualTo(("3", "1", "0")));
            Assert.That(cases.Select(one => one.Attribute("name")!.Value), Is.EqualTo(new[] { "all tasks", "t/a", "t/b" }));
            Assert.That(cases.Select(one => one.Element("failure") is not null), Is.EqualTo(new[] { false, true, false }));
            Assert.That(cases[1].Element("failure")!.Attribute("message")!.Value, Does.Contain("fell by 100.0 points"));
        }
    }

    [Test]
    public void Junit_calls_what_could_not_be_scored_an_error_and_no_failure()
    {
        XElement suite = XDocument.Parse(JUnitFormat.Render(Failed, Gate.Judge(Failed, Rules))).Root!.Element("testsuite")!;
        Assert.That((suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value), Is.EqualTo(("0", "1")));
    }

    [Test]
    public void Markdown_begins_with_the_verdict_and_has_the_table_the_levels_and_the_flips()
    {
        string text = MarkdownFormat.Render(Comparison, Verdict);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.StartWith("### ❌ Regression\n\n- In t/a the accuracy fell by 100.0 points"));
            Assert.That(text, Does.Contain("| t/a | 10 | 100.0 % | 0.0 % | -100.0 [").And.Contain("] | 0.004 |\n"));
            Assert.That(text, Does.Contain("| t/a level 2 | 5 |"));
            Assert.That(text, Does.Contain("<sub>&lt;new&gt; against old|one: suite small"));
            Assert.That(text, Does.Contain("Flipped: 10 worse, 3 better; the first 10"));
            Assert.That(text, Does.Contain("```text\nt/a 1.0?\n```"));
        }
    }

    [Test]
    public void A_transcript_cannot_end_its_block_and_stays_short_and_so_does_the_whole()
    {
        EvaluationComparison comparison = Comparison with
        {
            Flipped = [.. Comparison.Flipped.Select(flip => flip with
            {
                Base = flip.Base with { Turns = [new("Q ``` <b>", new string('x', 100_000)), new("next", "````` @everyone")] },
            })],
        };
        string text = MarkdownFormat.Render(comparison, Verdict);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("````text\nQ ``` <b>\n````\n"));
            Assert.That(text, Has.Length.LessThan(MarkdownFormat.MaxLength));
        }
    }

    [Test]
    public void Very_many_tasks_leave_the_levels_out_and_not_the_verdict()
    {
        EvaluationComparison comparison = Comparison with
        {
            Tasks = [.. Enumerable.Range(0, 500).Select(i => Comparison.Tasks[0] with { Environment = $"t/{i}" })],
        };
        string text = MarkdownFormat.Render(comparison, Verdict);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Has.Length.LessThanOrEqualTo(MarkdownFormat.MaxLength));
            Assert.That(text, Does.Contain("| t/499 |").And.Not.Contain("By level"));
        }
    }

    [Test]
    public void Every_output_says_what_was_left_out()
    {
        const string LeftOut = "Left out, unscored on either side: 1 pair.";
        GateVerdict verdict = Gate.Judge(Failed, Rules);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(MarkdownFormat.Render(Failed, verdict), Does.StartWith("### ⚠️ No verdict").And.Contain(LeftOut));
            Assert.That(HtmlFormat.Render(Failed, verdict), Does.Contain(LeftOut));
            Assert.That(JUnitFormat.Render(Failed, verdict), Does.Contain(LeftOut));
        }
    }
}
