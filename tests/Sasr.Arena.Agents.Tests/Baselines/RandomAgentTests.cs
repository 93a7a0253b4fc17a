using Sasr.Arena.Agents.Baselines;
using Sasr.Arena.Environments;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Agents.Tests.Baselines;

public sealed class RandomAgentTests
{
    private FakeArena _arena = null!;

    [SetUp]
    public void Open() => _arena = new FakeArena();

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public async Task It_gives_the_answer_of_another_problem_of_the_same_level_in_the_form_that_is_asked_for()
    {
        IReadOnlyList<Episode> episodes = await PlayAsync("math/double", level: 1, 200);

        int[] given = [.. episodes.Select(episode => int.Parse(episode.Turns[0].Action.Text.Split("#### ")[1]))];
        Assert.That(given, Is.All.InRange(0, 2000), "level 1 doubles numbers up to 1000");
        Assert.That(given.Distinct().Count(), Is.GreaterThan(100));
        Assert.That(given.Select(answer => Splits.Of($"2 * {answer / 2}")), Is.All.EqualTo(Split.Train));
        Assert.That(episodes.Select(episode => episode.Reward.IsCorrect), Is.All.False, "a test problem is none of the train split");
        Assert.That(episodes.Select(episode => episode.Reward.Components["format"]), Is.All.EqualTo(1));
        Assert.That((await PlayAsync("math/double", 3, 50)).Max(episode => int.Parse(episode.Turns[0].Action.Text.Split("#### ")[1])), Is.GreaterThan(2000));
    }

    [Test]
    public async Task It_keeps_to_the_format_of_the_episodes()
    {
        var overrides = new EnvironmentOverrides(AnswerFormats.Find("think-answer"));
        Episode episode = (await new EpisodeRunner(_arena.Catalog, overrides).RunAsync(Requests("math/double", 1, 1), new RandomAgent(_arena.Catalog, overrides)))[0];
        Assert.That(episode.Turns[0].Action.Text, Does.StartWith("<think>").And.EndWith("</answer>"));
    }

    [Test]
    public async Task The_same_conversation_is_answered_the_same_way_in_any_company()
    {
        IReadOnlyList<Episode> together = await PlayAsync("math/double", 2, 20);
        IReadOnlyList<Episode> alone = await new EpisodeRunner(_arena.Catalog).RunAsync(Requests("math/double", 2, 20)[7..8], new RandomAgent(_arena.Catalog));
        Assert.That(alone[0].Turns[0].Action.Text, Is.EqualTo(together[7].Turns[0].Action.Text));
    }

    [Test]
    public async Task In_a_game_it_does_what_is_right_at_that_turn_of_another_episode()
    {
        // A countdown of level 2 begins at 2 or 3, so at turn t another one says 2 - t or 3 - t; one that began at 2 has no third turn.
        IReadOnlyList<Episode> episodes = await PlayAsync("games/countdown", 2, 60);
        foreach (Episode episode in episodes)
        {
            for (int turn = 0; turn < Math.Min(3, episode.Turns.Count); turn++)
                Assert.That(episode.Turns[turn].Action.Text, Is.EqualTo($"{3 - turn}").Or.EqualTo(turn < 2 ? $"{2 - turn}" : "1"));
        }
        Assert.That(episodes.Count(episode => episode.Reward.IsCorrect), Is.InRange(10, 59), "by chance it is often right");
        Assert.That(Countdown.Open, Is.Zero);
    }

    [Test]
    public async Task A_data_set_without_train_problems_lends_others_of_its_own()
    {
        _arena.Write("tasks/math/few.yaml", "version: 1\ntags: [few]\nreward: exact\ntest: few.jsonl\nfields:\n  question: { field: q }\n  answer: { field: a }\n  solution: { field: a }\n");
        _arena.Write("tasks/math/few.jsonl", "{\"q\":\"one\",\"a\":\"1\"}\n{\"q\":\"two\",\"a\":\"2\"}\n");
        ArenaCatalog catalog = _arena.Reopen();
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(catalog).RunAsync(Requests("math/few", 1, 10), new RandomAgent(catalog));
        Assert.That(
            episodes.Select(episode => $"{episode.Turns[0].Observation.Text}: {episode.Turns[0].Action.Text[^1]}").Distinct(),
            Is.EquivalentTo(new[] { "one: 2", "two: 1" }));
    }

    private static EpisodeRequest[] Requests(string id, int level, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new EpisodeRequest(id, level, Split.Test, (ulong)i))];

    private Task<IReadOnlyList<Episode>> PlayAsync(string id, int level, int count) =>
        new EpisodeRunner(_arena.Catalog).RunAsync(Requests(id, level, count), new RandomAgent(_arena.Catalog));
}
