using System.Globalization;
using Sasr.Arena.Environments;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>Tasks and games, one a row, in 80 columns.</summary>
internal static class TaskTable
{
    public static Table Of(IEnumerable<EnvironmentInfo> environments)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("id").NoWrap())
            .AddColumn(new TableColumn("levels").RightAligned())
            .AddColumn("what is asked, and what it exercises");
        foreach (EnvironmentInfo info in environments)
        {
            table.AddRow(
                new Text(info.Id),
                new Text(info.Levels.ToString(CultureInfo.InvariantCulture)),
                new Markup($"{Markup.Escape(info.Summary)} [dim]({Markup.Escape(string.Join(", ", info.Tags))})[/]"));
        }
        return table;
    }
}
