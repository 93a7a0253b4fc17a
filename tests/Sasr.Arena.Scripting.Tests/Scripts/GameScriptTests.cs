using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Scripts;

[TestFixture("count.csx", Samples.CountCSharp)]
[TestFixture("count.js", Samples.CountJavaScript)]
public sealed class GameScriptTests(string name, string source)
{
    private readonly ScriptFolder _folder = new();
    private string _path = "";
    private IGameScript _game = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "tasks"));
        _path = _folder.Write(Path.Combine("environments", "games", name), source);
        _game = await SharedHost.Instance.LoadGameAsync("games/count", _path);
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void A_game_says_what_it_declares()
    {
        string[] tags = ["counting"];
        Assert.That(_game.Info.Tags, Is.EqualTo(tags));
        Assert.That(_game.Info with { Tags = tags }, Is.EqualTo(new EnvironmentInfo(
            "games/count", Version: 3, Levels: 2, Players: 1, MaxTurns: 5, "Say the next number.", tags, "count down from a number.")));
    }

    [Test]
    public async Task The_oracle_plays_every_episode_to_its_end()
    {
        var runner = new EpisodeRunner(new ArenaCatalog(_folder.Root, SharedHost.Instance));
        EpisodeRequest[] requests = [.. Enumerable.Range(0, 30)
            .Select(i => new EpisodeRequest("games/count", Level: 1 + i % 2, Split.Train, Seed: (ulong)i))];
        IReadOnlyList<Episode> episodes = await runner.RunAsync(requests, new OracleAgent());
        Assert.That(episodes, Has.All.Matches<Episode>(episode =>
            episode.Reward.IsCorrect && !episode.Truncated && episode.Outcome == "Done." && episode.Turns.Count is >= 2 and <= 4));
    }

    [Test]
    public async Task The_same_seed_begins_the_same_episode_and_splits_differ()
    {
        await using IEnvironment game = _game.Create();
        string[] train = new string[40], again = new string[40], test = new string[40];
        for (int seed = 0; seed < 40; seed++)
        {
            train[seed] = (await game.ResetAsync((ulong)seed, new ResetOptions(2))).Text;
            again[seed] = (await game.ResetAsync((ulong)seed, new ResetOptions(2))).Text;
            test[seed] = (await game.ResetAsync((ulong)seed, new ResetOptions(2, Split.Test))).Text;
        }
        Assert.That(again, Is.EqualTo(train));
        Assert.That(test, Is.Not.EqualTo(train));
    }

    [Test]
    public async Task Episodes_have_state_of_their_own()
    {
        await using IEnvironment first = _game.Create(), second = _game.Create();
        Observation observation = await first.ResetAsync(1);
        await second.ResetAsync(1);
        await first.StepAsync(observation.Demonstration!);
        StepResult step = await second.StepAsync("wrong");
        Assert.That(step.Observation.Text, Is.EqualTo(observation.Text));
    }

    [Test]
    public async Task The_last_turn_truncates_once_and_ends_the_episode()
    {
        await using IEnvironment game = _game.Create();
        await game.ResetAsync(1);
        for (int turn = 1; turn < 5; turn++)
            Assert.That((await game.StepAsync("wrong")).Truncated, Is.False);
        StepResult last = await game.StepAsync("wrong");
        Assert.That((last.Truncated, last.Terminated), Is.EqualTo((true, false)));
        Assert.That(async () => await game.StepAsync("wrong"), Throws.InvalidOperationException);
    }

    [Test]
    public void A_level_that_does_not_exist_is_an_error_of_the_user() => Assert.That(
        async () => await _game.Create().ResetAsync(1, new ResetOptions(Level: 3)),
        Throws.TypeOf<InputException>().With.Message.Contains("levels are 1 to 2"));
}
