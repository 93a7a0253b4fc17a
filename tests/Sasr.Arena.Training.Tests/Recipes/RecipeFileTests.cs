using Sasr.Arena.Testing;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Tests.Recipes;

public sealed class RecipeFileTests
{
    private const string Least = "tasks: { math/pick-two: {} }\nbudget: { steps: 5 }\n";

    [Test]
    public void What_a_recipe_leaves_out_has_its_default()
    {
        Recipe recipe = Read(Least).Recipe;

        Assert.That(recipe.Tasks["math/pick-two"], Is.EqualTo(new TaskRecipe()));
        Assert.That(recipe.Curriculum, Is.Null);
        Assert.That(recipe.Schedule.Kind, Is.EqualTo("sasr"));
        Assert.That(recipe.Grpo.GroupSize, Is.EqualTo(8));
    }

    [Test]
    public void Keys_are_in_snake_case_at_every_depth()
    {
        Recipe recipe = Read(Least + "grpo:\n  group_size: 4\n  scale_rewards: none\n  aggregation: dr_grpo\nsft: { hybrid_learning_rate: 3e-4 }\n").Recipe;

        Assert.That(recipe.Grpo.GroupSize, Is.EqualTo(4));
        Assert.That(recipe.Grpo.ScaleRewards, Is.EqualTo(Training.Grpo.RewardScale.None));
        Assert.That(recipe.Grpo.Aggregation, Is.EqualTo(Training.Grpo.Aggregation.DrGrpo));
        Assert.That(recipe.Sft.HybridLearningRate, Is.EqualTo(3e-4));
    }

    [TestCase("grpo:\n  group_sise: 4\n", "(4,3): there is no key 'group_sise'; did you mean 'group_size'?")]
    [TestCase("lerning_rate: 1\n", "(3,1): there is no key 'lerning_rate'")]
    [TestCase("schedule: { kind: sars }\n", "there is no schedule 'sars'; did you mean 'sasr'?")]
    [TestCase("seed: many\n", "(3,7)")]
    [TestCase("threads: 0\n", "threads: must be at least 1")]
    [TestCase("format: tags\n", "'tags' is no answer format")]
    [TestCase("grpo: { group_size: 1 }\n", "grpo.group_size")]
    [TestCase("rewards: { answer: much }\n", "(3,20): rewards: the weight of 'answer' is no number.")]
    [TestCase("rewards: { gate: answer }\n", "(3,18): gate: a list of components stands here")]
    [TestCase("seed: 1\nseed: 2\n", "seed")]
    [TestCase("grpo: { aggregation: sum }\n", "(3,22)")]
    [TestCase("curriculum: { gate: 1.5 }\n", "curriculum.gate: is 1.5 and must be above 0 and at most 1.")]
    [TestCase("curriculum: { window: 0 }\n", "curriculum.window: is 0 and must lie between 1 and 100,000.")]
    [TestCase("curriculum: { start: 0 }\n", "curriculum.start")]
    [TestCase("curriculum: { keep: 1 }\n", "curriculum.keep: is 1 and must be at least 0 and below 1.")]
    [TestCase("curriculum: { gates: 1 }\n", "(3,15): there is no key 'gates'; did you mean 'gate'?")]
    [TestCase("curriculum: {}\nschedule: { kind: sft }\n", "the schedule 'sft' has no rollouts")]
    [TestCase("demonstrations: -1\n", "demonstrations: must be at least 0")]
    public void A_wrong_key_or_value_is_named_with_its_place(string addition, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("r.yaml");
        File.WriteAllText(path, Least + addition);

        InputException? e = Assert.Throws<InputException>(() => RecipeFile.Read(path));

        Assert.That(e!.Message, Does.StartWith(path).And.Contain(expected));
        Assert.That(e.Message, Does.Not.Contain("\n"));
    }

    [TestCase("budget: { steps: 5 }\n", "tasks: there are none")]
    [TestCase("tasks: { a/b: {} }\n", "budget: give steps, work, or both")]
    [TestCase("tasks: [a/b]\n", "(1,8)")]
    [TestCase("tasks: { a/b: 0 }\nbudget: { steps: 5 }\n", "tasks: at least one weight must be above 0")]
    [TestCase("tasks: { a/b: { demonstrations: -1 } }\n", "(1,10): a/b: demonstrations: must be at least 0.")]
    [TestCase("tasks: { a/*: { curriculum: { gate: 0 } } }\n", "(1,10): a/*: curriculum.gate: is 0 and must be above 0")]
    [TestCase("tasks: { a/*: { curriculum: { gat: 0 } } }\n", "(1,31): there is no key 'gat'; did you mean 'gate'?")]
    [TestCase("tasks: { a/*: { curriculum: {} } }\nbudget: { steps: 5 }\nschedule: { kind: sft }\n", "the schedule 'sft' has no rollouts")]
    public void What_a_recipe_must_have_is_asked_for(string text, string expected) =>
        Assert.That(() => Read(text), Throws.TypeOf<InputException>().With.Message.Contains(expected));

    [Test]
    public void Every_recipe_of_the_repository_is_valid()
    {
        // transfer.yaml is a study of many trainings: the tests of arena transfer read it.
        string[] recipes =
            [.. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "recipes"), "*.yaml").Where(path => Path.GetFileName(path) != "transfer.yaml")];

        Assert.That(recipes, Is.Not.Empty);
        foreach (string recipe in recipes)
            Assert.That(() => RecipeFile.Read(recipe), Throws.Nothing, recipe);
    }

    private static RecipeFile Read(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("r.yaml"), text);
        return RecipeFile.Read(folder.File("r.yaml"));
    }
}
