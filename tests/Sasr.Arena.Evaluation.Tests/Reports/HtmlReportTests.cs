using System.Xml.Linq;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class HtmlReportTests
{
    private static readonly string Html = HtmlReport.Render(SampleRun.Report);

    private static readonly XDocument Page = XDocument.Parse(Html, LoadOptions.PreserveWhitespace);

    [Test]
    public void The_page_is_well_formed_and_asks_nothing_of_the_network()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Root!.Name.LocalName, Is.EqualTo("html"));
            Assert.That(Page.Descendants("script"), Is.Empty);
            Assert.That(Page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"), Is.Empty);
            Assert.That(Html, Does.Not.Contain("url(").And.Not.Contain("@import"));
            Assert.That(Html, Does.Contain("prefers-color-scheme: dark"));
        }
    }

    [Test]
    public void What_people_and_models_wrote_is_shown_and_never_markup()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Descendants("h1").Single().Value, Is.EqualTo("quick & <start>"));
            Assert.That(Texts("pre"), Does.Contain("Make 12 <script>alert(1)</script>").And.Contain("3+9 & more").And.Contain("seed: 1 # <none>"));
        }
    }

    [Test]
    public void The_table_shows_both_accuracies_with_their_published_intervals()
    {
        // Newcombe 1998: 15/148 gives 0.0624 to 0.1605, 81/263 gives 0.2553 to 0.3662.
        string[] cells = [.. Page.Descendants("tr").Skip(1).First().Elements("td").Select(cell => cell.Value)];
        Assert.That(cells[..4], Is.EqualTo(new[] { "263", "10.1 6.2–16.0", "30.8 25.5–36.6", "+20.7" }));
    }

    [Test]
    public void The_steps_are_counted_by_kind() => Assert.That(Html, Does.Contain("6 SFT, 3 GRPO"));

    [Test]
    public void There_is_a_chart_for_everything_that_was_measured_and_for_nothing_else()
    {
        Assert.That(
            Page.Descendants("svg").Select(svg => (string?)svg.Attribute("aria-label")).OfType<string>(),
            Is.EqualTo(new[]
            {
                "Schedule: SFT and GRPO by step", "Accuracy on validation problems", "Reward", "Loss on worked solutions", "Gradient norm",
            }));
    }

    [Test]
    public void A_curriculum_is_a_line_a_task()
    {
        MetricsRow[] rows = [.. SampleRun.Report.Metrics.Select(row => row with { Values = WithLevels(row) })];

        XElement chart = XDocument.Parse(HtmlReport.Render(SampleRun.Report with { Metrics = rows })).Descendants("figure")
            .Single(figure => figure.Descendants("b").First().Value == "Curriculum");

        Assert.That(
            chart.Descendants("span").Where(span => ((string?)span.Attribute("class"))?.StartsWith("key", StringComparison.Ordinal) == true).Select(span => span.Value),
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
        // Step 3 of 9 on an axis from 50 to 468.
        XElement mark = Page.Descendants("line").First(line => (string?)line.Attribute("class") == "mark");
        Assert.That((double)mark.Attribute("x1")!, Is.EqualTo(50 + (418 * 3.0 / 9)).Within(0.01));
    }

    [Test]
    public void An_episode_without_a_reward_says_so() => Assert.That(Html, Does.Contain("unscored").And.Contain("no reward"));

    [Test]
    public void A_run_that_has_measured_nothing_yet_has_a_page_too()
    {
        string html = HtmlReport.Render(new RunReport("new", [], [], [], "", []));
        Assert.That(XDocument.Parse(html).Descendants("h1").Single().Value, Is.EqualTo("new"));
    }

    [Test]
    public void The_same_run_gives_the_same_bytes() => Assert.That(HtmlReport.Render(SampleRun.Report), Is.EqualTo(Html));

    [Test]
    public void A_long_run_stays_a_small_file()
    {
        RunReport report = SampleRun.Report;
        MetricsRow[] rows = [.. Enumerable.Range(1, 50_000).Select(step => report.Metrics[step % 9] with { Step = step })];
        Assert.That(HtmlReport.Render(report with { Metrics = rows }), Has.Length.LessThan(500_000));
    }

    private static IEnumerable<string> Texts(string element) => Page.Descendants(element).Select(node => node.Value);
}
