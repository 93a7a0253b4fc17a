using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Training.Tests.Schedules;

/// <summary>p = G_last / (G_last + gamma G_warm), arXiv 2505.13026.</summary>
public sealed class SasrScheduleTests
{
    [Test]
    public void The_warm_up_is_all_sft()
    {
        ISchedule schedule = Create(warmup: 3);

        Assert.That(Enumerable.Range(0, 3).Select(step => schedule.SftProbability(new ScheduleContext(step, 0))), Is.All.EqualTo(1));
        Assert.That(Enumerable.Range(0, 5).Select(schedule.IsWarmup), Is.EqualTo(new[] { true, true, true, false, false }));
    }

    [TestCase(1, 4, 2, 1.0 / 3)]
    [TestCase(1, 4, 4, 0.5)]
    [TestCase(3, 4, 6, 1.0 / 3)]
    [TestCase(1, 4, 0, 0)]
    public void Afterwards_the_latest_norm_is_weighed_against_the_warm_ups(double gamma, double warm, double last, double expected)
    {
        ISchedule schedule = Create(warmup: 2, gamma);
        schedule.ObserveSft(0, 99);
        schedule.ObserveSft(1, warm);
        schedule.ObserveSft(2, last);

        Assert.That(schedule.SftProbability(new ScheduleContext(3, 0)), Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void Right_after_the_warm_up_the_two_norms_are_the_same()
    {
        ISchedule schedule = Create(warmup: 1, gamma: 3);
        schedule.ObserveSft(0, 7);

        Assert.That(schedule.SftProbability(new ScheduleContext(1, 0)), Is.EqualTo(0.25));
    }

    [Test]
    public void Its_state_goes_over_a_restart()
    {
        ISchedule before = Create(warmup: 1);
        before.ObserveSft(0, 3);
        before.ObserveSft(1, 0.1);

        ISchedule after = Create(warmup: 1);
        after.State = before.State;

        Assert.That(after.SftProbability(new ScheduleContext(9, 0)), Is.EqualTo(before.SftProbability(new ScheduleContext(9, 0))));
    }

    private static ISchedule Create(int warmup, double gamma = 1) =>
        new ScheduleRecipe { Kind = "sasr", WarmupSteps = warmup, Gamma = gamma }.Create();
}
