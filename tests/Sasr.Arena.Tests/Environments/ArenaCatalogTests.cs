using Sasr.Arena.Environments;
using Sasr.Arena.Tests.Fakes;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Tests.Environments;

public sealed class ArenaCatalogTests
{
    private FakeArena _arena = null!;

    [SetUp]
    public void Open() => _arena = new FakeArena();

    [TearDown]
    public async Task Close() => await _arena.DisposeAsync();

    [Test]
    public void Scripts_are_found_by_their_folder()
    {
        Assert.That(_arena.Catalog.Ids, Is.EqualTo(new[] { "games/countdown", "math/double", "math/half" }));
        Assert.That(_arena.Catalog.TaskIds, Is.EqualTo(new[] { "math/double", "math/half" }));
        Assert.That(_arena.Loads, Is.Zero, "nothing is compiled before it is asked for");
    }

    [Test]
    public void What_lies_in_a_folder_of_shared_sources_is_no_script()
    {
        _arena.Write("tasks/math/shared/loops.csx");
        _arena.Write("tasks/shared.csx");
        Assert.That(_arena.Reopen().TaskIds, Is.EqualTo(new[] { "math/double", "math/half", "shared" }));
    }

    [TestCase("math/*", new[] { "math/double", "math/half" })]
    [TestCase("*/double", new[] { "math/double" })]
    [TestCase("games/countdown", new[] { "games/countdown" })]
    public void A_pattern_names_ids(string pattern, string[] expected) =>
        Assert.That(_arena.Catalog.Expand(pattern), Is.EqualTo(expected));

    [Test]
    public void A_pattern_that_names_none_is_an_error() =>
        Assert.That(() => _arena.Catalog.Expand("logic/*"), Throws.TypeOf<InputException>());

    [Test]
    public async Task What_is_known_of_a_task_joins_script_and_domain()
    {
        EnvironmentInfo info = await _arena.Catalog.InfoAsync("math/double");

        Assert.That((info.Id, info.Version, info.Levels, info.MaxTurns, info.Instructions), Is.EqualTo(("math/double", 2, 3, 1, "Work it out.")));
        await _arena.Catalog.InfoAsync("math/double");
        Assert.That(_arena.Loads, Is.EqualTo(1), "a script is compiled once");
    }

    [Test]
    public void Two_scripts_with_one_id_are_an_error()
    {
        _arena.Write("tasks/math/half.csx");

        Assert.That(_arena.Reopen, Throws.TypeOf<InputException>().With.Message.Contains("the same id 'math/half'"));
    }

    [Test]
    public void A_folder_without_tasks_is_no_arena()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => new ArenaCatalog(folder.Path, _arena), Throws.TypeOf<InputException>().With.Message.Contains("tasks/"));
    }

    [TestCase("rewards:\n  answer: 1\n  exat: 0.5\n", "environment.yaml(3,3): rewards: there is no reward 'exat'; did you mean 'exact'?")]
    [TestCase("rewards: { gate: [format, { weighted: { answr: 1 } }] }\n", "environment.yaml(1,41): rewards: there is no reward 'answr'; did you mean 'answer'?")]
    public void A_reward_that_does_not_exist_is_named_with_its_place(string yaml, string expected)
    {
        _arena.Write("environments/math/environment.yaml", yaml);

        Assert.That(
            async () => await _arena.Reopen().FactoryAsync("math/double"),
            Throws.TypeOf<InputException>().With.Message.Contains(expected));
    }

    [TestCase("formt: compact\n", "environment.yaml(1,1): there is no key 'formt'; did you mean 'format'?")]
    [TestCase("format: tags\n", "environment.yaml: format: 'tags'")]
    [TestCase("rewards: { answer: much }\n", "environment.yaml(1,20)")]
    [TestCase("rewards: { answer: 0 }\n", "environment.yaml(1,10): rewards: at least one weight must be above 0")]
    [TestCase("rewards: { answer: -1 }\n", "environment.yaml(1,20): rewards: the weight of 'answer' is -1")]
    [TestCase("rewards: { answer: 1, answer: 2 }\n", "environment.yaml(1,23)")]
    [TestCase("rewards: answer\n", "environment.yaml(1,10): rewards stand here as a mapping")]
    [TestCase("rewards: { gate: answer }\n", "environment.yaml(1,18): gate: a list of components stands here")]
    [TestCase("rewards: { gate: [] }\n", "environment.yaml(1,12): gate: it has no parts")]
    [TestCase("rewards: { gate: [answer, {}] }\n", "environment.yaml(1,12): gate: a part of it is empty")]
    [TestCase("rewards: { gate: [format, answer], answer: 1 }\n", "environment.yaml(1,36): 'gate' stands alone")]
    [TestCase("rewards: { answer: 1, gate: [format] }\n", "environment.yaml(1,23): rewards: 'gate' is no component")]
    [TestCase("rewards: { weighted: [answer] }\n", "environment.yaml(1,22): rewards stand here as a mapping")]
    public void A_mistake_in_an_environment_is_named_with_its_place(string yaml, string expected)
    {
        _arena.Write("environments/math/environment.yaml", yaml);

        Assert.That(
            async () => await _arena.Reopen().InfoAsync("math/double"),
            Throws.TypeOf<InputException>().With.Message.Contains(expected));
    }
}
