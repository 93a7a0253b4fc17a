using System.Globalization;
using Sasr.Arena.Evaluation;
using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Formats;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>A comparison in 80 columns: the differences, what flipped, and the verdict last.</summary>
internal sealed class ComparisonView(Terminal terminal)
{
    private const int Width = 80, Flips = 5, QuestionWidth = 66;

    public void Show(EvaluationComparison comparison, GateVerdict verdict)
    {
        Wrap(Method.Describe(comparison));
        terminal.Console.Write(Table(comparison));
        if (comparison.Overall.LeftOut > 0)
            Wrap(Figures.LeftOut(comparison.Overall));
        Flipped(comparison.Flipped);
        foreach (string note in comparison.Notes)
            Wrap($"note: {note}");
        terminal.Console.Write(new Text($"{verdict.Headline}.", Style(verdict.Outcome)));
        terminal.Out.WriteLine();
        foreach (GateFinding finding in verdict.Findings)
            Wrap(finding.Message);
        Wrap(verdict.Resolution);
    }

    private static Table Table(EvaluationComparison comparison)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("accuracy, %"))
            .AddColumn(new TableColumn("n").RightAligned().NoWrap())
            .AddColumn(new TableColumn("base").RightAligned().NoWrap())
            .AddColumn(new TableColumn("head").RightAligned().NoWrap())
            .AddColumn(new TableColumn("change [[95 %]]").RightAligned().NoWrap())
            .AddColumn(new TableColumn("p Holm").RightAligned().NoWrap());
        foreach (TaskDifference task in comparison.Tasks)
        {
            Row(table, task.Environment, task.Total, task.AdjustedPValue, bold: true);
            foreach (LevelDifference level in task.Levels.Count > 1 ? task.Levels : [])
                Row(table, $"  level {level.Level}", level.Difference, null, bold: false);
        }
        Row(table, "all", comparison.Overall, comparison.Overall.PValue, bold: true);
        return table;
    }

    private static void Row(Table table, string name, Difference difference, double? p, bool bold)
    {
        Style style = bold ? new Style(decoration: Decoration.Bold) : Spectre.Console.Style.Plain;
        table.AddRow(
            new Text(name, style),
            new Text(difference.Problems.ToString(CultureInfo.InvariantCulture)),
            new Text(Figures.Percent(difference.BaseAccuracy)),
            new Text(Figures.Percent(difference.HeadAccuracy)),
            new Text(Figures.WithInterval(difference), style),
            new Text(p is { } value ? Figures.PValue(value) : ""));
    }

    private void Flipped(IReadOnlyList<FlippedProblem> flips)
    {
        if (flips.Count == 0)
        {
            terminal.Out.WriteLine("No problem flipped.");
            return;
        }
        int worse = flips.Count(flip => flip.IsWorse);
        terminal.Out.WriteLine($"Flipped: {worse} worse, {flips.Count - worse} better{(flips.Count > Flips ? $"; --html and --json have more. The first {Flips}:" : ":")}");
        foreach (FlippedProblem flip in flips.Take(Flips))
        {
            PairedProblem problem = flip.Problem;
            string share = problem.Pairs > 1 ? $", {problem.BaseCorrect} -> {problem.HeadCorrect} of {problem.Pairs} right" : "";
            terminal.Out.WriteLine($"  {(flip.IsWorse ? "worse " : "better")} {problem.Environment} level {problem.Level} problem {problem.Index}{share}");
            terminal.Out.WriteLine($"    asked: {Short(flip.Base.Question)}");
            if (flip.Base.Answer is { } answer)
                terminal.Out.WriteLine($"    right: {Short(answer)}");
            terminal.Out.WriteLine($"    base:  {Short(Given(flip.Base))}");
            terminal.Out.WriteLine($"    head:  {Short(Given(flip.Head))}");
        }
    }

    private static Style Style(GateOutcome outcome) => new(
        outcome switch { GateOutcome.Regression => Color.Red, GateOutcome.Unscored => Color.Yellow, _ => Color.Green }, decoration: Decoration.Bold);

    private static string Given(EpisodeRecord episode) => episode switch
    {
        { Given: { } answer } => answer,
        { Turns.Count: > 0 } => episode.Turns[^1].Action,
        _ => "",
    };

    private static string Short(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= QuestionWidth ? line : $"{line[..QuestionWidth]}…";
    }

    private void Wrap(string text)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > Width)
            {
                terminal.Out.WriteLine(line);
                line = "";
            }
            line += line.Length == 0 ? word : $" {word}";
        }
        terminal.Out.WriteLine(line);
    }
}
