using System.Globalization;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>The chance that one of k samples is right, and that all are, by k.</summary>
internal sealed record PassAtKChart(SampleScore Score) : PageBlock
{
    private static readonly string[] Names = ["pass@k: one is right", "pass^k: all are right"];

    internal override void Write(Markup html) => ChartFigure.Write(html, "Right in k tries", "over all problems", Specification(), wide: true);

    private object Specification() => new
    {
        description = "pass@k and pass^k by the number of samples",
        width = "container",
        height = 210,
        data = new { values = Values(Names[0], Score.PassAt).Concat(Values(Names[1], Score.PassHat)) },
        mark = new { type = "line", point = new { size = 50, filled = true } },
        encoding = new
        {
            x = new { field = "k", type = "quantitative", scale = new { type = "log", @base = 2, nice = false }, axis = new { values = Score.PassAt.Keys.Select(Number), format = "d", title = "k" } },
            y = new { field = "value", type = "quantitative", scale = new { domain = new[] { 0, 1 } }, axis = Axis.Values(share: true) },
            color = new { field = "name", type = "nominal", scale = new { domain = Names }, legend = new { symbolType = "stroke" } },
            tooltip = new object[] { new { field = "name", title = "" }, new { field = "k", type = "quantitative", title = "k" }, new { field = "text", title = "chance" } },
        },
    };

    private static IEnumerable<object> Values(string name, IReadOnlyDictionary<string, double> byK) => byK.Select(pair => new { name, k = Number(pair.Key), value = pair.Value, text = Figures.Percentage(pair.Value) });

    private static int Number(string k) => int.Parse(k, CultureInfo.InvariantCulture);
}
