using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Tests.Fakes;
using Sasr.Arena.Yaml;

namespace Sasr.Arena.Tests.Environments;

public sealed class TaskMixTests
{
    private FakeArena _arena = null!;

    [SetUp]
    public void Open() => _arena = new FakeArena();

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public async Task A_number_is_a_weight_and_every_task_of_a_pattern_has_it() => Assert.That(
        await WeightsAsync("{ math/*: 2, games/countdown: 0.5 }"),
        Is.EqualTo(new[] { ("math/double", 2), ("math/half", 2), ("games/countdown", 0.5) }));

    [TestCase("{ math/*: 2, math/half: 3 }", 2, 3)]
    [TestCase("{ math/half: 3, math/*: 2 }", 2, 3, Description = "not the order, but how exact a key is")]
    [TestCase("{ '*': 5, math/*: 2 }", 2, 2)]
    [TestCase("{ math/*: 2, '*': 5 }", 2, 2)]
    [TestCase("{ '*/half': 7, math/*: 2 }", 2, 2, Description = "of equally exact keys, the later")]
    [TestCase("{ math/*: 2, '*/half': 7 }", 2, 7)]
    [TestCase("{ math/*: {}, math/half: 3 }", 1, 3)]
    [TestCase("{ math/*: 2, math/half: 0 }", 2, 0)]
    public async Task A_more_exact_key_overrides_a_pattern(string yaml, double doubled, double halved)
    {
        IReadOnlyList<(string Id, double Weight)> weights = await WeightsAsync(yaml);

        Assert.That(weights.Single(task => task.Id == "math/double").Weight, Is.EqualTo(doubled));
        Assert.That(weights.Single(task => task.Id == "math/half").Weight, Is.EqualTo(halved));
    }

    [Test]
    public async Task What_a_more_exact_key_leaves_open_the_pattern_says()
    {
        MixedTask<MixEntry> half = (await ResolveAsync("{ math/*: { weight: 4, levels: [2, 3] }, math/half: { weight: 9 } }"))
            .Single(task => task.Id == "math/half");

        Assert.That((half.Weight, half.Levels), Is.EqualTo((9.0, new[] { 2, 3 })));
    }

    [TestCase("[3, 1]", new[] { 3, 1 })]
    [TestCase("2", new[] { 2 })]
    [TestCase("1-2", new[] { 1, 2 })]
    [TestCase("[1, 2-3]", new[] { 1, 2, 3 })]
    [TestCase("all", new[] { 1, 2, 3 })]
    public async Task Levels_are_a_list_a_range_or_all(string levels, int[] expected) =>
        Assert.That((await ResolveAsync($"{{ math/half: {{ levels: {levels} }} }}"))[0].Levels, Is.EqualTo(expected));

    [Test]
    public async Task Levels_of_which_the_mix_is_silent_are_its_readers_to_choose() => Assert.That(
        (await Parse("{ math/half: {} }").ResolveAsync(_arena.Catalog, _ => new LevelChoice(2)))[0].Levels, Is.EqualTo(new[] { 2 }));

    [TestCase("{ math/*: 2 }", Split.Train, new[] { "math/double", "math/half" })]
    [TestCase("{ math/*: 2 }", Split.Test, new[] { "math/double", "math/half", "math/held" })]
    [TestCase("{ math/*: 2 }", null, new[] { "math/double", "math/half", "math/held" })]
    [TestCase("{ math/*: 2, math/held: 0 }", Split.Train, new[] { "math/double", "math/half", "math/held" })]
    public async Task A_pattern_leaves_out_what_has_nothing_of_the_split(string yaml, Split? split, string[] expected) => Assert.That(
        (await Parse(yaml).ResolveAsync(HoldingOut(), _ => LevelChoice.All, split)).Select(task => task.Id), Is.EqualTo(expected));

    [TestCase("{ math/held: 1 }", "suite.yaml(1,10): math/held: it has no train problems.")]
    [TestCase("{ '*/held': 1 }", "suite.yaml(1,10): */held: nothing that it names has train problems.")]
    public void What_is_asked_for_by_its_id_must_have_the_split(string yaml, string expected) => Assert.That(
        () => Parse(yaml).ResolveAsync(HoldingOut(), _ => LevelChoice.All, Split.Train), Throws.TypeOf<InputException>().With.Message.EqualTo(expected));

    [TestCase("math/haf: 1", "suite.yaml(2,3): math/haf: There is no task or game 'math/haf'; did you mean 'math/half'?")]
    [TestCase("math/*: 1\n  code/*: 2", "suite.yaml(3,3): code/*: There is no task or game 'code/*'; there are games/countdown, math/double, math/half.")]
    [TestCase("math/*: { levels: 1-4 }", "suite.yaml(2,3): math/*: levels: math/double has no level 4: its levels are 1 to 3.")]
    [TestCase("math/*: { levels: 1-4 }\n  math/double: 2", "suite.yaml(2,3): math/*: levels: math/double has no level 4")]
    public void What_no_arena_has_is_named_with_its_place(string tasks, string expected)
    {
        TaskMix<MixEntry> mix = YamlFile<Suite>.Parse("suite.yaml", $"tasks:\n  {tasks}\n").Value.Tasks;

        Assert.That(
            () => mix.ResolveAsync(_arena.Catalog, _ => LevelChoice.All),
            Throws.TypeOf<InputException>().With.Message.StartsWith(expected));
    }

    [TestCase("math/half: -1", "suite.yaml(2,3): math/half: weight: must be a number from 0 to 1,000,000.")]
    [TestCase("math/half: .nan", "suite.yaml(2,14): math/half: '.nan' is no weight")]
    [TestCase("math/half: NaN", "suite.yaml(2,3): math/half: weight")]
    [TestCase("math/half: often", "suite.yaml(2,14): math/half: 'often' is no weight")]
    [TestCase("math/half:", "suite.yaml(2,13): math/half: '' is no weight; write a number, a mapping")]
    [TestCase("math/half: { weigth: 1 }", "suite.yaml(2,16): there is no key 'weigth'; did you mean 'weight'?")]
    [TestCase("math/half: { levels: 3-1 }", "suite.yaml(2,24): levels: '3-1' is no list of levels; write all, 2, 1-3 or [1-3, 5].")]
    [TestCase("math/half: { levels: [] }", "suite.yaml(2,24): levels: '' is no list of levels")]
    [TestCase("math/half: { levels: [0] }", "suite.yaml(2,24): levels: '0' is no list of levels")]
    [TestCase("math/half: { levels: [1, one] }", "suite.yaml(2,24): levels: '1,one' is no list of levels")]
    [TestCase("math/half: 1\n  math/half: 2", "suite.yaml(3,3)")]
    public void A_mistake_is_named_with_its_place(string tasks, string expected) => Assert.That(
        () => YamlFile<Suite>.Parse("suite.yaml", $"tasks:\n  {tasks}\n"),
        Throws.TypeOf<InputException>().With.Message.StartsWith(expected));

    [TestCase("tasks: [math/half]", "(1,8): tasks stand here as a mapping")]
    [TestCase("tasks: math/half", "(1,8): tasks stand here as a mapping")]
    public void A_mix_is_a_mapping(string yaml, string expected) => Assert.That(
        () => YamlFile<Suite>.Parse("suite.yaml", yaml), Throws.TypeOf<InputException>().With.Message.Contains(expected));

    // A data set of test problems alone is among the tasks.
    private ArenaCatalog HoldingOut()
    {
        _arena.Write("tasks/math/held.yaml", "version: 1\nreward: exact\ntest: held.jsonl\nfields: { question: q, answer: a, solution: a }\n");
        _arena.Write("tasks/math/held.jsonl", """{"q": "1 + 1", "a": "2"}""");
        return _arena.Reopen();
    }

    private static TaskMix<MixEntry> Parse(string yaml) => YamlFile<Suite>.Parse("suite.yaml", $"tasks: {yaml}\n").Value.Tasks;

    private Task<IReadOnlyList<MixedTask<MixEntry>>> ResolveAsync(string yaml) =>
        Parse(yaml).ResolveAsync(_arena.Catalog, _ => LevelChoice.All);

    private async Task<IReadOnlyList<(string Id, double Weight)>> WeightsAsync(string yaml) =>
        [.. (await ResolveAsync(yaml)).Select(task => (task.Id, task.Weight))];

    internal sealed class Suite
    {
        public TaskMix<MixEntry> Tasks { get; set; } = [];
    }
}
