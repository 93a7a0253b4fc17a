using Sasr.Arena.Testing;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Tests.Fakes;

namespace Sasr.Arena.Training.Tests.Recipes;

/// <summary>The arena has words/reverse (three levels), games/echo (one) and games/length (four).</summary>
public sealed class TrainingTaskTests
{
    [TestCase("'*': 1", "", new[] { 500, 500, 500 })]
    [TestCase("'*': 1", "demonstrations: 100", new[] { 34, 33, 33 }, Description = "none is lost to rounding")]
    [TestCase("games/*: 1, words/reverse: 3", "demonstrations: 1000", new[] { 200, 200, 600 })]
    [TestCase("games/*: 1, words/reverse: { weight: 3, demonstrations: 7 }", "demonstrations: 1000", new[] { 500, 500, 7 })]
    [TestCase("games/*: 1, words/reverse: { weight: 2, demonstrations: 7 }", "", new[] { 500, 500, 7 })]
    [TestCase("games/*: 1, games/length: 3", "demonstrations: 10", new[] { 3, 7 }, Description = "2.5 and 7.5: of equal remainders the first")]
    [TestCase("'*': { demonstrations: 8 }, words/reverse: { demonstrations: 0 }", "demonstrations: 10", new[] { 8, 8, 0 })]
    public async Task Demonstrations_are_shared_out_by_weight(string tasks, string key, int[] expected) =>
        Assert.That((await TasksAsync(tasks, key)).Select(task => task.Demonstrations), Is.EqualTo(expected));

    [Test]
    public async Task A_task_of_weight_0_is_left_out_unless_it_has_demonstrations_of_its_own()
    {
        IReadOnlyList<TrainingTask> tasks = await TasksAsync("'*': 1, games/echo: 0, games/length: { weight: 0, demonstrations: 5 }");

        Assert.That(tasks.Select(task => (task.Id, task.Weight, task.Demonstrations)), Is.EqualTo(new[] { ("games/length", 0.0, 5), ("words/reverse", 1.0, 500) }));
    }

    [TestCase("words/reverse: {}", "", new[] { 1 })]
    [TestCase("words/reverse: { levels: all }", "", new[] { 1, 2, 3 })]
    [TestCase("words/reverse: { curriculum: {} }", "", new[] { 1, 2, 3 })]
    [TestCase("words/reverse: {}", "curriculum: {}", new[] { 1, 2, 3 })]
    [TestCase("words/reverse: { levels: [3, 2] }", "curriculum: {}", new[] { 3, 2 })]
    public async Task Levels_are_the_first_alone_and_with_a_curriculum_all(string tasks, string key, int[] expected) =>
        Assert.That((await TasksAsync(tasks, key))[0].Levels, Is.EqualTo(expected));

    [Test]
    public async Task A_curriculum_is_said_for_all_for_a_pattern_and_for_a_task_key_by_key()
    {
        IReadOnlyList<TrainingTask> tasks = await TasksAsync(
            "games/*: { curriculum: { window: 8 } }, games/length: { curriculum: { gate: 0.5 } }, words/reverse: 1", "curriculum: { gate: 0.9, keep: 0.1 }");

        Assert.That(tasks.Select(task => task.Curriculum), Is.EqualTo(new[]
        {
            new CurriculumRecipe { Gate = 0.9, Window = 8, Start = 1, Keep = 0.1 },
            new CurriculumRecipe { Gate = 0.5, Window = 8, Start = 1, Keep = 0.1 },
            new CurriculumRecipe { Gate = 0.9, Window = 64, Start = 1, Keep = 0.1 },
        }));
    }

    [Test]
    public async Task Without_a_word_of_it_there_is_no_curriculum() =>
        Assert.That((await TasksAsync("'*': 1")).Select(task => task.Curriculum), Is.All.Null);

    [TestCase("words/reverse: { levels: [1, 1] }", "curriculum: {}", "r.yaml(1,10): words/reverse: levels: with a curriculum, each level stands once.")]
    [TestCase("words/reverse: { levels: 4 }", "", "r.yaml(1,10): words/reverse: levels: words/reverse has no level 4")]
    [TestCase("word/*: 1", "", "r.yaml(1,10): word/*: There is no task or game 'word/*'")]
    [TestCase("'*': 1, '*/*': 0", "", "tasks: at least one weight must be above 0")]
    public async Task What_cannot_be_trained_on_is_named_with_its_place(string tasks, string key, string expected)
    {
        await using var arena = new FakeArena();
        Recipe recipe = Read(tasks, key);

        Assert.That(() => TrainingTask.OfAsync(recipe, arena.Catalog), Throws.TypeOf<InputException>().With.Message.Contains(expected));
    }

    private static async Task<IReadOnlyList<TrainingTask>> TasksAsync(string tasks, string key = "")
    {
        await using var arena = new FakeArena();
        return await TrainingTask.OfAsync(Read(tasks, key), arena.Catalog);
    }

    private static Recipe Read(string tasks, string key) =>
        RecipeFile.Parse("r.yaml", $"tasks: {{ {tasks} }}\nbudget: {{ steps: 5 }}\n{key}\n").Recipe;
}
