using System.Text.RegularExpressions;
using Sasr.Arena.Agents;
using Sasr.Arena.Checks;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>The examples in docs/writing-a-task.md run as they are printed there.</summary>
public sealed class WritingATaskTests
{
    [Test]
    public async Task Every_example_loads_and_its_oracle_earns_everything()
    {
        using var folder = new ScriptFolder();
        Write(folder, ["rewards/numeric.csx", "environments/math/environment.yaml"]);
        string page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "writing-a-task.md"));
        MatchCollection examples = Regex.Matches(page, "```(?:csharp|js)\n(// ((?:tasks|rewards|environments)/[^:]+): .*?)```", RegexOptions.Singleline);
        foreach (Match example in examples)
            folder.Write(example.Groups[2].Value, example.Groups[1].Value);

        var catalog = new ArenaCatalog(folder.Root, SharedHost.Instance);
        Assert.That(catalog.Ids, Is.EqualTo(new[] { "games/count-down", "math/average", "math/binary" }));
        Assert.That((await catalog.RewardAsync("one-of")).Version, Is.EqualTo(1));
        foreach (string id in catalog.TaskIds)
        {
            var check = new TaskCheck(catalog.TaskAsync, catalog.TaskAsync, new CheckOptions { Problems = CheckOptions.MinProblems, JudgedProblems = 4 });
            Assert.That((await check.RunAsync(id)).Findings, Is.Empty);
        }
        EpisodeRequest[] requests = [.. catalog.Ids.SelectMany(id =>
            Enumerable.Range(0, 30).Select(seed => new EpisodeRequest(id, 1 + seed % 3, Split.Test, (ulong)seed)))];
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(catalog).RunAsync(requests, new OracleAgent());
        Assert.That(episodes.Where(episode => !episode.Reward.IsCorrect).Select(episode => $"{episode.Request}: {episode.Outcome}"), Is.Empty);
    }

    private static void Write(ScriptFolder folder, string[] files)
    {
        foreach (string file in files)
            folder.Write(file, File.ReadAllText(Path.Combine(Repository.Root, file)));
    }
}
