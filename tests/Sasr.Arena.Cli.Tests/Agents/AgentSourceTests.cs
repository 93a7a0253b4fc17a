using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests.Agents;

public sealed class AgentSourceTests
{
    private const string Key = "sk-test-0123456789abcdef";
    private const string KeyVariable = "SASR_ARENA_CLI_TEST_KEY";

    // Knows the task, and says 'yes' in the game.
    private const string Script = """
        agent({ version: 1 });
        function act(rng, situation) {
          var word = /Last letter of (\w+)/.exec(situation.observation);
          return word ? '<think></think><answer>' + word[1].charAt(word[1].length - 1) + '</answer>' : 'yes';
        }
        """;

    [Test]
    public async Task An_endpoint_is_evaluated_through_its_failures_and_asked_nothing_twice()
    {
        using var arena = new SmallArena();
        await using FakeEndpoint endpoint = await FakeEndpoint.StartAsync(StormAsync);
        Environment.SetEnvironmentVariable(KeyVariable, Key);
        Task<Outcome> EvaluateAsync(string file) => arena.RunAsync(
            "eval", "--agent", "openai:tiny", "--base-url", $"{endpoint.BaseUrl}", "--api-key-variable", KeyVariable, "--stream",
            "--tasks", "words/*", "--problems", "8", "--cache", arena.FileIn("cache"), "--json", arena.FileIn(file));

        Outcome first = await EvaluateAsync("first.json");
        int asked = endpoint.Calls.Count;
        Outcome again = await EvaluateAsync("again.json");
        EvaluationResult result = EvaluationResult.Read(arena.FileIn("first.json"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), first.Error);
            Assert.That((result.Total.N, result.Total.Correct, result.Total.Unscored), Is.EqualTo((24, 24, 0)));
            Assert.That(asked, Is.GreaterThan(24).And.EqualTo(endpoint.Calls.Count));
            Assert.That(endpoint.Calls.Select(call => call.Authorization), Is.All.EqualTo($"Bearer {Key}"));
            Assert.That(again.Error, Does.StartWith("24 of 24 completions came from the cache in "));
            Assert.That(WithoutTimes(arena.FileIn("again.json")), Is.EqualTo(WithoutTimes(arena.FileIn("first.json"))));
            Assert.That(Directory.GetFiles(arena.Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText), Has.None.Contains(Key));
            Assert.That(first.Out + first.Error + again.Out + again.Error, Does.Not.Contain(Key));
        }
    }

    [Test]
    public async Task An_endpoint_that_fails_too_often_ends_in_3_and_a_refused_key_in_2()
    {
        using var arena = new SmallArena();
        Environment.SetEnvironmentVariable(KeyVariable, Key);
        await using FakeEndpoint broken = await FakeEndpoint.StartAsync((call, context) => Reply.Error(context, 500, call.Authorization));
        await using FakeEndpoint strict = await FakeEndpoint.StartAsync((call, context) => Reply.Error(context, 401, call.Authorization));
        Task<Outcome> EvaluateAsync(FakeEndpoint endpoint) => arena.RunAsync(
            "eval", "--agent", "openai:tiny", "--base-url", $"{endpoint.BaseUrl}", "--api-key-variable", KeyVariable, "--attempts", "1",
            "--tasks", "words/*", "--problems", "2", "--no-cache");

        Outcome failed = await EvaluateAsync(broken), refused = await EvaluateAsync(strict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.ExitCode, Is.EqualTo(3));
            Assert.That(failed.Error, Does.StartWith("error: 6 of 6 episodes could not be scored").And.Contain("HTTP 500: Bearer [key]"));
            Assert.That(refused.ExitCode, Is.EqualTo(2));
            Assert.That(refused.Error, Does.Contain($"refuses the key in {KeyVariable} (HTTP 401: Bearer [key])"));
            Assert.That(failed.Error + refused.Error, Does.Not.Contain(Key));
        }
    }

    [Test]
    public async Task A_script_acts_in_questions_and_games_and_can_be_watched()
    {
        using var arena = new SmallArena();
        arena.Write("agents/mine.js", Script);
        Outcome evaluated = await arena.RunAsync("eval", "--agent", "script:agents/mine.js", "--problems", "5", "--json", "-");
        Outcome sampled = await arena.RunAsync("sample", "script:agents/mine.js", "words/last-letter");
        Outcome watched = await arena.RunAsync("play", "games/echo", "--agent", "script:agents/mine.js");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(evaluated.ExitCode, Is.Zero, evaluated.Error);
            Assert.That(evaluated.Out, Does.Contain("\"agent\": \"script:agents/mine.js\"").And.Not.Contain("\"correct\": false"));
            Assert.That(sampled.Out, Does.Contain("Right. reward 1.00"));
            Assert.That(watched.Out, Does.Contain("answered: yes").And.Contain("well said reward 1.00"));
        }
    }

    [Test]
    public async Task Chance_answers_in_the_form_that_is_asked_for()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("sample", "random", "words/last-letter", "--format", "hash-answer", "--count", "3");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(Regex.Count(outcome.Out, "#### [a-z]\n"), Is.EqualTo(3));
            Assert.That(outcome.Out, Does.Contain("format 1"));
        }
    }

    [TestCase("script:nothing.js", "There is no agent 'script:nothing.js': it names a .csx or .js file")]
    [TestCase("openai:gpt", "The environment variable SASR_ARENA_NO_KEY is not set; put the endpoint's key there")]
    [TestCase("openai: --base-url http://localhost:9/v1", "The endpoint's model has no name; write openai:MODEL.")]
    [TestCase("openai:gpt --base-url localhost", "--base-url: 'localhost' is no address such as http://localhost:8000/v1.")]
    [TestCase("openai:gpt --base-url http://me:secret@localhost/v1", "--base-url holds a name, a password or a query")]
    [TestCase("openai:gpt --base-url http://localhost:9/v1 --omit warmth", "--omit: 'warmth' is none of temperature, top_p, max_tokens, seed.")]
    [TestCase("oracle --temperature -1", "decoding.temperature: is -1; it must be at least 0.")]
    [TestCase("ramdom", "There is no agent 'ramdom': it is oracle, random, openai:MODEL, script:FILE, or the folder")]
    public async Task What_cannot_act_is_one_line(string arguments, string error)
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync(["eval", "--api-key-variable", "SASR_ARENA_NO_KEY", "--agent", .. arguments.Split(' ')]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith($"error: {error}"));
            Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n").And.Not.Contain("secret"));
        }
    }

    [Test]
    public async Task A_sample_of_what_is_no_model_needs_a_task()
    {
        using var arena = new SmallArena();
        Outcome outcome = await arena.RunAsync("sample", "random");
        Assert.That((outcome.ExitCode, outcome.Error), Is.EqualTo((2, "error: Name what to ask random; there are games/echo, words/last-letter.\n")));
    }

    // Every third question is first refused, every third first answered with half a stream.
    private static Task StormAsync(EndpointCall call, HttpContext context) => (call.Attempt, call.Question.Sum(c => c) % 3) switch
    {
        (1, 0) => Reply.Busy(context, "retry-after-ms", "20"),
        (1, 1) => Reply.Half(context),
        _ => Reply.With(call, context, $"<think></think><answer>{call.Question[^1]}</answer>"),
    };

    private static string WithoutTimes(string file) => Regex.Replace(File.ReadAllText(file), "\"seconds\": [^\n]*", "");
}
