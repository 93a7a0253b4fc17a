using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Sft;

namespace Sasr.Arena.Training.Tests.Sft;

public sealed class DemonstrationsTests
{
    // Demonstration i is the sequence of the single token i; the level of a/b is 1 for even i, 2 for odd.
    private static readonly EpisodeRequest[] Requests =
        [.. Enumerable.Range(0, 20).Select(i => new EpisodeRequest("a/b", 1 + i % 2, Split.Train, (ulong)i))];

    private static readonly TrainingSequence[] Sequences = [.. Enumerable.Range(0, 20).Select(i => new TrainingSequence([i], [true]))];

    [Test]
    public void Without_a_curriculum_every_pass_has_every_demonstration_once()
    {
        var curriculum = new Curriculum([new TrainingTask("a/b", 1, [1, 2], 20, null)]);

        int[] drawn = Take(curriculum, steps: 10, size: 4);
        int[] first = drawn[..20], second = drawn[20..];

        Assert.That(first, Is.EquivalentTo(Enumerable.Range(0, 20)));
        Assert.That(second, Is.EquivalentTo(Enumerable.Range(0, 20)).And.Not.EqualTo(first));
    }

    [Test]
    public void Only_demonstrations_of_open_levels_are_trained_on()
    {
        var task = new TrainingTask("a/b", 1, [2, 1], 20, new CurriculumRecipe { Gate = 1, Window = 1, Start = 1, Keep = 0 });
        var curriculum = new Curriculum([task]);

        int[] before = Take(curriculum, steps: 5, size: 4);
        curriculum.State = new Dictionary<string, CurriculumState> { ["a/b"] = new(2, "") };
        int[] after = Take(curriculum, steps: 5, size: 4);

        Assert.That(before[..10], Is.EquivalentTo(Enumerable.Range(0, 10).Select(i => 2 * i + 1)));
        Assert.That(before[10..], Is.EquivalentTo(Enumerable.Range(0, 10).Select(i => 2 * i + 1)));
        Assert.That(after, Is.EquivalentTo(Enumerable.Range(0, 20)));
    }

    [Test]
    public void A_batch_does_not_depend_on_those_that_were_drawn_before_it()
    {
        var curriculum = new Curriculum([]);
        int[] all = Take(curriculum, steps: 12, size: 3);

        Assert.That(Batch(new Demonstrations(Requests, Sequences, 1), 11, 3, curriculum), Is.EqualTo(all[33..]));
    }

    private static int[] Take(Curriculum curriculum, int steps, int size)
    {
        var demonstrations = new Demonstrations(Requests, Sequences, 1);
        return [.. Enumerable.Range(0, steps).SelectMany(step => Batch(demonstrations, step, size, curriculum))];
    }

    private static int[] Batch(Demonstrations demonstrations, int step, int size, Curriculum curriculum) =>
        [.. demonstrations.Batch(step, size, curriculum).Select(sequence => sequence.Tokens[0])];
}
