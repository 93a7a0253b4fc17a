using Sasr.Arena.Cli.Diagnosis;
using Spectre.Console;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>What a machine has, in 80 columns.</summary>
internal static class ExaminationView
{
    public static void Write(Terminal terminal, Examination found)
    {
        terminal.Console.Write(Rows("sandbox", found.Layers.Select(layer => (layer.Name, layer.IsActive, layer.Detail))));
        terminal.Console.Write(Rows("engines", found.Engines.Select(engine => (engine.Name, engine.IsPresent, engine.Detail))));
        if (found.Problem is null)
        {
            terminal.Out.WriteLine("Every layer of the sandbox is active.");
            return;
        }
        terminal.Out.WriteLine(found.Problem);
        if (found.Remedy is not null)
            terminal.Out.WriteLine($"To enable it: {found.Remedy}");
        terminal.Out.WriteLine("Until then the repository's own scripts run behind the gates alone, and model-written code is not run.");
    }

    private static Table Rows(string title, IEnumerable<(string Name, bool Has, string Detail)> rows)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn(title).NoWrap())
            .AddColumn("")
            .AddColumn("");
        foreach ((string name, bool has, string detail) in rows)
            table.AddRow(new Text(name), new Markup(has ? "[green]yes[/]" : "[yellow]no[/]"), new Text(detail));
        return table;
    }
}
