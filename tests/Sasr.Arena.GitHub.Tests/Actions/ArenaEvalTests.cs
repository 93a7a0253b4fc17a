using System.Xml.Linq;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.GitHub.Tests.Fakes;

namespace Sasr.Arena.GitHub.Tests.Actions;

/// <summary>The action's steps with the environment and the files that GitHub gives them.</summary>
public sealed class ArenaEvalTests
{
    private const string PullRequest = """{ "pull_request": { "number": 7, "head": { "repo": { "full_name": "somebody/arena" } } } }""";
    private const string Fork = """{ "pull_request": { "number": 7, "head": { "repo": { "full_name": "else/arena" } } } }""";

    private Workspace _workspace = null!;
    private GitHubApi _api = null!;

    [SetUp]
    public void SetUp() => (_workspace, _api) = (new Workspace(), new GitHubApi());

    [TearDown]
    public void TearDown()
    {
        _workspace.Dispose();
        _api.Dispose();
    }

    [Test]
    public async Task Without_a_baseline_it_evaluates_and_says_so()
    {
        ActionRun run = await RunAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"], run.Outputs["accuracy"]), Is.EqualTo((0, "evaluated", "1")), run.Log);
            Assert.That(EvaluationResult.Read(run.Outputs["result"]).Total.N, Is.EqualTo(60));
            Assert.That(run.Summary, Does.Contain("### oracle: 100.0 %").And.Contain("| words/last-letter | 60 |"));
            Assert.That(File.ReadAllText(run.Outputs["report"]), Does.StartWith("<!doctype html>").IgnoreCase);
            Assert.That(run.Annotations, Has.None.StartsWith("::error"));
        }
    }

    [Test]
    public async Task The_same_again_shows_no_regression()
    {
        string baseline = await BaselineAsync();
        ActionRun run = await RunAsync(("baseline", baseline));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((0, "no_regression_shown")), run.Log);
            Assert.That(run.Summary, Does.Contain("No regression shown").And.Contain("a smaller one may have gone unseen"));
            Assert.That(run.Annotations, Has.None.StartsWith("::error").And.None.StartsWith("::warning"));
            Assert.That(XDocument.Load(FileOf("junit.xml")).Descendants("testcase").Select(test => (string?)test.Attribute("name")), Is.EqualTo(new[] { "all tasks", "words/last-letter" }));
            Assert.That(XDocument.Load(FileOf("junit.xml")).Descendants("failure"), Is.Empty);
        }
    }

    [Test]
    public async Task A_regression_fails_and_is_annotated_at_the_task()
    {
        string baseline = await BaselineAsync();
        _workspace.Break();
        ActionRun run = await RunAsync(("baseline", baseline));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"], run.Outputs["accuracy"]), Is.EqualTo((1, "regression", "0")), run.Log);
            Assert.That(run.Annotations, Has.Some.StartsWith($"::error file={Workspace.TaskFile},title=Regression in words/last-letter::In words/last-letter the accuracy fell by 100.0 points"));
            Assert.That(run.Annotations, Has.Some.StartsWith("::error title=Arena: regression::"));
            Assert.That(run.Summary, Does.Contain("Regression").And.Contain("words/last-letter"));
            Assert.That(XDocument.Load(FileOf("junit.xml")).Descendants("failure").Count(), Is.EqualTo(2));
            Assert.That(File.ReadAllText(run.Outputs["report"]), Does.Contain("Last letter of"));
        }
    }

    [Test]
    public async Task With_the_gate_off_a_regression_is_a_warning()
    {
        string baseline = await BaselineAsync();
        _workspace.Break();
        ActionRun run = await RunAsync(("baseline", baseline), ("gate", "false"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((0, "regression")), run.Log);
            Assert.That(run.Annotations, Has.None.StartsWith("::error").And.Some.StartsWith("::warning"));
        }
    }

    [Test]
    public async Task Rules_of_a_file_decide_where_they_are_named()
    {
        string baseline = await BaselineAsync();
        _workspace.Break();
        _workspace.Write("gate.yaml", "max_drop: 1\ntasks: { '*': { max_drop: 1 } }\n");
        ActionRun run = await RunAsync(("baseline", baseline), ("gate", "gate.yaml"));
        Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((0, "no_regression_shown")), run.Log);
    }

    [Test]
    public async Task What_cannot_be_scored_is_no_regression_but_an_infrastructure_failure()
    {
        string baseline = await BaselineAsync();
        _workspace.Crash();
        ActionRun run = await RunAsync(("baseline", baseline));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"], run.Outputs["accuracy"]), Is.EqualTo((3, "infrastructure", "")), run.Log);
            Assert.That(run.Annotations, Has.Some.Contains("title=Arena: no verdict (infrastructure)::").And.Some.Contains("could not be scored"));
            Assert.That(run.Summary, Does.Contain("no verdict, the evaluation itself failed").And.Contain("a bug in the task"));
            Assert.That(run.Log, Does.Not.Contain("regression"));
        }
    }

    [Test]
    public async Task A_mistake_in_the_suite_is_annotated_at_its_line()
    {
        _workspace.Write(Workspace.Suite, "problems: 30\ntask: { words/*: {} }\n");
        ActionRun run = await RunAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((2, "input")), run.Log);
            Assert.That(run.Annotations, Has.Some.StartsWith($"::error file={Workspace.Suite},line=2,col=1,title=Arena: something to correct::there is no key 'task'"));
        }
    }

    [TestCase("suite", "suites/none.yaml", "suite: there is no file 'suites/none.yaml'")]
    [TestCase("baseline", "none.json", "baseline: there is no file 'none.json'; make one with")]
    [TestCase("gate", "maybe", "gate: 'maybe' is neither true, nor false, nor a file of rules.")]
    [TestCase("agent", "orcle", "There is no agent 'orcle'")]
    [TestCase("root", "suites", "root: 'suites' has no folder tasks/.")]
    public async Task A_wrong_input_is_named(string input, string value, string error)
    {
        ActionRun run = await RunAsync((input, value));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((2, "input")), run.Log);
            Assert.That(run.Annotations, Has.Some.Contains(error));
        }
    }

    [TestCase("a b")]
    [TestCase("../x")]
    public async Task A_name_that_is_no_name_of_a_folder_is_refused_before_anything_is_written(string name)
    {
        ActionRun run = await RunAsync(("name", name));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Log);
            Assert.That(run.Annotations, Has.Some.Contains($"name is \"{name}\""));
        }
    }

    [Test]
    public async Task A_comment_is_written_once_and_then_updated()
    {
        for (int other = 0; other < 100; other++)
            _api.Comments.Add(GitHubApi.Comment(other, "User", "<!-- arena-eval: arena-eval -->\nsomebody quotes it"));
        string baseline = await BaselineAsync();
        await RunAsync(PullRequest, ("baseline", baseline));
        string first = (string)_api.Comments[^1]["body"]!;
        _workspace.Break();
        await RunAsync(PullRequest, ("baseline", baseline));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_api.Comments, Has.Count.EqualTo(101));
            Assert.That(first, Does.StartWith("<!-- arena-eval: arena-eval -->").And.Contain("No regression shown").And.Contain("https://github.example/somebody/arena/actions/runs/42"));
            Assert.That((string)_api.Comments[^1]["body"]!, Does.Contain("Regression"));
            Assert.That(_api.Calls.Select(call => call.Token), Is.All.EqualTo("Bearer the-token"));
        }
    }

    [Test]
    public async Task A_fork_gets_no_comment_and_its_verdict_all_the_same()
    {
        ActionRun run = await RunAsync(Fork);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((0, "evaluated")), run.Log);
            Assert.That(_api.Calls, Is.Empty);
        }
    }

    [Test]
    public async Task Where_it_may_not_comment_it_warns_and_the_verdict_stands()
    {
        _api.Refuses = true;
        ActionRun run = await RunAsync(PullRequest);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, run.Outputs["verdict"]), Is.EqualTo((0, "evaluated")), run.Log);
            Assert.That(run.Annotations, Has.Some.StartsWith("::warning"));
            Assert.That(run.Log, Does.Contain("pull-requests: write"));
        }
    }

    private string FileOf(string name) => Path.Combine(_workspace.Temp, "arena-eval", "arena-eval", name);

    private async Task<string> BaselineAsync()
    {
        ActionRun run = await RunAsync(("name", "base"));
        Assert.That(run.Outputs["verdict"], Is.EqualTo("evaluated"), run.Log);
        return run.Outputs["result"];
    }

    private Task<ActionRun> RunAsync(params (string Name, string Value)[] inputs) => RunAsync(null, inputs);

    private Task<ActionRun> RunAsync(string? pullRequest, params (string Name, string Value)[] inputs)
    {
        var all = new Dictionary<string, string> { ["suite"] = Workspace.Suite, ["agent"] = "oracle" };
        foreach ((string name, string value) in inputs)
            all[name] = value;
        return CompositeAction.RunAsync(_workspace, all, pullRequest, _api.Url);
    }
}
