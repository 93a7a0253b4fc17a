using Sasr.Arena.Agents;
using Sasr.Arena.Checks;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>
/// What holds for every task of the repository, those that are added later included: what <c>arena tasks check</c> proves, on fewer problems.
/// </summary>
[TestFixtureSource(typeof(Repository), nameof(Repository.TaskIds))]
public sealed class EveryTaskTests(string id)
{
    private static readonly CheckOptions Quick = new() { Problems = CheckOptions.MinProblems, JudgedProblems = 4 };

    [Test]
    public async Task Its_check_finds_nothing()
    {
        var check = new TaskCheck(Repository.Catalog.TaskAsync, SecondHost.Catalog.TaskAsync, Quick);
        TaskReport report = await check.RunAsync(id);
        Assert.That(report.Findings.Select(finding => $"{finding.Check}, level {finding.Level}: {finding.Message}\n{finding.Question}"), Is.Empty);
    }

    [Test]
    public async Task The_oracle_earns_everything_in_its_domains_environment()
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync(id);
        EpisodeRequest[] requests = [.. Repository.Levels(task).Select(level => new EpisodeRequest(id, level, Split.Test, Seed: 3))];
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(Repository.Catalog).RunAsync(requests, new OracleAgent());
        Assert.That(episodes.Select(episode => episode.Reward.Value), Is.All.EqualTo(1).Within(1e-9));
    }
}
