using System.CommandLine;
using Sasr.Arena.Environments;

namespace Sasr.Arena.Cli.Commands;

/// <summary>Tasks that a command is told by ids and patterns.</summary>
internal static class TaskSelection
{
    public static Argument<string[]> Patterns() => new("ids")
    {
        Description = "Ids, or patterns such as math/* (default: all tasks)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The same without data sets: their problems are given, and not the arena's to prove anything of.</summary>
    /// <exception cref="InputException">A pattern names nothing, or games and data sets alone.</exception>
    public static string[] ExpandScripts(ArenaCatalog catalog, string[] patterns)
    {
        string[] tasks = Expand(catalog, patterns);
        string[] scripts = [.. tasks.Where(id => !catalog.IsDataset(id))];
        foreach (string id in tasks.Except(scripts))
            catalog.Notice?.Invoke($"skipped: {id} is a data set");
        return scripts.Length > 0 ? scripts : throw new InputException($"{tasks[0]} is a data set; only tasks that generate their problems are meant here.");
    }

    /// <summary>The tasks, sorted; games are none.</summary>
    /// <exception cref="InputException">A pattern names nothing, or games alone.</exception>
    public static string[] Expand(ArenaCatalog catalog, string[] patterns)
    {
        string[] named = [.. (patterns.Length == 0 ? ["*"] : patterns).SelectMany(catalog.Expand).Distinct()];
        string[] tasks = [.. catalog.TaskIds.Where(named.Contains)];
        return tasks.Length > 0
            ? tasks
            : throw new InputException($"{named[0]} is a game; only tasks are meant here.");
    }
}
