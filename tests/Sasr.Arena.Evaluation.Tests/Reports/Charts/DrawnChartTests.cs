using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Reports.Charts;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Reports.Charts;

/// <summary>The chart library draws the pages' specifications, in Node.js instead of a browser.</summary>
public class DrawnChartTests
{
    private const int OldestNode = 20;
    private static readonly string Modules = Path.Combine(RepositoryFiles.Root, "src", "Sasr.Arena.Evaluation", "Reports", "Page", "node_modules");

    [Test]
    public void Every_chart_is_drawn_without_a_warning_and_shows_all_its_data()
    {
        var sampling = new SampleScore(
            2, 0.5, new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.75 }, new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.25 }, 0.5, 1, 1);
        ReportPage page = SampleRun.Report.ToPage().Section(
            "More", "",
            new HeatMap("Map", "", ["a", "b"], ["c"], [new HeatMapCell("a", "c", 0.5, 0.4, 0.6), new HeatMapCell("b", "c", -0.25, -0.4, 0)]) { Signed = true },
            new PassAtKChart(sampling),
            new DifferenceChart("Change", [new DifferenceRow("a", null, -0.1, -0.18, -0.02, 40), new DifferenceRow("a", 2, 0.02, -0.06, 0.1, 20), new DifferenceRow("b", null, null, -1, 1, 0)]));
        JsonElement[] drawn = [.. Draw(new ParsedPage(page).Specifications).EnumerateArray()];

        Assert.That(drawn, Has.Length.EqualTo(9));
        using (Assert.EnterMultipleScope())
        {
            foreach (JsonElement chart in drawn)
                Assert.That(chart.GetProperty("warnings").EnumerateArray().Select(text => text.GetString()), Is.Empty, chart.GetProperty("description").GetString());
            // An interval for each of two evaluations of a task of one level.
            Assert.That(Marks(drawn[0], "rule mark"), Is.EqualTo(2));
            Assert.That(Texts(drawn[0]), Does.Contain("math/pick-two").And.Contain("at the end").And.Contain("100%"));
            // Nine steps are six runs of a kind.
            Assert.That(Marks(drawn[1], "rect mark"), Is.EqualTo(6));
            Assert.That(Texts(drawn[6]), Does.Contain("+50.0").And.Contain("−25.0"));
            Assert.That(Marks(drawn[7], "line mark"), Is.EqualTo(2));
            // The intervals and the line at 0; what is not known has a line without a mark.
            Assert.That((Marks(drawn[8], "rule mark"), Marks(drawn[8], "point")), Is.EqualTo((3, 2)));
            Assert.That(Texts(drawn[8]), Does.Contain("a").And.Contain("level 2").And.Contain("b").And.Contain("−20").And.Contain("0").And.Contain("+20"));
        }
    }

    private static int Marks(JsonElement chart, string role) => chart.GetProperty("marks").TryGetProperty(role, out JsonElement count) ? count.GetInt32() : 0;

    private static IEnumerable<string?> Texts(JsonElement chart) => chart.GetProperty("texts").EnumerateArray().Select(text => text.GetString());

    private static JsonElement Draw(string specifications)
    {
        string version = Node("--version", "");
        if (int.Parse(version.TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) < OldestNode)
            Assert.Ignore($"needs Node.js {OldestNode} to draw without a browser; this is {version.Trim()}");
        return JsonDocument.Parse(Node($"\"{Path.Combine(RepositoryFiles.Root, "tests", "Sasr.Arena.Evaluation.Tests", "Reports", "Charts", "draw.mjs")}\" \"{Modules}\"", specifications)).RootElement;
    }

    private static string Node(string arguments, string input)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new Win32Exception("node did not start");
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, errors.Result);
        return output;
    }
}
