using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;
using Sasr.Arena.Tests.Fakes;

namespace Sasr.Arena.Tests.Tasks;

public sealed class DatasetTaskTests
{
    private const string Yaml = """
        # tasks/math/sums.yaml: sums from a file.
        version: 3
        tags: [sums]
        reward: exact
        source: https://example.org/sums
        train: sums/train.jsonl
        test: { file: sums/test.jsonl, lines: 2-4 }
        fields:
          question: { template: "{q} Answer with the number alone." }
          answer: { field: a, after: "= " }
          solution: { field: a, before: "=", remove: "<[^>]*>" }
        data:
          kind: { template: "sum of {n}" }
          all: parts
        """;

    private FakeArena _arena = null!;

    [SetUp]
    public void Open()
    {
        _arena = new FakeArena();
        _arena.Write("tasks/math/sums.yaml", Yaml);
        _arena.Write("tasks/math/sums/train.jsonl", string.Join('\n', Enumerable.Range(1, 200).Select(Line)) + "\n");
        _arena.Write("tasks/math/sums/test.jsonl", string.Join('\n', Enumerable.Range(198, 6).Select(Line)));
    }

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public async Task A_record_becomes_a_problem()
    {
        ReasoningTask task = await Task();
        Problem problem = (await task.GenerateAsync(new ProblemRequest(Split.Test, 1, 3, 5))).Single(one => one.Seed == 3);

        Assert.That((task.Info.Id, task.Info.Version, task.Info.Levels, task.Info.Reward, task.Info.Summary), Is.EqualTo(("math/sums", 3, 1, "exact", "sums from a file.")));
        Assert.That(problem.Question, Is.EqualTo("What is 200 + 1? Answer with the number alone."));
        Assert.That((problem.Answer, problem.Solution), Is.EqualTo(("201", "200 and 1 make")));
        Assert.That(problem.Data!.Value.GetRawText(), Is.EqualTo("""{"kind":"sum of 200","all":"200\n1"}"""));
        Assert.That((problem.Task, problem.Version, problem.Level, problem.Split), Is.EqualTo(("math/sums", 3, 1, Split.Test)));
    }

    [Test]
    public async Task Every_record_comes_once_in_an_order_that_the_seed_decides()
    {
        ReasoningTask task = await Task();
        int train = await CountAsync(task, Split.Train), validation = await CountAsync(task, Split.Validation);
        Assert.That(train + validation, Is.EqualTo(198), "two of the 200 are in the test file too");
        Assert.That(validation, Is.InRange(10, 32), "a tenth");

        Problem[] all = [.. await task.GenerateAsync(new ProblemRequest(Split.Train, 1, train, 1))];
        Assert.That(all.Select(problem => problem.Question), Is.Unique);
        Assert.That(await task.GenerateAsync(new ProblemRequest(Split.Train, 1, 7, 1, Start: 11)), Is.EqualTo(all[11..18]));
        Assert.That((await task.GenerateAsync(new ProblemRequest(Split.Train, 1, train, 2))).Select(problem => problem.Seed), Is.Not.EqualTo(all.Select(problem => problem.Seed)));
    }

    [Test]
    public async Task One_that_is_not_there_is_an_error_that_says_how_many_are()
    {
        ReasoningTask task = await Task();
        Assert.That(async () => await task.GenerateAsync(new ProblemRequest(Split.Test, 1, 1, 1, Start: 3)),
            Throws.TypeOf<InputException>().With.Message.EqualTo("math/sums has 3 test problems, and 4 were asked for."));
        Assert.That(async () => await task.GenerateAsync(new ProblemRequest(Split.Test, 2, 1, 1)), Throws.TypeOf<InputException>());
    }

    [Test]
    public async Task One_file_is_shared_out_by_the_hash_of_the_question()
    {
        _arena.Write("tasks/math/one.yaml", "reward: exact\nfile: sums/train.jsonl\nfields: { question: q, answer: a, solution: a }\n");
        ReasoningTask task = await _arena.Reopen().TaskAsync("math/one");
        int total = 0;
        foreach (Split split in Enum.GetValues<Split>())
        {
            IReadOnlyList<Problem> problems = await task.GenerateAsync(new ProblemRequest(split, 1, await CountAsync(task, split), 1));
            Assert.That(problems.Select(problem => Splits.Of(problem.Question)), Is.All.EqualTo(split));
            total += problems.Count;
        }
        Assert.That(total, Is.EqualTo(200));
    }

    [Test]
    public void A_data_set_whose_file_is_absent_is_skipped_by_patterns_and_an_error_by_its_id()
    {
        _arena.Write("tasks/math/absent.yaml", Yaml.Replace("sums/", "absent/", StringComparison.Ordinal));
        ArenaCatalog catalog = _arena.Reopen();
        var notices = new List<string>();
        catalog.Notice = notices.Add;

        Assert.That(catalog.TaskIds, Is.EqualTo(new[] { "math/double", "math/half", "math/sums" }));
        Assert.That(catalog.Expand("math/*"), Is.EqualTo(new[] { "math/double", "math/half", "math/sums" }));
        catalog.Expand("*");
        Assert.That(notices, Has.Count.EqualTo(1).And.All.Contains("skipped: math/absent needs data: ").And.All.Contains("absent/train.jsonl (from https://example.org/sums)"));
        Assert.That(() => catalog.Expand("math/absent"), Throws.TypeOf<InputException>().With.Message.Contains("absent/train.jsonl"));
        Assert.That(() => catalog.TaskAsync("math/absent"), Throws.TypeOf<InputException>().With.Message.Contains("absent/train.jsonl"));
        Assert.That((catalog.IsDataset("math/sums"), catalog.IsDataset("math/half")), Is.EqualTo((true, false)));
    }

    [TestCase("reward: exact", "reward: ''", "sums.yaml: nothing judges the answers")]
    [TestCase("train: sums/train.jsonl", "train: { lines: 1-2 }", "sums.yaml: train: name the file")]
    [TestCase("lines: 2-4", "lines: 4-2", "sums.yaml: test: '4-2' are no lines")]
    [TestCase("lines: 2-4", "lines: 2-40", "test.jsonl: it has 6 lines")]
    [TestCase("lines: 2-4", "line: 2-4", "sums.yaml(7,32): there is no key 'line'; did you mean 'lines'?")]
    [TestCase("train: sums", "file: sums", "sums.yaml: name one file, or one for train and one for test")]
    [TestCase("field: a, after", "after", "sums.yaml: fields: answer: name a field")]
    [TestCase("<[^>]*>", "[", "sums.yaml: fields: solution: remove:")]
    [TestCase("{q}", "{question}", "test.jsonl:2: the field 'question' is missing")]
    [TestCase("\"= \"", "\"== \"", "test.jsonl:2: there is no '== ' in the text")]
    [TestCase("version: 3", "version: 0", "sums.yaml: version is 0")]
    public void A_mistake_is_named_with_its_place(string right, string wrong, string expected)
    {
        string changed = Yaml.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(Yaml));
        _arena.Write("tasks/math/sums.yaml", changed);
        Assert.That(
            async () => await (await _arena.Reopen().TaskAsync("math/sums")).GenerateAsync(new ProblemRequest(Split.Test, 1, 1, 1)),
            Throws.TypeOf<InputException>().With.Message.Contains(expected));
    }

    [Test]
    public void A_line_that_is_no_JSON_is_named()
    {
        _arena.Write("tasks/math/sums/test.jsonl", $"{Line(1)}\n{Line(2)}\n{{\n{Line(4)}\n");
        Assert.That(async () => await (await Task()).GenerateAsync(new ProblemRequest(Split.Test, 1, 1, 1)),
            Throws.TypeOf<InputException>().With.Message.Contains("test.jsonl:3: "));
    }

    private static string Line(int n) => $$"""{"q": "What is {{n}} + 1?", "a": "{{n}} <x>and 1 make = {{n + 1}}", "n": {{n}}, "parts": ["{{n}}", "1"]}""";

    private static async Task<int> CountAsync(ReasoningTask task, Split split)
    {
        int count = 0;
        while (true)
        {
            try
            {
                await task.GenerateAsync(new ProblemRequest(split, 1, 1, 1, Start: count));
                count++;
            }
            catch (InputException)
            {
                return count;
            }
        }
    }

    private Task<ReasoningTask> Task() => _arena.Reopen().TaskAsync("math/sums");
}
