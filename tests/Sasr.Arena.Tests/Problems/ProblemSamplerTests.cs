using System.Globalization;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Tests.Problems;

public sealed class ProblemSamplerTests
{
    private static readonly TaskInfo Task = new("words/number", 3, 2, [], null, "");

    [Test]
    public void No_question_is_in_two_splits()
    {
        // A space of 200 questions, asked for far more often: the splits still share none.
        Dictionary<Split, HashSet<string>> questions = Enum.GetValues<Split>().ToDictionary(
            split => split, split => Sample(split, count: 1000, seed: 1).Select(problem => problem.Question).ToHashSet());

        Assert.That(questions[Split.Train].Intersect(questions[Split.Test]), Is.Empty);
        Assert.That(questions[Split.Train].Intersect(questions[Split.Validation]), Is.Empty);
        Assert.That(questions[Split.Validation].Intersect(questions[Split.Test]), Is.Empty);
        Assert.That(questions.Values.Sum(set => set.Count), Is.EqualTo(200));
    }

    [Test]
    public void The_splits_are_80_10_10()
    {
        ILookup<Split, int> splits = Enumerable.Range(0, 20_000).ToLookup(i => Splits.Of($"question {i}"));

        Assert.That(splits[Split.Train].Count(), Is.EqualTo(16_000).Within(200));
        Assert.That(splits[Split.Validation].Count(), Is.EqualTo(2_000).Within(150));
        Assert.That(splits[Split.Test].Count(), Is.EqualTo(2_000).Within(150));
    }

    [Test]
    public void The_split_of_a_question_never_changes()
    {
        // SHA-256("abc") begins ba7816bf8f01cfea (FIPS 180-2); little-endian that is 0xEACF018FBF1678BA, and modulo 10 it is 4.
        Assert.That(0xEACF018FBF1678BA % 10, Is.EqualTo(4));
        Assert.That(Splits.Of("abc"), Is.EqualTo(Split.Train));
    }

    [Test]
    public void A_problem_depends_on_its_index_and_not_on_the_request()
    {
        IReadOnlyList<Problem> all = Sample(Split.Test, count: 20, seed: 5);

        Assert.That(Sample(Split.Test, count: 5, seed: 5, start: 10), Is.EqualTo(all.Skip(10).Take(5)));
        Assert.That(Sample(Split.Test, count: 20, seed: 6), Is.Not.EqualTo(all));
        Assert.That(all[0], Has.Property("Task").EqualTo("words/number").And.Property("Version").EqualTo(3));
    }

    [Test]
    public void A_space_too_small_for_a_split_is_an_error_that_names_task_and_level()
    {
        var request = new ProblemRequest(Split.Test, 2, 1, 0);

        Assert.That(
            () => ProblemSampler.Sample(Task, request, (_, _) => new ProblemDraft("abc", "", "")),
            Throws.TypeOf<InputException>().With.Message.Contains("words/number level 2").And.Message.Contains("Test split"));
    }

    [TestCase(0)]
    [TestCase(3)]
    public void A_level_that_does_not_exist_is_an_error(int level) =>
        Assert.That(
            () => ProblemSampler.Sample(Task, new ProblemRequest(Split.Test, level, 1, 0), Draw),
            Throws.TypeOf<InputException>().With.Message.Contains("its levels are 1 to 2"));

    private static IReadOnlyList<Problem> Sample(Split split, int count, ulong seed, int start = 0) =>
        ProblemSampler.Sample(Task, new ProblemRequest(split, 1, count, seed, start), Draw);

    private static ProblemDraft Draw(Rng rng, int level)
    {
        string number = rng.Integer(1, 200).ToString(CultureInfo.InvariantCulture);
        return new ProblemDraft(number, number, number);
    }
}
