using System.Text.RegularExpressions;
using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Tests.Library;

public sealed class GuessNumberTests
{
    private const string Id = "games/guess-number";

    [TestCase(1, 10, 4)]
    [TestCase(2, 50, 6)]
    [TestCase(3, 200, 8)]
    [TestCase(4, 1000, 10)]
    public async Task The_oracle_bisects_the_range(int level, int range, int turns)
    {
        EpisodeRequest[] requests = [.. Enumerable.Range(0, 40).Select(seed => new EpisodeRequest(Id, level, Split.Test, (ulong)seed))];
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(Repository.Catalog).RunAsync(requests, new OracleAgent());
        Assert.That(episodes.Select(episode => episode.Reward.Value), Is.All.EqualTo(1));
        Assert.That(episodes.Select(episode => episode.Turns.Count), Is.All.LessThanOrEqualTo(turns));
        Assert.That(episodes[0].Turns[0].Observation.Text, Does.Contain($"from 1 to {range}"));
    }

    [Test]
    public async Task The_hints_are_true()
    {
        await using IEnvironment game = (await Repository.Catalog.FactoryAsync(Id))();
        await game.ResetAsync(5, new ResetOptions(1));
        var hints = new List<string>();
        for (int guess = 1; guess <= 10; guess++)
        {
            StepResult step = await game.StepAsync($"{guess}");
            if (step.Terminated)
            {
                Assert.That(step.Observation.Text, Does.Contain($"{guess}"));
                Assert.That(hints, Is.All.EqualTo("higher"));
                return;
            }
            hints.Add(step.Observation.Text);
        }
        Assert.Fail("No number from 1 to 10 was the hidden one.");
    }

    [TestCase("")]
    [TestCase("seven")]
    [TestCase("7.5")]
    [TestCase("-7")]
    [TestCase("1 2 3 4 5 6 7 8 9 10")]
    [TestCase("99999999999999999999")]
    [TestCase("\uff17")]
    public async Task What_is_no_number_costs_a_turn_and_says_so(string action)
    {
        await using IEnvironment game = (await Repository.Catalog.FactoryAsync(Id))();
        await game.ResetAsync(1);
        StepResult step = await game.StepAsync(action);
        Assert.That(step.Observation.Text, Does.StartWith("That is not a number."));
        Assert.That(step.Rewards[0].Value, Is.Zero);
        Assert.That(step.Rewards[0].IsScored);
        Assert.That(step.Terminated || step.Truncated, Is.False);
        Assert.That(step.Observation.Demonstration, Is.Not.Null, "the oracle still knows a guess");
    }

    [Test]
    public async Task An_episode_that_finds_nothing_is_cut_off_without_reward()
    {
        var runner = new EpisodeRunner(Repository.Catalog);
        Episode episode = (await runner.RunAsync([new EpisodeRequest(Id, 4, Split.Train, 1)], new Says("0")))[0];
        Assert.That(episode.Truncated);
        Assert.That(episode.Turns, Has.Count.EqualTo(12));
        Assert.That(episode.Reward.Value, Is.Zero);
        Assert.That(episode.Reward.IsScored);
    }

    [Test]
    public async Task Questions_and_games_are_played_together()
    {
        EpisodeRequest[] requests = [.. Repository.Catalog.Ids.SelectMany(id =>
            Enumerable.Range(1, 4).Select(level => new EpisodeRequest(id, level, Split.Validation, Seed: 11)))];
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(Repository.Catalog).RunAsync(requests, new OracleAgent());
        Assert.That(episodes.Where(episode => episode.Reward.Value < 1 - 1e-9).Select(episode => $"{episode.Request}: {episode.Outcome}"), Is.Empty);
        Assert.That(episodes.Select(episode => episode.Request), Is.EqualTo(requests));
    }

    [Test]
    public void Every_domain_of_tasks_has_an_environment_that_names_it()
    {
        foreach (string domain in Repository.TaskIds.Select(id => Regex.Match(id, "^[^/]+").Value).Distinct())
        {
            EnvironmentDefinition definition = EnvironmentDefinition.Read(Path.Combine(Repository.Root, "environments", domain, "environment.yaml"));
            Assert.That(definition.Tasks, Is.EqualTo(new[] { $"{domain}/*" }));
            Assert.That(definition.Format.Name, Is.EqualTo("think-answer"));
            Assert.That(definition.Instructions, Does.Contain("<answer>"));
        }
    }

    private sealed class Says(string text) : IAgent
    {
        public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default) =>
            ValueTask.FromResult<IReadOnlyList<AgentAction>>([.. conversations.Select(_ => new AgentAction(text))]);
    }
}
