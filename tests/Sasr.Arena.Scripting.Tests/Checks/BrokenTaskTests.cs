using Sasr.Arena.Checks;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Tests.Library;

namespace Sasr.Arena.Scripting.Tests.Checks;

/// <summary>Each script in BrokenTasks breaks one rule; its check says which, and where.</summary>
public sealed class BrokenTaskTests
{
    private static readonly CheckOptions Quick = new() { Problems = 200, JudgedProblems = 8 };

    private readonly Dictionary<string, Task<TaskReport>> _reports = [];
    private readonly ScriptFolder _folder = new();
    private ScriptHost _one = null!;
    private ScriptHost _other = null!;

    [OneTimeSetUp]
    public void Start()
    {
        foreach (string script in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Sasr.Arena.Scripting.Tests", "Checks", "BrokenTasks")))
            _folder.Write($"tasks/math/{Path.GetFileName(script)}", File.ReadAllText(script));
        foreach (string reward in Directory.EnumerateFiles(Path.Combine(Repository.Root, "rewards"), "*", SearchOption.AllDirectories))
            _folder.Write(Path.GetRelativePath(Repository.Root, reward), File.ReadAllText(reward));
        var limits = new ScriptHostOptions { CallDeadline = TimeSpan.FromSeconds(2), Workers = 2 };
        (_one, _other) = (new ScriptHost(limits), new ScriptHost(limits with { Workers = 1, Spares = 0 }));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("serial-number", CheckNames.Leak, "the same puzzle is in train and in test")]
    [TestCase("wrong-oracle", CheckNames.Oracle, "scores 0 instead of 1")]
    [TestCase("partial-credit", CheckNames.Hacking, "earns 0.1 in the mean, and the best blind guess 0")]
    [TestCase("score-above-1", CheckNames.Scoring, "cannot be scored: ")]
    [TestCase("hash-order", CheckNames.Repeatability, "another problem in another process: something depends on hash codes")]
    [TestCase("math-random", CheckNames.Repeatability, "another problem each time: something is drawn from elsewhere than rng")]
    [TestCase("clock", CheckNames.Repeatability, "another problem each time: something is drawn from elsewhere than rng")]
    [TestCase("state", CheckNames.Repeatability, "the script keeps state between calls")]
    [TestCase("small-space", CheckNames.Space, "different questions (")]
    [TestCase("visible-answer", CheckNames.VisibleAnswer, "the answer is word 6 from the end of the question on 100 %")]
    [TestCase("throwing-scorer", CheckNames.Scoring, "throwing-scorer.csx(15,5): FormatException")]
    [TestCase("comment-accepted", CheckNames.NearMiss, "I think' scores 1 where")]
    [TestCase("tag-in-solution", CheckNames.Text, "the solution contains ####")]
    [TestCase("mostly-yes", CheckNames.BlindGuess, "always answering 'yes' is right on ")]
    [TestCase("false-arithmetic", CheckNames.Arithmetic, "the solution states what is not so: ")]
    public async Task What_is_wrong_is_found_on_the_first_level(string task, string check, string message)
    {
        TaskReport report = await CheckAsync(task);
        Finding[] found = [.. report.Findings.Where(finding => finding.Check == check && finding.Level == 1)];
        Assert.That(found.Select(finding => finding.Message), Has.Some.Contains(message), Describe(report));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found[0].Seed, Is.EqualTo(Quick.Seed));
            Assert.That(found[0].Split, Is.Not.Null);
            Assert.That(found[0].Index, Is.Not.Null);
            Assert.That(found[0].Question, Is.Not.Empty);
        }
    }

    // The one rule that a task breaks is all that is found: a check that finds everything everywhere proves nothing.
    [TestCase("serial-number", CheckNames.Leak)]
    [TestCase("score-above-1", CheckNames.Scoring)]
    [TestCase("small-space", CheckNames.Space)]
    [TestCase("visible-answer", CheckNames.VisibleAnswer)]
    [TestCase("throwing-scorer", CheckNames.Scoring)]
    [TestCase("mostly-yes", CheckNames.BlindGuess)]
    [TestCase("false-arithmetic", CheckNames.Arithmetic)]
    [TestCase("partial-credit", CheckNames.Hacking, CheckNames.NearMiss)]
    public async Task Nothing_else_is_found(string task, params string[] checks)
    {
        TaskReport report = await CheckAsync(task);
        Assert.That(report.Findings.Select(finding => finding.Check).Distinct(), Is.SubsetOf(checks), Describe(report));
    }

    [Test]
    public async Task A_generator_that_does_not_end_is_found_on_its_level_and_ends_the_check()
    {
        TaskReport report = await CheckAsync("endless");
        Assert.That(report.Findings, Has.Count.EqualTo(1), Describe(report));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Findings[0].Check, Is.EqualTo(CheckNames.Generation));
            Assert.That(report.Findings[0].Level, Is.EqualTo(3));
            Assert.That(report.Findings[0].Split, Is.EqualTo(Split.Train));
            Assert.That(report.Findings[0].Message, Does.Contain("endless.csx").And.Contain("deadline"));
        }
    }

    [Test]
    public async Task A_scorer_that_is_unsteady_is_found()
    {
        TaskReport report = await CheckAsync("unsteady-score");
        Assert.That(
            report.Findings.Where(finding => finding.Check == CheckNames.Scoring).Select(finding => finding.Message),
            Has.Some.EndsWith("scores differently each time"), Describe(report));
    }

    [Test]
    public async Task A_script_that_does_not_compile_is_named_with_line_and_column()
    {
        TaskReport report = await CheckAsync("does-not-compile");
        Assert.That(report.Findings, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Findings[0].Check, Is.EqualTo(CheckNames.Script));
            Assert.That(report.Findings[0].Message, Does.Match(@"does-not-compile\.csx\(6,17\): .*Intger"));
            Assert.That(report.Version, Is.Zero);
        }
    }

    [Test]
    public async Task An_edited_script_is_checked_as_it_is_now()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(_folder.Root, "tasks/math/false-arithmetic.js"));
        Assert.That((await CheckAsync("false-arithmetic")).Passed, Is.False);
        _folder.Write("tasks/math/mended.js", text.Replace("' - '", "' + '", StringComparison.Ordinal));
        TaskReport mended = await CheckAnewAsync("mended");
        Assert.That(mended.Passed, Describe(mended));
        _folder.Write("tasks/math/mended.js", text);
        Assert.That((await CheckAnewAsync("mended")).Passed, Is.False);
    }

    private Task<TaskReport> CheckAsync(string task) =>
        _reports.TryGetValue(task, out Task<TaskReport>? report) ? report : _reports[task] = CheckAnewAsync(task);

    // A catalog of its own for each check: it reads the scripts anew, as the command does.
    private Task<TaskReport> CheckAnewAsync(string task)
    {
        ArenaCatalog here = new(_folder.Root, _one), there = new(_folder.Root, _other);
        return new TaskCheck(here.TaskAsync, there.TaskAsync, Quick).RunAsync($"math/{task}");
    }

    private static string Describe(TaskReport report) =>
        string.Join('\n', report.Findings.Select(finding => $"{finding.Check}, level {finding.Level}: {finding.Message} [{finding.Question}]"));
}
