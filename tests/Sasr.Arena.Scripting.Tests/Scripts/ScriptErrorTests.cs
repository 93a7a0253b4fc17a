using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Scripts;

/// <summary>Where an error is said to be. The expected positions are counted by hand, from 1.</summary>
public sealed class ScriptErrorTests
{
    private static readonly Problem Problem = new("a/b", 1, 1, Split.Train, 0, "q", "a", "s");

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [TestCase("broken.csx", "Task(version: 1, levels: 1);\nint x = \"a\";\n", "(2,9): CS0029")]
    [TestCase("syntax.csx", "Task(version: 1, levels: 1);\nint x = ;\n", "(2,9): CS1525")]
    [TestCase("load.csx", "#load \"/etc/passwd\"\nTask(version: 1, levels: 1);", "(1,7): CS1504: Source file '/etc/passwd' could not be opened")]
    [TestCase("up.csx", "#load \"../shared/x.csx\"\nTask(version: 1, levels: 1);", "(1,7): CS1504: Source file '../shared/x.csx' could not be opened")]
    [TestCase("late.csx", "Task(version: 1, levels: 1);\n#load \"shared/x.csx\"", "(2,2): CS8098: Cannot use #load after first token in file")]
    [TestCase("absent.csx", "#load \"shared/absent.csx\"\nTask(version: 1, levels: 1);", "(1,7): CS1504: Source file 'shared/absent.csx' could not be opened")]
    [TestCase("reference.csx", "#r \"System.Net.Http\"\nTask(version: 1, levels: 1);", "(1,1): #r may not be used in a script")]
    [TestCase("unsafe.csx", "Task(version: 1, levels: 1);\nunsafe void F(int* p) { }", "(2,1): 'unsafe' may not be used in a script")]
    [TestCase("refused.csx", "Task(version: 1, levels: 1);\nvar now = DateTime.UtcNow;", "(2,20): System.DateTime.UtcNow may not be used in a script")]
    [TestCase("syntax.js", "task({ version: 1, levels: 1 });\nvar x = ;\n", "(2,9): SyntaxError")]
    [TestCase("toplevel.csx", "Task(version: 1, levels: 1);\nint x = int.Parse(\"x\");\n", "(2,9): FormatException")]
    [TestCase("toplevel.js", "task({ version: 1, levels: 1 });\n  throw new Error('mine');\n", "(2,3): Error: mine")]
    [TestCase("undeclared.csx", "int x = 1;", "(1,1): the script does not declare itself: call Task(…)")]
    [TestCase("undeclared.js", "var x = 1;", "(1,1): the script does not declare itself: call task(…)")]
    [TestCase("version.csx", "\nTask(version: 0, levels: 1);", "(2,1): version is 0")]
    [TestCase("levels.js", "\ntask({ version: 1, levels: 0 });", "(2,1): levels is 0")]
    [TestCase("generate.csx", "Task(version: 1, levels: 1, reward: \"x\");", "(1,1): the script does not define Generate")]
    [TestCase("signature.csx", "Task(version: 1, levels: 1, reward: \"x\");\nstring Generate(Rng rng) => \"\";", "(2,8): Generate must be 'Problem Generate(Rng rng, int level)'")]
    [TestCase("judge.js", "task({ version: 1, levels: 1 });\nfunction generate() {}", "(1,1): nothing judges the answers")]
    [TestCase("twice.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate() {}\nfunction score() {}", "(1,1): both the reward 'x' and score")]
    [TestCase("key.js", "task({ version: 1, levls: 1 });", "has no 'levls'; did you mean 'levels'?")]
    [TestCase("type.js", "task({ version: 'one', levels: 1 });", "the value of 'version' does not fit")]
    public void A_script_that_cannot_be_loaded_is_an_error_of_the_user(string name, string source, string message)
    {
        string path = _folder.Write(name, source);
        Assert.That(
            async () => await SharedHost.Instance.LoadTaskAsync("a/b", path),
            Throws.TypeOf<InputException>().With.Message.StartsWith(path).And.Message.Contains(message));
    }

    [TestCase("List<", "int", ">")]
    [TestCase("$\"{", "1", "}\"")]
    public void A_source_that_would_overflow_the_compilers_stack_is_an_error_of_the_user(string open, string inner, string close)
    {
        string source = $"var x = {string.Concat(Enumerable.Repeat(open, 100_000))}{inner}{string.Concat(Enumerable.Repeat(close, 100_000))};";
        string path = _folder.Write("nested.csx", source);
        Assert.That(
            async () => await SharedHost.Instance.LoadTaskAsync("a/b", path),
            Throws.TypeOf<InputException>().With.Message.StartsWith($"{path}(1,").And.Message.EndsWith("the source is nested more than 250 deep"));
    }

    [Test]
    public void A_missing_file_is_an_error_of_the_user() => Assert.That(
        async () => await SharedHost.Instance.LoadTaskAsync("a/b", Path.Combine(_folder.Root, "none.csx")),
        Throws.TypeOf<InputException>().With.Message.Contains("none.csx"));

    [TestCase("throws.csx", """
        Task(version: 1, levels: 1, reward: "x");
        Problem Generate(Rng rng, int level)
        {
            int[] none = [];
            return Problem($"{none.First()}", "", "");
        }
        """, "(5,5): InvalidOperationException")]
    [TestCase("inner.csx", """
        Task(version: 1, levels: 1, reward: "x");
        Problem Generate(Rng rng, int level) => Problem(Text(rng), "", "");
        string Text(Rng rng)
        {
            return $"{rng.Integer(2, 1)}";
        }
        """, "(5,5): ArgumentException: An integer from 2 to 1")]
    [TestCase("nothing.csx", "Task(version: 1, levels: 1, reward: \"x\");\nProblem Generate(Rng rng, int level) => null;", "(2,9): Generate returned null")]
    [TestCase("throws.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate(rng, level) {\n  var none = null;\n  return none.length;\n}", "(4,3): TypeError")]
    [TestCase("inner.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate(rng, level) {\n  return rng.integer(2, 1);\n}", "An integer from 2 to 1 was asked for")]
    [TestCase("nothing.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate(rng, level) { }", "generate returned undefined instead of a problem")]
    [TestCase("deep.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate(rng, level) { return generate(rng, level); }", "deep")]
    public async Task A_generator_that_throws_is_a_failure_of_infrastructure(string name, string source, string message)
    {
        string path = _folder.Write(name, source);
        ITaskScript task = await SharedHost.Instance.LoadTaskAsync("a/b", path);
        Assert.That(
            async () => await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1)),
            Throws.TypeOf<InfrastructureException>().With.Message.StartsWith(path).And.Message.Contains(message));
    }

    [TestCase("csx", 60, true)]
    [TestCase("csx", 70, false)]
    [TestCase("js", 60, true)]
    [TestCase("js", 70, false)]
    public async Task Data_can_be_nested_64_deep(string language, int depth, bool works)
    {
        string source = language == "csx"
            ? $"Task(version: 1, levels: 1, reward: \"x\");\nProblem Generate(Rng rng, int level)\n{{\n    object data = 1;\n    for (int i = 0; i < {depth}; i++)\n        data = new[] {{ data }};\n    return Problem($\"{{rng.Next()}}\", \"\", \"\", data);\n}}"
            : $"task({{ version: 1, levels: 1, reward: 'x' }});\nfunction generate(rng) {{\n  var data = 1;\n  for (var i = 0; i < {depth}; i++) data = [data];\n  return {{ question: rng.uniform(), answer: '', solution: '', data: data }};\n}}";
        ITaskScript task = await SharedHost.Instance.LoadTaskAsync("a/deep", _folder.Write($"deep{depth}.{language}", source));
        var request = new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1);
        if (works)
            Assert.That(await task.GenerateAsync(request), Has.Count.EqualTo(1));
        else
            Assert.That(async () => await task.GenerateAsync(request), Throws.TypeOf<InfrastructureException>().With.Message.Contains("JsonException").Or.Message.Contains("depth"));
    }

    [TestCase("small.csx", "Task(version: 1, levels: 1, reward: \"x\");\nProblem Generate(Rng rng, int level) => Problem(\"always\", \"\", \"\");")]
    [TestCase("small.js", "task({ version: 1, levels: 1, reward: 'x' });\nfunction generate(rng, level) { return { question: 'always', answer: '', solution: '' }; }")]
    public async Task A_space_too_small_for_its_split_is_an_error_of_the_user(string name, string source)
    {
        ITaskScript task = await SharedHost.Instance.LoadTaskAsync("a/small", _folder.Write(name, source));
        Split other = Splits.Of("always") == Split.Test ? Split.Train : Split.Test;
        Assert.That(
            async () => await task.GenerateAsync(new ProblemRequest(other, Level: 1, Count: 1, Seed: 1)),
            Throws.TypeOf<InputException>().With.Message.Contains("a/small level 1 has too few different questions"));
    }

    [TestCase("score.csx", "Reward(version: 1);\ndouble Score(Problem problem, string answer)\n{\n    return int.Parse(answer);\n}", "(4,5): FormatException")]
    [TestCase("score.js", "reward({ version: 1 });\nfunction score(problem, answer) {\n  return answer.what.ever;\n}", "(3,3): TypeError")]
    [TestCase("text.js", "reward({ version: 1 });\nfunction score(problem, answer) { return 'right'; }", "score returned right; it must be a number")]
    public async Task A_score_that_throws_is_unscored(string name, string source, string message)
    {
        string path = _folder.Write(name, source);
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("r", path);
        Reward score = await reward.ScoreAsync(new Submission(Problem, "x"));
        Assert.That(score.Unscored, Does.StartWith(path).And.Contain(message));
    }
}
