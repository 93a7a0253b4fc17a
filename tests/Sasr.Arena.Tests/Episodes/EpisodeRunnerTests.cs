using Sasr.Arena.Agents;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Tests.Episodes;

public sealed class EpisodeRunnerTests
{
    private FakeArena _arena = null!;

    [SetUp]
    public void Open() => _arena = new FakeArena();

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public async Task The_oracle_earns_everything_in_questions_and_games_alike()
    {
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(20), new OracleAgent());

        Assert.That(episodes.Select(episode => episode.Reward.Value), Is.All.EqualTo(1));
        Assert.That(episodes.Select(episode => episode.Reward.IsCorrect), Is.All.True);
        Assert.That(episodes.Where(episode => episode.Request.Environment == "math/double").Select(episode => episode.Turns.Count), Is.All.EqualTo(1));
        Assert.That(episodes.Where(episode => episode.Request.Environment == "games/countdown").Select(episode => episode.Turns.Count).Distinct(), Is.SubsetOf(new[] { 2, 3 }));
        Assert.That(Countdown.Open, Is.Zero, "every environment is disposed");
    }

    [Test]
    public async Task All_open_observations_are_asked_as_one_batch()
    {
        var agent = new Recorder(_ => "0");

        await new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(10), agent);

        // Ten questions end at once; the ten games go on until their limit of four turns.
        Assert.That(agent.Batches, Is.EqualTo(new[] { 20, 10, 10, 10 }));
    }

    [Test]
    public async Task A_conversation_holds_what_went_before_and_has_an_id_of_its_own()
    {
        var agent = new Recorder(_ => "0");

        await new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(5), agent);

        Assert.That(agent.Conversations.Select(conversation => conversation.Id).Distinct().Count(), Is.EqualTo(agent.Conversations.Count));
        Conversation last = agent.Conversations[^1];
        Assert.That(last.History, Has.Count.EqualTo(3));
        Assert.That(last.History.Select(exchange => exchange.Action.Text), Is.All.EqualTo("0"));
    }

    [Test]
    public async Task The_same_request_is_the_same_episode_and_samples_differ_only_for_the_agent()
    {
        var request = new EpisodeRequest("math/double", 2, Split.Test, 77);
        var agent = new Recorder(_ => "");

        await new EpisodeRunner(_arena.Catalog).RunAsync([request, request with { Sample = 1 }, request], agent);

        Assert.That(agent.Conversations.Select(conversation => conversation.Observation.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(agent.Conversations.Select(conversation => conversation.Id).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_limit_truncates_and_earns_nothing()
    {
        Episode episode = (await new EpisodeRunner(_arena.Catalog).RunAsync(
            [new EpisodeRequest("games/countdown", 1, Split.Train, 1)], new Recorder(_ => "x")))[0];

        Assert.That((episode.Truncated, episode.Turns.Count, episode.Reward.Value, episode.Reward.IsScored), Is.EqualTo((true, 4, 0.0, true)));
    }

    [Test]
    public async Task A_failure_of_ours_is_unscored_and_touches_no_other_episode()
    {
        _arena.Poison = "poison";
        var agent = new Recorder(conversation => (conversation.Environment.Id, conversation.Id % 2) switch
        {
            ("games/countdown", 0) => "crash",
            ("games/countdown", _) => conversation.Observation.Demonstration!,
            (_, 0) => "#### poison",
            _ => conversation.Observation.Demonstration!,
        });

        IReadOnlyList<Episode> episodes = await new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(40), agent);

        string?[] reasons = [.. episodes.Select(episode => episode.Reward.Unscored).Distinct()];
        Assert.That(reasons, Is.EquivalentTo(new[] { null, "the worker died", "the game's worker died" }));
        Assert.That(episodes.Where(episode => episode.Reward.IsScored).Select(episode => episode.Reward.Value), Is.All.EqualTo(1));
        Assert.That(Countdown.Open, Is.Zero);
    }

    [Test]
    public async Task An_agent_that_could_not_be_asked_ends_its_own_episodes_unscored()
    {
        var agent = new Recorder(conversation => conversation.Environment.Id == "games/countdown" && conversation.History.Count == 1
            ? AgentAction.Failed("the endpoint is down")
            : new AgentAction(conversation.Observation.Demonstration!));

        IReadOnlyList<Episode> episodes = await new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(10), agent);

        Assert.That(episodes.Take(10).Select(episode => episode.Reward.Value), Is.All.EqualTo(1));
        Assert.That(episodes.Skip(10).Select(episode => episode.Reward.Unscored), Is.All.EqualTo("the endpoint is down"));
        Assert.That(episodes.Skip(10).Select(episode => episode.Turns.Count), Is.All.EqualTo(2));
        Assert.That(Countdown.Open, Is.Zero);
    }

    [Test]
    public async Task An_agent_is_told_of_a_format_that_replaces_the_domains()
    {
        async Task<string> InstructionsAsync(string? format)
        {
            var agent = new Recorder(_ => "");
            var overrides = new EnvironmentOverrides(format is null ? null : AnswerFormats.Find(format));
            await new EpisodeRunner(_arena.Catalog, overrides).RunAsync([new EpisodeRequest("math/double", 1, Split.Train, 1)], agent);
            return agent.Conversations[0].Environment.Instructions;
        }

        Assert.That(await InstructionsAsync(null), Is.EqualTo("Work it out."));
        Assert.That(await InstructionsAsync("hash-answer"), Is.EqualTo("Work it out."), "the domain's own");
        Assert.That(await InstructionsAsync("think-answer"), Does.StartWith("Work it out.\n\n").And.Contain("<answer>"));
    }

    [Test]
    public async Task Components_tell_a_wrong_answer_from_one_that_cannot_be_read()
    {
        var agent = new Recorder(conversation => conversation.Observation.Text.EndsWith('0') ? "no idea" : "#### 1");
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(_arena.Catalog).RunAsync(
            [.. Enumerable.Range(0, 60).Select(i => new EpisodeRequest("math/double", 1, Split.Train, (ulong)i))], agent);

        foreach (Episode episode in episodes)
        {
            bool unreadable = episode.Turns[0].Action.Text == "no idea";
            Assert.That(episode.Reward.Components["format"], Is.EqualTo(unreadable ? 0 : 1));
            Assert.That(episode.Reward.Value, Is.EqualTo(unreadable ? 0 : 0.2).Within(1e-12), "0.25 of 1.25");
            Assert.That(episode.Reward.IsCorrect, Is.False);
        }
        Assert.That(episodes.Select(episode => episode.Reward.Value).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Overrides_replace_the_domains_format_and_mix()
    {
        var runner = new EpisodeRunner(_arena.Catalog, new EnvironmentOverrides(AnswerFormats.Find("compact"), RewardMix.AnswerOnly));

        Episode episode = (await runner.RunAsync([new EpisodeRequest("math/double", 1, Split.Train, 1)], new OracleAgent()))[0];

        Assert.That(episode.Turns[0].Action.Text, Does.Not.Contain("####").And.Contain("\n"));
        Assert.That(episode.Reward.Value, Is.EqualTo(1));
    }

    [Test]
    public void An_environment_that_does_not_exist_is_answered_with_the_nearest() =>
        Assert.That(
            () => new EpisodeRunner(_arena.Catalog).RunAsync([new EpisodeRequest("math/duoble", 1, Split.Train, 1)], new OracleAgent()),
            Throws.TypeOf<InputException>().With.Message.Contains("did you mean 'math/double'"));

    [Test]
    public void An_agent_that_drops_an_action_is_a_failure() =>
        Assert.That(
            () => new EpisodeRunner(_arena.Catalog).RunAsync(Mixed(2), new Silent()),
            Throws.TypeOf<InfrastructureException>().With.Message.Contains("0 actions for 4"));

    private static EpisodeRequest[] Mixed(int each) =>
    [
        .. Enumerable.Range(0, each).Select(i => new EpisodeRequest("math/double", 1 + i % 3, Split.Train, (ulong)i)),
        .. Enumerable.Range(0, each).Select(i => new EpisodeRequest("games/countdown", 2, Split.Train, (ulong)i)),
    ];

    private sealed class Recorder(Func<Conversation, AgentAction> act) : IAgent
    {
        public Recorder(Func<Conversation, string> act)
            : this(conversation => new AgentAction(act(conversation)))
        {
        }

        public List<int> Batches { get; } = [];

        public List<Conversation> Conversations { get; } = [];

        public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
        {
            Batches.Add(conversations.Count);
            Conversations.AddRange(conversations);
            return ValueTask.FromResult<IReadOnlyList<AgentAction>>([.. conversations.Select(act)]);
        }
    }

    private sealed class Silent : IAgent
    {
        public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default) =>
            ValueTask.FromResult<IReadOnlyList<AgentAction>>([]);
    }
}
