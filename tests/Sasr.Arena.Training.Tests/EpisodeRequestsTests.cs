using Sasr.Arena.Episodes;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Grpo;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Tests;

public sealed class EpisodeRequestsTests
{
    private static readonly Recipe Recipe = new() { Seed = 5, Grpo = new GrpoRecipe { Prompts = 40, GroupSize = 2 } };

    private static readonly TrainingTask[] Tasks =
    [
        new("a/one", 1, [1], 0, null),
        new("a/none", 0, [1], 10, null),
        new("a/half", 0.5, [2, 4], 0, null),
        new("a/three", 3, [1, 2, 3], 0, CurriculumRecipe.Defaults),
    ];

    [Test]
    public void Prompts_are_drawn_by_the_weights()
    {
        string[] drawn = [.. Prompts(steps: 500).Select(request => request.Environment)];

        double[] expected = [.. new[] { 1, 0.5, 3 }.Select(weight => drawn.Length * weight / 4.5)];
        double[] counts = [.. new[] { "a/one", "a/half", "a/three" }.Select(id => (double)drawn.Count(task => task == id))];
        double chiSquare = counts.Zip(expected, (count, due) => (count - due) * (count - due) / due).Sum();
        Assert.That(drawn, Has.Length.EqualTo(20_000).And.None.EqualTo("a/none"));
        Assert.That(chiSquare, Is.LessThan(13.82), "99.9 % of chi-square with two degrees of freedom");
    }

    [Test]
    public void Levels_are_equally_often_and_with_a_curriculum_only_those_that_are_open()
    {
        EpisodeRequest[] prompts = [.. Prompts(steps: 500)];
        int[] half = [.. prompts.Where(request => request.Environment == "a/half").Select(request => request.Level)];

        Assert.That(prompts.Where(request => request.Environment == "a/three").Select(request => request.Level), Is.All.EqualTo(1));
        Assert.That(half, Is.All.AnyOf(2, 4));
        Assert.That(half.Count(level => level == 2), Is.EqualTo(half.Length / 2.0).Within(2 * Math.Sqrt(half.Length)), "four standard deviations");
    }

    [Test]
    public void The_prompts_of_a_step_depend_on_the_seed_and_the_step_alone()
    {
        var curriculum = new Curriculum(Tasks);
        IReadOnlyList<EpisodeRequest> seventh = EpisodeRequests.Rollouts(Recipe, Tasks, curriculum, 7);

        Assert.That(EpisodeRequests.Rollouts(Recipe, Tasks, new Curriculum(Tasks), 7), Is.EqualTo(seventh));
        Assert.That(EpisodeRequests.Rollouts(Recipe, Tasks, curriculum, 8), Is.Not.EqualTo(seventh));
        Assert.That(seventh.Select(request => request.Seed).Distinct().Count(), Is.EqualTo(40), "every prompt is another problem");
    }

    private static IEnumerable<EpisodeRequest> Prompts(int steps) =>
        Enumerable.Range(0, steps).SelectMany(step => EpisodeRequests.Rollouts(Recipe, Tasks, new Curriculum(Tasks), step)).Where(request => request.Sample == 0);
}
