using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Cli.Rendering;

/// <summary>The catalogue of tasks in Markdown: a table of contents by domain, then one example of each.</summary>
internal static partial class Gallery
{
    private const int Level = 2;
    private const ulong Seed = 1;

    /// <param name="catalog">The tasks.</param>
    /// <param name="folder">Where the text will lie: links start there.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="InputException">A task does not load.</exception>
    public static async Task<string> RenderAsync(ArenaCatalog catalog, string folder, CancellationToken ct)
    {
        string[] ids = [.. catalog.TaskIds.Where(id => !catalog.IsDataset(id))];
        var text = new StringBuilder();
        text.Append($"""
            # The tasks

            {ids.Length} tasks, each with one problem as `arena tasks show` draws it, its worked solution and its answer.
            Written by `arena tasks gallery`; edit the tasks, not this page.


            """.ReplaceLineEndings("\n"));
        IGrouping<string, string>[] domains = [.. ids.GroupBy(id => id[..id.IndexOf('/', StringComparison.Ordinal)])];
        foreach (IGrouping<string, string> domain in domains)
        {
            IEnumerable<string> links = domain.Select(id => $"[{id[(domain.Key.Length + 1)..]}](#{Anchor(id)})");
            text.Append(CultureInfo.InvariantCulture, $"- [{domain.Key}](#{domain.Key}) ({domain.Count()}): {string.Join(", ", links)}\n");
        }
        foreach (IGrouping<string, string> domain in domains)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {domain.Key}\n");
            foreach (string id in domain)
                await AppendAsync(text, catalog, id, folder, ct);
        }
        return text.ToString();
    }

    private static async Task AppendAsync(StringBuilder text, ArenaCatalog catalog, string id, string folder, CancellationToken ct)
    {
        ReasoningTask task = await catalog.TaskAsync(id);
        TaskInfo info = task.Info;
        int level = Math.Min(Level, info.Levels);
        Problem problem = (await task.GenerateAsync(new ProblemRequest(Split.Train, level, Count: 1, Seed), ct))[0];
        string file = Path.GetRelativePath(folder, catalog.TaskFile(id)).Replace('\\', '/');
        string judge = info.Reward is { } reward ? $"judged by `{reward}`" : "judged by its own rules";
        string summary = info.Summary.Length > 0 ? $"{char.ToUpperInvariant(info.Summary[0])}{info.Summary[1..]}" : "";
        text.Append($"""

            ### {id}

            {summary} {info.Levels} levels; {string.Join(", ", info.Tags)}; {judge}; [script]({file}).

            Level {level}:

            {Fenced(problem.Question)}

            Worked solution:

            {Fenced(problem.Solution)}

            Answer:

            {Fenced(problem.Answer)}

            """.ReplaceLineEndings("\n"));
    }

    // A fence longer than any in the text, so that nothing in it ends it.
    private static string Fenced(string text)
    {
        int longest = Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max();
        string fence = new('`', Math.Max(3, longest + 1));
        return $"{fence}text\n{text.TrimEnd()}\n{fence}";
    }

    private static string Anchor(string heading) => NoAnchor().Replace(heading.ToLowerInvariant(), "");

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NoAnchor();
}
