using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Scripts;

public sealed class AgentScriptTests
{
    private const string CSharp = """
        // says what it is shown.
        Agent(version: 3);
        int calls;
        string Act(Rng rng, Situation situation)
        {
            calls++;
            string past = string.Join(";", situation.History.Select(turn => $"{turn.Observation}>{turn.Action}"));
            return $"{calls} {situation.Environment}|{situation.Instructions}|{past}|{situation.Observation}|{rng.Integer(0, 1000000)}";
        }
        """;

    private const string JavaScript = """
        // says what it is shown.
        agent({ version: 3 });
        var calls = 0;
        function act(rng, situation) {
          calls++;
          var past = situation.history.map(function (turn) { return turn.observation + '>' + turn.action; }).join(';');
          return calls + ' ' + situation.environment + '|' + situation.instructions + '|' + past + '|' + situation.observation + '|' + rng.integer(0, 1000000);
        }
        """;

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Both_languages_see_the_same_and_keep_nothing_from_call_to_call()
    {
        IAgentScript csharp = await LoadAsync("say.csx", CSharp), javaScript = await LoadAsync("say.js", JavaScript);
        Conversation conversation = Conversation(5);
        string[] said =
        [
            await csharp.ActAsync(conversation), await csharp.ActAsync(conversation),
            await javaScript.ActAsync(conversation), await javaScript.ActAsync(conversation),
        ];

        Assert.That(csharp.Version, Is.EqualTo(3));
        Assert.That(said.Distinct(), Has.Exactly(1).Items);
        Assert.That(said[0], Does.StartWith("1 games/echo|Say it.|say a>a|say \"b\" \u00e9|"));
        Assert.That(said[0], Does.Not.Contain("secret"));
    }

    [Test]
    public async Task Chance_differs_from_conversation_to_conversation()
    {
        IAgentScript script = await LoadAsync("draw.csx", "Agent(version: 1);\nstring Act(Rng rng, Situation situation) => $\"{rng.Next()}\";");
        string[] drawn = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => script.ActAsync(Conversation((ulong)i)).AsTask()));
        Assert.That(drawn, Is.Unique);
    }

    [TestCase("a.csx", "Agent(version: 1);", "a.csx(1,1): the script does not define Act")]
    [TestCase("b.csx", "string Act(Rng rng, Situation situation) => \"\";", "b.csx(1,1): the script does not declare itself: call Agent(…) at its top level")]
    [TestCase("c.csx", "Agent(version: 1);\nstring Act(string question) => question;", "c.csx(2,8): Act must be 'string Act(Rng rng, Situation situation)'")]
    [TestCase("d.csx", "Agent(version: 1);\nstring Act(Rng rng, Situation situation) => System.IO.File.ReadAllText(\"/etc/passwd\");", "may not be used in a script")]
    [TestCase("e.js", "agent({ version: 1 });", "e.js(1,1): the script does not define act")]
    [TestCase("f.js", "agent({ version: 1, levels: 2 });\nfunction act() { return ''; }", "agent(…) has no 'levels'")]
    public void A_script_that_cannot_act_says_what_is_missing(string name, string source, string message) =>
        Assert.That(async () => await LoadAsync(name, source), Throws.TypeOf<InputException>().With.Message.Contains(message));

    [TestCase("g.csx", "Agent(version: 1);\nstring Act(Rng rng, Situation situation) => throw new Exception(\"mine\");", "g.csx(2,")]
    [TestCase("h.csx", "Agent(version: 1);\nstring Act(Rng rng, Situation situation) => null;", "Act returned null")]
    [TestCase("i.js", "agent({ version: 1 });\nfunction act() { }", "what act returned is undefined")]
    public async Task A_script_that_fails_is_a_failure_of_infrastructure(string name, string source, string message)
    {
        IAgentScript script = await LoadAsync(name, source);
        Assert.That(async () => await script.ActAsync(Conversation(1)), Throws.TypeOf<InfrastructureException>().With.Message.Contains(message));
    }

    private static Conversation Conversation(ulong id) => new(
        id,
        new EnvironmentInfo("games/echo", 1, 1, 1, 9, "Say it.", [], ""),
        [new Exchange(new Observation("say a", Demonstration: "secret"), new AgentAction("a"))],
        new Observation("say \"b\" \u00e9", Demonstration: "secret"));

    private async Task<IAgentScript> LoadAsync(string name, string source) =>
        await SharedHost.Instance.LoadAgentAsync(Path.GetFileNameWithoutExtension(name), _folder.Write(name, source));
}
