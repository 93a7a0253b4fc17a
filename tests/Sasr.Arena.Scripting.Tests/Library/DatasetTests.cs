using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Tasks;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>The data-set tasks that ship, on the real files where they lie beside the repository.</summary>
public sealed class DatasetTests
{
    private const int TestProblems = 1319;

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [TestCase("math/gsm8k")]
    [TestCase("code/mbpp")]
    [TestCase("code/humaneval")]
    public void Without_its_files_it_says_what_it_needs(string id)
    {
        string task = Copy(id, "absent-data/");
        var catalog = new ArenaCatalog(_folder.Root, SharedHost.Instance);
        Assert.That(catalog.TaskIds, Does.Not.Contain(id));
        Assert.That(catalog.Unavailable[id], Does.StartWith("needs data: ").And.Contain("from https://github.com/").And.Contain("ARENA_DATA"));
        File.Delete(task);
    }

    [Test]
    public async Task Every_answer_of_GSM8K_scores_1_against_itself_and_0_against_another()
    {
        string data = RepositoryFiles.SharedData("gsm8k");
        ReasoningTask task = await OpenAsync("math/gsm8k", data);
        Problem[] problems = [.. await task.DrawAsync(1, TestProblems, Split.Test)];
        Assert.That(() => task.DrawAsync(1, TestProblems + 1, Split.Test).AsTask(), Throws.TypeOf<InputException>().With.Message.Contains("has 1319 test problems"));

        Reward[] own = await ScoreAsync(task, problems, problems);
        Assert.That(own.Count(score => score is { IsScored: true, Value: 1 }), Is.EqualTo(TestProblems));
        Problem[] shifted = [.. problems[1..], problems[0]];
        Reward[] others = await ScoreAsync(task, problems, shifted);
        int equal = 0;
        for (int i = 0; i < problems.Length; i++)
        {
            bool same = Value(problems[i]) == Value(shifted[i]);
            equal += same ? 1 : 0;
            Assert.That((others[i].IsScored, others[i].Value), Is.EqualTo((true, same ? 1.0 : 0.0)), $"{problems[i].Answer} and {shifted[i].Answer}");
        }
        Assert.That(equal, Is.LessThan(TestProblems / 20));
        Assert.That(problems.Where(problem => problem.Solution.Contains("<<", StringComparison.Ordinal) || problem.Solution.Contains("####", StringComparison.Ordinal)), Is.Empty);
        Assert.That(problems.Select(problem => problem.Solution), Has.All.Not.Empty);
    }

    [Test]
    public async Task Train_and_validation_of_GSM8K_are_its_train_file()
    {
        ReasoningTask task = await OpenAsync("math/gsm8k", RepositoryFiles.SharedData("gsm8k"));
        const int validation = 756;
        Problem[] all = [.. await task.DrawAsync(1, 7473 - validation), .. await task.DrawAsync(1, validation, Split.Validation)];
        Assert.That(all.Select(problem => problem.Question).Distinct().Count(), Is.EqualTo(7473));
    }

    [Test]
    public async Task A_reference_solution_passes_its_tests_and_another_does_not()
    {
        // The file has HumanEval's shape with MBPP's problems.
        string file = RepositoryFiles.SharedData("mbpp", "mbpp_release_v1.jsonl");
        string task = Copy("code/humaneval", "");
        await File.WriteAllTextAsync(task, (await File.ReadAllTextAsync(task)).Replace("humaneval/HumanEval.jsonl", $"{{ file: \"{file}\", lines: 1-12 }}", StringComparison.Ordinal));
        await using var host = new ScriptHost(new ScriptHostOptions { Spares = 0, Programs = new() { AllowUnsandboxed = true } });
        ReasoningTask loaded = await new ArenaCatalog(_folder.Root, host).TaskAsync("code/humaneval");
        Problem[] problems = [.. (await loaded.DrawAsync(1, 12, Split.Test)).Where(problem => problem.Seed != 56)];
        Reward[] own = await ScoreAsync(loaded, problems, problems);
        if (own[0].Unscored is { } reason && reason.Contains("python3", StringComparison.Ordinal))
            Assert.Ignore(reason);
        Assert.That(own.Select(score => score.Unscored), Is.All.Null);
        Assert.That(own.Count(score => score.Value == 1), Is.EqualTo(problems.Length));
        Reward[] others = await ScoreAsync(loaded, problems, [.. problems[1..], problems[0]]);
        Assert.That(others.Count(score => score is { IsScored: true, Value: 0 }), Is.EqualTo(problems.Length));
    }

    private static decimal Value(Problem problem) =>
        decimal.Parse(problem.Answer, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Reward[]> ScoreAsync(ReasoningTask task, Problem[] asked, Problem[] answered) =>
        Task.WhenAll(asked.Zip(answered, (problem, other) => task.ScoreAsync(new Submission(problem, other.Answer)).AsTask()));

    private Task<ReasoningTask> OpenAsync(string id, string data)
    {
        Copy(id, $"{data}/");
        return new ArenaCatalog(_folder.Root, SharedHost.Instance).TaskAsync(id);
    }

    // The task as it ships, but for where its files lie.
    private string Copy(string id, string data)
    {
        foreach (string reward in new[] { "numeric", "unit-tests" })
            _folder.Write($"rewards/{reward}.csx", File.ReadAllText(Path.Combine(Repository.Root, "rewards", $"{reward}.csx")));
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tasks", $"{id}.yaml"));
        string folder = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..] + "/";
        return _folder.Write($"tasks/{id}.yaml", data.Length == 0 ? text : text.Replace($" {folder}", $" {data}", StringComparison.Ordinal));
    }
}
