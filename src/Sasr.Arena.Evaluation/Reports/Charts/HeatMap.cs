namespace Sasr.Arena.Evaluation.Reports.Charts;

/// <summary>A matrix of shares, or of differences of shares, with its intervals: a map, and the same figures as a table.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Note">How to read it.</param>
/// <param name="Rows">Names from top to bottom; each once.</param>
/// <param name="Columns">Names from left to right; each once.</param>
/// <param name="Cells">At most one for a row and column; the others stay empty.</param>
public sealed record HeatMap(
    string Title, string Note, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<HeatMapCell> Cells) : PageBlock
{
    private const int NarrowestCell = 58, WidestCell = 160, LabelWidth = 190, Margins = 36, RowHeight = 30;

    // In pixels and characters: a longer name of a column than this leans, so that its cells need not be wider for it.
    private const int CharacterWidth = 8, LongestUpright = 12;

    /// <summary>Whether the values are differences: then they bear signs, losses and gains have colours of their own, and what differs from 0 for certain is bold.</summary>
    public bool Signed { get; init; }

    internal override void Write(Markup html)
    {
        int cell = Leans ? NarrowestCell : Math.Max(NarrowestCell, CharacterWidth * LongestName);
        ChartFigure.Write(
            html, Title, Note, Specification(), wide: true,
            minWidth: LabelWidth + Margins + (cell * Columns.Count), maxWidth: LabelWidth + Margins + (WidestCell * Columns.Count));
        Table(html);
    }

    private int LongestName => Columns.Select(name => name.Length).DefaultIfEmpty().Max();

    private bool Leans => LongestName > LongestUpright;

    private object Specification()
    {
        object strength = new
        {
            field = "strength",
            type = "quantitative",
            scale = new { domain = new[] { 0, Signed ? Math.Max(0.01, Cells.Select(cell => Math.Abs(cell.Value)).DefaultIfEmpty().Max()) : 1 }, range = new[] { 0.05, 0.75 } },
            legend = (object?)null,
        };
        return new
        {
            description = Title,
            width = "container",
            height = RowHeight * Rows.Count,
            padding = new { left = 5, top = 5, bottom = 5, right = 20 },
            data = new { values = Cells.Select(Value) },
            encoding = new
            {
                x = new { field = "column", type = "nominal", scale = new { domain = Columns }, axis = new { orient = "top", labelAngle = Leans ? -35 : 0, labelLimit = 160 } },
                y = new { field = "row", type = "nominal", scale = new { domain = Rows }, axis = new { grid = false, labelLimit = LabelWidth, labelColor = "var(--ink)" } },
                tooltip = new object[]
                {
                    new { field = "row", title = "row" },
                    new { field = "column", title = "column" },
                    new { field = "text", title = Signed ? "points" : "percent" },
                    new { field = "interval", title = "95 % interval" },
                },
            },
            layer = new object[]
            {
                new
                {
                    mark = new { type = "rect", cornerRadius = 3 },
                    encoding = new
                    {
                        color = new { condition = new { test = "datum.value < 0", value = "var(--loss)" }, value = Signed ? "var(--gain)" : "var(--c1)" },
                        fillOpacity = strength,
                    },
                },
                new
                {
                    mark = new { type = "text", fontWeight = new { expr = "datum.certain ? 700 : 400" } },
                    encoding = new { text = new { field = "text" } },
                },
            },
        };
    }

    private object Value(HeatMapCell cell) => new
    {
        row = cell.Row,
        column = cell.Column,
        value = cell.Value,
        strength = Math.Abs(cell.Value),
        text = cell.Mark + Text(cell.Value),
        interval = Interval(cell),
        certain = Signed && (cell.Low > 0 || cell.High < 0),
    };

    private void Table(Markup html)
    {
        var cells = Cells.ToDictionary(cell => (cell.Row, cell.Column));
        html.Add($"""<details class="wide"><summary>{Title} in figures</summary><div class="scroll card"><table><thead><tr><th></th>""");
        foreach (string column in Columns)
            html.Add($"""<th class="num">{column}</th>""");
        html.Add($"</tr></thead><tbody>");
        foreach (string row in Rows)
        {
            html.Add($"""<tr><th scope="row">{row}</th>""");
            foreach (string column in Columns)
            {
                html.Add(cells.TryGetValue((row, column), out HeatMapCell? cell)
                    ? new Markup().Add($"""<td class="num">{Text(cell.Value)} <span class="interval">{Interval(cell)}</span></td>""")
                    : new Markup().Add($"<td></td>"));
            }
            html.Add($"</tr>");
        }
        html.Add($"</tbody></table></div></details>");
    }

    private string Interval(HeatMapCell cell) => $"{Text(cell.Low)} to {Text(cell.High)}";

    private string Text(double value) => Signed ? PageFigures.Points(value) : Figures.Percent(value);
}
