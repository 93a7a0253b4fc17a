using Sasr.Arena.Agents.Caching;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Agents.Tests.Fakes;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Agents.Tests.Caching;

public sealed class CachedAgentTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new TemporaryFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public async Task What_was_asked_once_is_not_asked_again([Values] CacheGranularity granularity)
    {
        Recorder first = Echo(), second = Echo();
        IReadOnlyList<AgentAction> before = await Cached(first, granularity).ActAsync(Ask.Questions(5));
        CachedAgent again = Cached(second, granularity);
        IReadOnlyList<AgentAction> after = await again.ActAsync(Ask.Questions(5));

        Assert.That(after, Is.EqualTo(before));
        Assert.That(after.Select(action => action.Text), Is.EqualTo(new[] { "0 \ud83d\ude00", "1 \ud83d\ude00", "2 \ud83d\ude00", "3 \ud83d\ude00", "4 \ud83d\ude00" }));
        Assert.That((first.Asked.Count, second.Asked.Count), Is.EqualTo((5, 0)));
        Assert.That((again.Kept, again.Asked), Is.EqualTo((5, 0)));
    }

    [Test]
    public async Task Each_completion_is_kept_for_itself()
    {
        await Cached(Echo(), CacheGranularity.Each).ActAsync(Ask.Questions(3));
        Recorder later = Echo();
        await Cached(later, CacheGranularity.Each).ActAsync([.. Ask.Questions(6).Reverse()]);

        Assert.That(later.Asked, Is.EquivalentTo(new ulong[] { 3, 4, 5 }));
        Assert.That(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories), Has.Length.EqualTo(6));
    }

    [Test]
    public async Task A_batch_is_kept_whole_and_another_company_is_asked_whole()
    {
        await Cached(Echo(), CacheGranularity.Batch).ActAsync(Ask.Questions(3));
        Recorder larger = Echo(), reordered = Echo(), same = Echo();
        await Cached(larger, CacheGranularity.Batch).ActAsync(Ask.Questions(4));
        await Cached(reordered, CacheGranularity.Batch).ActAsync([.. Ask.Questions(3).Reverse()]);
        await Cached(same, CacheGranularity.Batch).ActAsync(Ask.Questions(3));

        Assert.That(larger.Batches, Is.EqualTo(new[] { 4 }));
        Assert.That(reordered.Batches, Is.EqualTo(new[] { 3 }));
        Assert.That(same.Batches, Is.Empty);
    }

    [Test]
    public async Task Failures_are_not_kept([Values] CacheGranularity granularity)
    {
        var failing = new Recorder(conversation => conversation.Id == 1 ? AgentAction.Failed("down") : new AgentAction("x"));
        IReadOnlyList<AgentAction> actions = await Cached(failing, granularity).ActAsync(Ask.Questions(3));
        Recorder later = Echo();
        await Cached(later, granularity).ActAsync(Ask.Questions(3));

        Assert.That(actions[1].Failure, Is.EqualTo("down"));
        Assert.That(later.Asked, Is.EqualTo(granularity == CacheGranularity.Each ? new ulong[] { 1 } : [0, 1, 2]));
    }

    [TestCase("")]
    [TestCase("{\"Key\":\"")]
    [TestCase("{\"Key\":\"another\",\"Completions\":[\"wrong\"]}")]
    [TestCase("{\"Completions\":[null]}")]
    [TestCase("[]")]
    public async Task A_broken_file_counts_as_absent_and_is_written_anew(string broken)
    {
        await Cached(Echo(), CacheGranularity.Each).ActAsync(Ask.Questions(1));
        string file = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Single();
        string whole = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, broken);

        Recorder agent = Echo();
        IReadOnlyList<AgentAction> actions = await Cached(agent, CacheGranularity.Each).ActAsync(Ask.Questions(1));

        Assert.That(actions[0].Text, Is.EqualTo("0 \ud83d\ude00"));
        Assert.That(agent.Asked, Has.Count.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(whole));
    }

    [Test]
    public async Task Another_agent_decoding_sample_question_or_history_is_another_completion()
    {
        Conversation asked = Ask.Questions(1)[0];
        await Cached(Echo(), CacheGranularity.Each).ActAsync([asked]);
        Conversation[] others =
        [
            asked with { Id = 77 },
            asked with { Observation = new("2 * 1") },
            asked with { Environment = Ask.Doubling with { Instructions = "Guess." } },
            asked with { History = [new(new("2 * 0"), new("0"))] },
            asked with { History = [new(new("2 * 0"), new("1"))] },
            asked with { Observation = asked.Observation with { Demonstration = "unseen" } },
        ];
        Recorder agent = Echo(), other = Echo();
        await Cached(agent, CacheGranularity.Each).ActAsync(others);
        await Cached(other, CacheGranularity.Each, "another").ActAsync([asked]);

        Assert.That(agent.Asked, Has.Count.EqualTo(5), "all but the last, which differs in what no agent sees");
        Assert.That(other.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_run_that_was_killed_asks_an_endpoint_only_for_what_is_missing()
    {
        using var killed = new CancellationTokenSource();
        int answered = 0;
        await using (FakeEndpoint endpoint = await FakeEndpoint.StartAsync(async (call, context) =>
        {
            if (Interlocked.Increment(ref answered) > 12)
            {
                await killed.CancelAsync();
                await Reply.Hang(context);
            }
            await Reply.With(call, context, call.Answer);
        }))
        {
            using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Concurrency = 2 });
            Assert.That(
                async () => await Cached(agent, CacheGranularity.Each).ActAsync(Ask.Questions(30), killed.Token),
                Throws.InstanceOf<OperationCanceledException>());
        }
        int kept = Directory.GetFiles(_folder.Path, "*.json", SearchOption.AllDirectories).Length;

        await using FakeEndpoint second = await FakeEndpoint.StartAsync((call, context) => Reply.With(call, context, call.Answer));
        using EndpointAgent resumed = Ask.Agent(Ask.Options(second.BaseUrl));
        IReadOnlyList<AgentAction> actions = await Cached(resumed, CacheGranularity.Each).ActAsync(Ask.Questions(30));

        Assert.That(kept, Is.InRange(11, 12), "one may have been on its way");
        Assert.That(second.Calls, Has.Count.EqualTo(30 - kept));
        Assert.That(actions.Select(action => action.Text), Is.EqualTo(Enumerable.Range(0, 30).Select(i => $"#### {2 * i}")));
        Assert.That(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText), Has.None.Contains(Ask.Key));
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_to_costs_no_completion()
    {
        string place = _folder.File("taken");
        var warnings = new List<string>();
        var cache = new CompletionCache(Path.Combine(place, "below")) { Warn = warnings.Add };
        await File.WriteAllTextAsync(place, "a file");

        IReadOnlyList<AgentAction> actions = await new CachedAgent(Echo(), cache, "echo", CacheGranularity.Each).ActAsync(Ask.Questions(3));

        Assert.That(actions, Has.Count.EqualTo(3));
        Assert.That(warnings, Has.Count.EqualTo(1));
        Assert.That(() => new CompletionCache(place), Throws.TypeOf<InputException>());
    }

    private static Recorder Echo() => new(conversation => new AgentAction(
        $"{conversation.Observation.Text[4..]} \ud83d\ude00", new TokenTrace([1], [2], [0f], false)));

    private CachedAgent Cached(IAgent agent, CacheGranularity granularity, string identity = "echo") =>
        new(agent, new CompletionCache(_folder.Path), identity, granularity);
}
