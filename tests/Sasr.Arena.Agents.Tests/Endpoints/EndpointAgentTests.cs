using Microsoft.AspNetCore.Http;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Agents.Tests.Fakes;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Testing;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Agents.Tests.Endpoints;

public sealed class EndpointAgentTests
{
    private const int Episodes = 64;

    [Test]
    public async Task Whatever_goes_wrong_on_the_way_every_sample_is_scored_once_and_rightly([Values] bool streaming)
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync(StormAsync);
        EndpointOptions options = Ask.Options(endpoint.BaseUrl) with
        {
            Streaming = streaming, Attempts = 20, AttemptTimeout = TimeSpan.FromMilliseconds(1500), Concurrency = 16,
        };
        using EndpointAgent agent = Ask.Agent(options);

        IReadOnlyList<Episode> episodes = await PlayAsync(agent);

        Assert.That(episodes, Has.Count.EqualTo(Episodes));
        Assert.That(episodes.Select(episode => episode.Reward.Unscored), Is.All.Null);
        Assert.That(episodes.Select(episode => episode.Reward.Value), Is.All.EqualTo(1));
        Assert.That(endpoint.Calls, Has.Count.GreaterThan(2 * Episodes - 8), "most were refused at first");
    }

    [Test]
    public async Task What_is_never_answered_is_unscored_and_never_0()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) => (call.Number % 4) switch
        {
            0 => Reply.Error(context, 500, "boom"),
            1 => Reply.Json(context, """{ "choices": [] }"""),
            2 => Reply.Json(context, """{ "choices": [{ "mess"""),
            _ => Reply.With(call, context, call.Answer),
        });
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Attempts = 2 });

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Ask.Questions(12));

        Assert.That(actions.Select(action => action.Failure), Is.EqualTo(Enumerable.Range(0, 12).Select(i => (i % 4) switch
        {
            0 => "the endpoint gave no completion in 2 attempts: HTTP 500: boom",
            1 => "the endpoint gave no completion in 2 attempts: its reply has no choices",
            2 => "the endpoint gave no completion in 2 attempts: its reply is no JSON of a completion",
            _ => null,
        })));
        Assert.That(actions.Where(action => action.Failure is not null).Select(action => action.Text), Is.All.Empty);
        Assert.That(endpoint.Calls, Has.Count.EqualTo(3 + 2 * 9));
    }

    [Test]
    public async Task Failures_of_the_endpoint_end_episodes_unscored()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) =>
            call.Number % 2 == 0 ? Reply.Error(context, 503) : Reply.With(call, context, "#### 0"));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Attempts = 1 });

        IReadOnlyList<Episode> episodes = await PlayAsync(agent);

        foreach (Episode episode in episodes)
        {
            bool failed = episode.Turns[0].Action.Failure is not null;
            Assert.That(episode.Reward.IsScored, Is.EqualTo(!failed));
            Assert.That(episode.Outcome, failed ? Does.StartWith("Unscored: the endpoint gave no completion") : Does.StartWith("Wrong"));
        }
        Assert.That(episodes.Count(episode => episode.Reward.IsScored), Is.InRange(1, Episodes - 1));
    }

    [Test]
    public async Task A_hanging_attempt_is_given_up_and_made_again()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) =>
            call.Attempt == 1 ? Reply.Hang(context) : Reply.With(call, context, call.Answer));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { AttemptTimeout = TimeSpan.FromMilliseconds(300) });

        Assert.That((await agent.ActAsync(Ask.Questions(1)))[0].Text, Is.EqualTo("#### 0"));
    }

    [Test]
    public async Task One_that_hangs_always_says_how_long_it_was_waited_for()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((_, context) => Reply.Hang(context));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Attempts = 1, AttemptTimeout = TimeSpan.FromMilliseconds(250) });

        Assert.That((await agent.ActAsync(Ask.Questions(1)))[0].Failure, Is.EqualTo("the endpoint gave no completion in 1 attempt: no reply within 0.25 s"));
    }

    [TestCase("Retry-After", "30")]
    [TestCase("retry-after-ms", "30000")]
    public async Task Retry_After_is_waited_for(string header, string value)
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) =>
            call.Attempt == 1 ? Reply.Busy(context, header, value) : Reply.With(call, context, call.Answer));
        var time = new ImpatientTime(skipped: TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(33));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl), time);

        Assert.That((await agent.ActAsync(Ask.Questions(1)))[0].Text, Is.EqualTo("#### 0"));
        Assert.That(time.Skipped, Is.EqualTo(1));
    }

    [Test]
    public async Task A_Retry_After_of_hours_is_not_waited_for()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((_, context) => Reply.Busy(context, "Retry-After", "7200"));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl));

        Assert.That(
            (await agent.ActAsync(Ask.Questions(1)))[0].Failure,
            Is.EqualTo("the endpoint gave no completion in 1 attempt: HTTP 429: slow down (it asks to wait 7200 s)"));
    }

    [Test]
    public async Task No_more_requests_are_open_than_allowed()
    {
        var three = new TaskCompletionSource();
        int arrived = 0;
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync(async (call, context) =>
        {
            if (Interlocked.Increment(ref arrived) == 3)
                three.SetResult();
            await three.Task;
            await Task.Yield();
            await Reply.With(call, context, call.Answer);
        });
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Concurrency = 3 });

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Ask.Questions(40));

        Assert.That(actions.Select(action => action.Text), Is.EqualTo(Enumerable.Range(0, 40).Select(i => $"#### {2 * i}")), "in the order of the questions");
        Assert.That(endpoint.MostAtOnce, Is.EqualTo(3));
    }

    [Test]
    public async Task An_endpoint_that_is_down_is_soon_left_alone()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((_, context) => Reply.Error(context, 502));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with
        {
            Attempts = 1, Concurrency = 4, BreakDuration = TimeSpan.FromMinutes(1),
        });

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Ask.Questions(100));

        Assert.That(actions.Select(action => action.Failure), Is.All.Not.Null);
        Assert.That(endpoint.Calls, Has.Count.InRange(10, 13), "ten failures open the breaker, and three more may be on their way");
    }

    [Test]
    public async Task Too_many_failures_in_a_row_end_the_run()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((_, context) => Reply.Error(context, 500, "out of memory"));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Attempts = 1, GiveUpAfter = 5 });

        Assert.That(
            async () => await agent.ActAsync(Ask.Questions(1000)),
            Throws.TypeOf<InfrastructureException>().With.Message.Contains("/v1: 5 completions in a row have failed; the last: ").And.Message.Contains("HTTP 500: out of memory"));
    }

    [Test]
    public async Task One_that_never_replied_ends_the_run_with_the_first_sample()
    {
        Uri url;
        await using (FakeEndpoint gone = await FakeEndpoint.StartAsync((_, context) => Reply.Abort(context)))
            url = gone.BaseUrl;
        using EndpointAgent agent = Ask.Agent(Ask.Options(url) with { Attempts = 2 });

        Assert.That(
            async () => await agent.ActAsync(Ask.Questions(3)),
            Throws.TypeOf<InfrastructureException>().With.Message.StartsWith($"{url} cannot be reached: the connection failed: "));
    }

    [TestCase(401, null, null, "refuses the key in SASR_ARENA_TEST_KEY (HTTP 401: no [key])")]
    [TestCase(403, null, null, "refuses the key in SASR_ARENA_TEST_KEY (HTTP 403: no [key])")]
    [TestCase(404, "model_not_found", null, "has no model 'tiny', or --base-url is not the root of its API (HTTP 404: no [key])")]
    [TestCase(429, "insufficient_quota", null, "has no credit left")]
    [TestCase(400, "unsupported_value", "temperature", "does not take 'temperature' as it is; change it, or leave it out with --omit temperature")]
    [TestCase(400, "unsupported_parameter", "max_completion_tokens", "leave it out with --omit max_tokens")]
    public async Task What_no_retry_can_mend_ends_the_run_at_once(int status, string? code, string? parameter, string message)
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) =>
            Reply.Error(context, status, $"no {call.Authorization["Bearer ".Length..]}", code, parameter));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Concurrency = 4 });

        Assert.That(async () => await agent.ActAsync(Ask.Questions(500)), Throws.TypeOf<InputException>().With.Message.Contains(message).And.Message.StartsWith("http://127.0.0.1"));
        Assert.That(endpoint.Calls, Has.Count.LessThan(50), "the others are not asked");
    }

    [Test]
    public async Task Other_refusals_cost_their_own_sample_and_one_request()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) =>
            call.Number == 0 ? Reply.Error(context, 400, "too long", "context_length_exceeded", "messages") : Reply.With(call, context, call.Answer));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl));

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Ask.Questions(3));

        Assert.That(actions.Select(action => action.Failure), Is.EqualTo(new[] { "the endpoint gave no completion in 1 attempt: HTTP 400: too long", null, null }));
        Assert.That(endpoint.Calls, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_key_is_sent_and_shown_nowhere()
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) => call.Number == 0
            ? Reply.Error(context, 500, $"you sent {call.Authorization}, {new string('x', 1000)}")
            : Reply.With(call, context, $"your key is {call.Authorization}"));
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Attempts = 2 });

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Ask.Questions(2));

        Assert.That(endpoint.Calls.Select(call => call.Authorization), Is.All.EqualTo($"Bearer {Ask.Key}"));
        Assert.That(actions[0].Failure, Does.Contain("you sent Bearer [key], xxx").And.Length.LessThan(400));
        Assert.That(actions[1].Text, Is.EqualTo("your key is Bearer [key]"));
    }

    [TestCase("length", "#### 4", "#### 4")]
    [TestCase("content_filter", "#### 4", "")]
    [TestCase("a_reason_of_its_own", "#### 4", "#### 4")]
    [TestCase("stop", "", "")]
    public async Task Why_a_completion_ended_is_no_failure(string reason, string sent, string text)
    {
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync((call, context) => Reply.With(call, context, sent, reason));
        foreach (bool streaming in new[] { false, true })
        {
            using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl) with { Streaming = streaming });
            Assert.That((await agent.ActAsync(Ask.Questions(1)))[0], Is.EqualTo(new AgentAction(text)));
        }
    }

    [Test]
    public async Task A_cancelled_run_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync(async (_, context) =>
        {
            await cancelled.CancelAsync();
            await Reply.Hang(context);
        });
        using EndpointAgent agent = Ask.Agent(Ask.Options(endpoint.BaseUrl));

        Assert.That(async () => await agent.ActAsync(Ask.Questions(20), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("http://user:secret@localhost/v1", "--base-url holds a name, a password or a query")]
    [TestCase("http://localhost/v1?key=secret", "--base-url holds a name, a password or a query")]
    [TestCase("ftp://localhost/v1", "--base-url: 'ftp://localhost/v1' is no address")]
    public void An_address_that_cannot_be_used_is_refused_without_its_secrets(string url, string message) => Assert.That(
        () => Ask.Agent(Ask.Options(new Uri(url))),
        Throws.TypeOf<InputException>().With.Message.StartsWith(message).And.Message.Not.Contains("secret"));

    // Question n goes wrong n % 4 times before it is answered, each time in another way.
    private static Task StormAsync(EndpointCall call, HttpContext context)
    {
        if (call.Attempt > call.Number % 4)
            return Reply.With(call, context, call.Answer);
        return ((call.Number / 4 + call.Attempt) % 8) switch
        {
            0 => Reply.Busy(context, "retry-after-ms", "20"),
            1 => Reply.Error(context, 500, "boom"),
            2 => Reply.Hang(context),
            3 => Reply.Json(context, """{ "choices": [{ "mess"""),
            4 => Reply.Json(context, """{ "choices": [] }"""),
            5 => Reply.Half(context),
            6 => Reply.Abort(context),
            _ => Reply.Json(context, "<html>Bad gateway</html>", 502, "text/html"),
        };
    }

    private static async Task<IReadOnlyList<Episode>> PlayAsync(IAgent agent)
    {
        await using var arena = new FakeArena();
        return await new EpisodeRunner(arena.Catalog).RunAsync(
            [.. Enumerable.Range(0, Episodes).Select(i => new EpisodeRequest("math/double", 3, Split.Train, (ulong)i))], agent);
    }

    /// <summary>The system's time, but for delays of some lengths, which are over at once.</summary>
    private sealed class ImpatientTime(TimeSpan skipped, TimeSpan last) : TimeProvider
    {
        private int _skipped;

        public int Skipped => _skipped;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            bool skips = dueTime >= skipped && dueTime <= last;
            if (skips)
                Interlocked.Increment(ref _skipped);
            return base.CreateTimer(callback, state, skips ? TimeSpan.Zero : dueTime, period);
        }
    }
}
