using System.Globalization;
using Sasr.Arena.Checks;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>What tasks are like, a task or a level a line, in 80 columns.</summary>
internal static class StatisticsTable
{
    private const int NameWidth = 28;

    public static void Write(Terminal terminal, TaskStatistics[] rows)
    {
        terminal.Out.WriteLine($"{"length, mean/max:",-NameWidth} {"question",9} {"solution",9} {"answer",7} {"bits",4} {"top",4} {"questions",10}");
        foreach (TaskStatistics row in rows)
        {
            string name = row.Level is { } level ? $"  level {level}" : row.Task;
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-NameWidth} {Length(row.Question),9} {Length(row.Solution),9} {Length(row.Answer),7} {row.AnswerBits,4:0.0} {row.CommonestShare,4:0%} {Space(row),10}"));
        }
        foreach (TaskStatistics row in rows.Where(row => row.CommonestShare > TaskStatistics.HighShare && row.Level is null))
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"warning: {row.Task}: always answering '{Short(row.CommonestAnswer)}' is right on {row.CommonestShare:0%} of a level's problems."));
        }
    }

    public static void Write(Terminal terminal, TaskRates[] rows)
    {
        terminal.Out.WriteLine($"{"a second:",-40} {"made",12} {"scored",12}");
        foreach (TaskRates row in rows)
            Line(terminal, row.Task, row.Generated, row.Scored);
        Line(terminal, "median", Median([.. rows.Select(row => row.Generated)]), Median([.. rows.Select(row => row.Scored)]));
    }

    private static void Line(Terminal terminal, string name, double generated, double scored) => terminal.Out.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{name,-40} {generated,12:#,0} {scored,12:#,0}"));

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static string Length(TextLength length) => string.Create(CultureInfo.InvariantCulture, $"{length.Mean:0}/{length.Max}");

    private static string Space(TaskStatistics row)
    {
        string size = row.Space switch
        {
            >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{row.Space / 1_000_000:0.#}M"),
            >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{row.Space / 1_000:0}k"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{row.Space:0}"),
        };
        return row.SpaceIsBound ? $">{size}" : $"~{size}";
    }

    private static string Short(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
}
