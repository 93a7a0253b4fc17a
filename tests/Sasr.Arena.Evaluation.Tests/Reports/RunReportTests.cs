using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class RunReportTests
{
    private static readonly ParsedPage Page = new(SampleRun.Report.ToPage());

    [Test]
    public void The_table_shows_both_accuracies_with_their_published_intervals()
    {
        // Newcombe 1998: 15/148 gives 0.0624 to 0.1605, 81/263 gives 0.2553 to 0.3662.
        Assert.That(Page.Table("Accuracy")[1], Is.EqualTo(new[] { "math/pick-two", "263", "10.1 6.2–16.0", "30.8 25.5–36.6", "+20.7" }));
    }

    [Test]
    public void The_chart_of_the_accuracies_has_the_same_intervals()
    {
        JsonElement[] values = [.. Page.Chart("Accuracy").GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.That(
            values.Select(value => (value.GetProperty("evaluation").GetString(), Math.Round(value.GetProperty("low").GetDouble(), 4), Math.Round(value.GetProperty("high").GetDouble(), 4))),
            Is.EqualTo(new[] { ("after the warm-up", 0.0624, 0.1605), ("at the end", 0.2553, 0.3662) }));
    }

    [Test]
    public void The_steps_are_counted_by_kind() => Assert.That(Page.Html, Does.Contain("6 SFT, 3 GRPO"));

    [Test]
    public void There_is_a_chart_for_everything_that_was_measured_and_for_nothing_else() => Assert.That(
        Page.Charts,
        Is.EqualTo(new[] { "Accuracy", "p(SFT)", "Accuracy on validation problems", "Reward", "Loss on worked solutions", "Gradient norm" }));

    [Test]
    public void A_curve_is_what_the_run_measured()
    {
        // Grpo steps are 5, 7 and 9, and the reward of a step is 1 / step.
        JsonElement[] values = [.. Page.Chart("Reward").GetProperty("data").GetProperty("values").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(values.Select(value => value.GetProperty("step").GetDouble()), Is.EqualTo(new[] { 5, 7, 9 }));
            Assert.That(values.Select(value => value.GetProperty("value").GetDouble()), Is.EqualTo(new[] { 0.2, 1 / 7.0, 1 / 9.0 }).Within(1e-5));
            Assert.That(values[1].GetProperty("mean").GetDouble(), Is.EqualTo((0.2 + (1 / 7.0) + (1 / 9.0)) / 3).Within(1e-5));
        }
    }

    [Test]
    public void A_curriculum_is_a_line_a_task()
    {
        MetricsRow[] rows = [.. SampleRun.Report.Metrics.Select(row => row with { Values = WithLevels(row) })];
        JsonElement chart = new ParsedPage((SampleRun.Report with { Metrics = rows }).ToPage()).Chart("Curriculum");
        Assert.That(
            chart.GetProperty("data").GetProperty("values").EnumerateArray().Select(value => value.GetProperty("series").GetString()).Distinct(),
            Is.EqualTo(new[] { "logic/maze", "math/gcd" }));

        static Dictionary<string, double> WithLevels(MetricsRow row) => new(row.Values)
        {
            ["curriculum/math/gcd/level"] = 1 + (row.Step / 4),
            ["curriculum/logic/maze/level"] = 1,
            ["curriculum/logic/maze/success"] = 0.5,
        };
    }

    [Test]
    public void The_end_of_the_warm_up_is_marked_where_it_was()
    {
        JsonElement rule = Page.Chart("Reward").GetProperty("layer")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.GetProperty("mark").GetProperty("type").GetString(), Is.EqualTo("rule"));
            Assert.That(rule.GetProperty("data").GetProperty("values")[0].GetProperty("step").GetInt32(), Is.EqualTo(3));
        }
    }

    [Test]
    public void The_schedule_shows_every_step_once_as_what_it_was()
    {
        JsonElement schedule = Page.Chart("p(SFT)");
        IEnumerable<(int, int, string?)> band = schedule.GetProperty("layer")[0].GetProperty("data").GetProperty("values").EnumerateArray()
            .Select(cell => (cell.GetProperty("from").GetInt32(), cell.GetProperty("to").GetInt32(), cell.GetProperty("kind").GetString()));
        IEnumerable<double> chances = schedule.GetProperty("layer")[1].GetProperty("data").GetProperty("values").EnumerateArray()
            .Select(value => value.GetProperty("p").GetDouble());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(band, Is.EqualTo(new[] { (0, 4, "SFT"), (4, 5, "GRPO"), (5, 6, "SFT"), (6, 7, "GRPO"), (7, 8, "SFT"), (8, 9, "GRPO") }));
            Assert.That(chances, Is.EqualTo(new[] { 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5 }));
        }
    }

    [Test]
    public void Cells_of_a_long_run_are_tinted_by_their_share_of_sft()
    {
        // Two steps a cell, one of them SFT.
        MetricsRow[] rows = [.. Enumerable.Range(1, 1200).Select(step => new MetricsRow(step, step % 2 == 0, new Dictionary<string, double>()))];
        JsonElement[] band = [.. new ParsedPage((SampleRun.Report with { Metrics = rows }).ToPage()).Chart("p(SFT)")
            .GetProperty("layer")[0].GetProperty("data").GetProperty("values").EnumerateArray()];
        Assert.That(
            band.Select(cell => (cell.GetProperty("kind").GetString(), cell.GetProperty("from").GetInt32(), cell.GetProperty("to").GetInt32(), cell.GetProperty("share").GetDouble())),
            Is.EqualTo(new[] { ("GRPO", 0, 1200, 1.0), ("SFT", 0, 1200, 0.5) }));
    }

    [Test]
    public void The_episodes_are_those_of_the_last_evaluation()
    {
        JsonElement episodes = Page.Episodes;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(episodes.GetArrayLength(), Is.EqualTo(2));
            Assert.That(episodes[0].GetProperty("turns")[0].GetProperty("observation").GetString(), Is.EqualTo("Make 12 <script>alert(1)</script>"));
            Assert.That(episodes[1].GetProperty("unscored").GetString(), Is.EqualTo("the worker died"));
        }
    }

    [Test]
    public void A_run_that_has_measured_nothing_yet_has_a_page_too()
    {
        var page = new ParsedPage(new RunReport("new", [], [], "", []).ToPage());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.Descendants("h1").Single().Value, Is.EqualTo("new"));
            Assert.That(page.Headings, Is.Empty);
        }
    }

    [Test]
    public void The_same_run_gives_the_same_bytes() => Assert.That(SampleRun.Report.ToPage().ToHtml(), Is.EqualTo(Page.Html));

    [Test]
    public void A_long_run_stays_a_small_file()
    {
        RunReport report = SampleRun.Report;
        MetricsRow[] rows = [.. Enumerable.Range(1, 50_000).Select(step => report.Metrics[step % 9] with { Step = step })];
        string html = (report with { Metrics = rows }).ToPage().ToHtml();
        Assert.That(html, Has.Length.LessThan(Page.Script.Length + 500_000));
    }
}
