using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Scripts;

[TestFixture("add.csx", Samples.AddCSharp)]
[TestFixture("add.js", Samples.AddJavaScript)]
public sealed class TaskScriptTests(string name, string source)
{
    private readonly ScriptFolder _folder = new();
    private ITaskScript _task = null!;

    [OneTimeSetUp]
    public async Task Load() => _task = await SharedHost.Instance.LoadTaskAsync("math/add", _folder.Write(name, source));

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void A_task_says_what_it_declares()
    {
        string[] tags = ["arithmetic", "small"];
        Assert.That(_task.Info.Tags, Is.EqualTo(tags));
        Assert.That(
            _task.Info with { Tags = tags },
            Is.EqualTo(new TaskInfo("math/add", Version: 2, Levels: 3, tags, Reward: null, "add two numbers.")));
    }

    [Test]
    public async Task The_same_request_draws_the_same_problems([Values] Split split)
    {
        var request = new ProblemRequest(split, Level: 2, Count: 70, Seed: 5);
        IReadOnlyList<Problem> first = await _task.GenerateAsync(request);
        IReadOnlyList<Problem> second = await _task.GenerateAsync(request);
        Assert.Multiple(() =>
        {
            Assert.That(first, Has.Count.EqualTo(70));
            Assert.That(second.Select(problem => problem.Question), Is.EqualTo(first.Select(problem => problem.Question)));
            Assert.That(first.Select(problem => problem.Question).Distinct().Count(), Is.GreaterThan(60));
        });
    }

    [Test]
    public async Task Every_problem_lies_in_its_split([Values] Split split)
    {
        IReadOnlyList<Problem> problems = await _task.GenerateAsync(new ProblemRequest(split, Level: 1, Count: 50, Seed: 9));
        Assert.That(problems, Has.All.Matches<Problem>(problem =>
            problem.Split == split && Splits.Of(problem.Question) == split && problem is { Task: "math/add", Version: 2, Level: 1 }));
    }

    [Test]
    public async Task A_problem_does_not_depend_on_how_many_are_drawn_with_it()
    {
        IReadOnlyList<Problem> many = await _task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 40, Seed: 1));
        IReadOnlyList<Problem> one = await _task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1, Start: 37));
        Assert.That(one.Single().Question, Is.EqualTo(many[37].Question));
    }

    [TestCase(0, 1.0)]
    [TestCase(1, 0.5)]
    [TestCase(2, 0.0)]
    public async Task The_script_judges_answers(int off, double expected)
    {
        Problem problem = (await _task.GenerateAsync(new ProblemRequest(Split.Test, Level: 3, Count: 1, Seed: 3))).Single();
        int sum = int.Parse(problem.Answer, System.Globalization.CultureInfo.InvariantCulture);
        Reward reward = await _task.ScoreAsync(new Submission(problem, $"{sum + off}"));
        Assert.That((reward.Value, reward.Unscored), Is.EqualTo((expected, (string?)null)));
    }

    [TestCase(0)]
    [TestCase(4)]
    public void A_level_that_does_not_exist_is_an_error_of_the_user(int level) =>
        Assert.That(
            async () => await _task.GenerateAsync(new ProblemRequest(Split.Train, level, Count: 1, Seed: 1)),
            Throws.TypeOf<InputException>().With.Message.Contains("levels are 1 to 3"));

    [Test]
    public async Task An_edited_script_is_seen_when_it_is_loaded_again()
    {
        string path = _folder.Write($"edited-{name}", source);
        ITaskScript before = await SharedHost.Instance.LoadTaskAsync("math/edited", path);
        _folder.Write($"edited-{name}", source.Replace("version: 2", "version: 7").Replace(" + 1", " + 2"));
        ITaskScript after = await SharedHost.Instance.LoadTaskAsync("math/edited", path);

        Problem problem = (await after.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1))).Single();
        int sum = int.Parse(problem.Answer, System.Globalization.CultureInfo.InvariantCulture);
        var offByOne = new Submission(problem, $"{sum + 1}");
        Assert.Multiple(() =>
        {
            Assert.That((before.Info.Version, after.Info.Version), Is.EqualTo((2, 7)));
            Assert.That(async () => (await before.ScoreAsync(offByOne)).Value, Is.EqualTo(0.5));
            Assert.That(async () => (await after.ScoreAsync(offByOne)).Value, Is.Zero);
        });
    }
}
