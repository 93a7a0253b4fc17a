using Sasr.Arena.Problems;
using Sasr.Arena.Training.Curricula;

namespace Sasr.Arena.Training.Tests.Curricula;

public sealed class TaskCurriculumTests
{
    [TestCase(0.75, "1110", true, Description = "three of four reach three quarters")]
    [TestCase(0.76, "1110", false)]
    [TestCase(0.75, "111", false, Description = "the window is not full")]
    [TestCase(0.75, "0011110", true, Description = "the last four")]
    [TestCase(0.75, "1111000", false)]
    [TestCase(1, "01111", true)]
    [TestCase(1, "0111", false)]
    public void The_next_level_opens_when_the_last_rollouts_reach_the_gate(double gate, string rollouts, bool opens)
    {
        TaskCurriculum curriculum = Create([2, 4, 7], gate, window: 4);

        curriculum.Observe(On(2, rollouts));

        Assert.That(curriculum.Level, Is.EqualTo(opens ? 4 : 2));
    }

    [Test]
    public void Steps_add_up_and_every_level_counts_anew()
    {
        TaskCurriculum curriculum = Create([1, 2, 3], gate: 0.5, window: 4);
        var levels = new List<int>();
        foreach ((int level, string rollouts) in new[] { (1, "10"), (1, "0"), (1, "1"), (2, "111"), (2, "0"), (3, "1111"), (3, "1111") })
        {
            curriculum.Observe(On(level, rollouts));
            levels.Add(curriculum.Level);
        }

        Assert.That(levels, Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3, 3 }));
    }

    [Test]
    public void Success_on_other_levels_than_the_highest_open_one_opens_nothing()
    {
        TaskCurriculum curriculum = Create([1, 2, 3], gate: 0.5, window: 4, start: 2);

        curriculum.Observe([.. On(1, "11111111"), .. On(2, "1000")]);
        Assert.That((curriculum.Level, curriculum.Success), Is.EqualTo((2, 0.25)));
        curriculum.Observe([.. On(1, "00000000"), .. On(2, "1110")]);

        Assert.That((curriculum.Level, curriculum.Success), Is.EqualTo((3, (double?)null)));
    }

    [Test]
    public void One_step_opens_one_level_however_many_rollouts_it_has()
    {
        TaskCurriculum curriculum = Create([1, 2, 3], gate: 0.5, window: 2);

        curriculum.Observe(On(1, "11111111"));

        Assert.That(curriculum.Level, Is.EqualTo(2));
    }

    [TestCase(1, new[] { 5 })]
    [TestCase(2, new[] { 5, 6 })]
    [TestCase(9, new[] { 5, 6, 7 })]
    public void So_many_levels_are_open_from_the_beginning(int start, int[] open)
    {
        TaskCurriculum curriculum = Create([5, 6, 7], start: start);

        Assert.That(new[] { 5, 6, 7 }.Where(curriculum.IsOpen), Is.EqualTo(open));
        Assert.That(curriculum.Level, Is.EqualTo(open[^1]));
    }

    [Test]
    public void Lower_levels_keep_their_share_of_the_prompts()
    {
        TaskCurriculum curriculum = Create([1, 2, 3, 4], start: 3, keep: 0.3);
        var rng = new Rng(1);

        Dictionary<int, int> drawn = Enumerable.Range(0, 30_000).GroupBy(_ => curriculum.Draw(rng)).ToDictionary(level => level.Key, level => level.Count());

        // Of 30,000: 70 % on level 3, 15 % on each of those below. Four standard deviations are 317 and 247.
        Assert.That(drawn.Keys, Is.EquivalentTo(new[] { 1, 2, 3 }));
        Assert.That(drawn[3], Is.EqualTo(21_000).Within(317));
        Assert.That(drawn[1], Is.EqualTo(4_500).Within(247));
        Assert.That(drawn[2], Is.EqualTo(4_500).Within(247));
    }

    [Test]
    public void With_keep_0_only_the_highest_open_level_is_practised()
    {
        TaskCurriculum curriculum = Create([1, 2, 3], start: 2, keep: 0);
        var rng = new Rng(1);

        Assert.That(Enumerable.Range(0, 100).Select(_ => curriculum.Draw(rng)), Is.All.EqualTo(2));
    }

    [Test]
    public void Its_state_goes_over_a_restart()
    {
        TaskCurriculum before = Create([1, 2, 3], gate: 0.75, window: 4);
        before.Observe(On(1, "1111"));
        before.Observe(On(2, "10110"));

        TaskCurriculum after = Create([1, 2, 3], gate: 0.75, window: 4);
        after.State = before.State;

        Assert.That(before.State, Is.EqualTo(new CurriculumState(2, "0110")));
        Assert.That(after.State, Is.EqualTo(before.State));
    }

    [Test]
    public void After_a_restart_the_count_goes_on_where_it_was()
    {
        TaskCurriculum before = Create([1, 2, 3], gate: 0.75, window: 4), after = Create([1, 2, 3], gate: 0.75, window: 4);
        before.Observe(On(1, "011"));

        after.State = before.State;
        after.Observe(On(1, "1"));

        Assert.That(after.Level, Is.EqualTo(2));
    }

    [Test]
    public void A_state_of_more_levels_than_the_recipe_has_now_stands_on_the_last()
    {
        TaskCurriculum curriculum = Create([1, 2], window: 4);

        curriculum.State = new CurriculumState(3, "1111");

        Assert.That(curriculum.State, Is.EqualTo(new CurriculumState(2, "")));
    }

    private static (int Level, bool Right)[] On(int level, string rollouts) => [.. rollouts.Select(right => (level, right == '1'))];

    private static TaskCurriculum Create(int[] levels, double gate = 0.8, int window = 64, int start = 1, double keep = 0.3) =>
        new(levels, new CurriculumRecipe { Gate = gate, Window = window, Start = start, Keep = keep });
}
