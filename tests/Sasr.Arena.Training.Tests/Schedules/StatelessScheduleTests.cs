using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Training.Tests.Schedules;

public sealed class StatelessScheduleTests
{
    [TestCase("sft", 0, 0.0, 1)]
    [TestCase("sft", 999, 0.99, 1)]
    [TestCase("grpo", 1, 0.0, 1)]
    [TestCase("grpo", 2, 0.0, 0)]
    [TestCase("static", 1, 0.9, 1)]
    [TestCase("static", 50, 0.39, 1)]
    [TestCase("static", 50, 0.4, 0)]
    public void What_a_step_is_follows_from_where_the_run_stands(string kind, int step, double spent, double expected)
    {
        ISchedule schedule = new ScheduleRecipe { Kind = kind, WarmupSteps = 2, SftShare = 0.4 }.Create();

        Assert.That(schedule.SftProbability(new ScheduleContext(step, spent)), Is.EqualTo(expected));
    }

    [Test]
    public void An_unknown_schedule_is_answered_with_the_nearest()
    {
        Assert.That(
            () => new ScheduleRecipe { Kind = "sars" }.Create(),
            Throws.TypeOf<InputException>().With.Message.Contains("did you mean 'sasr'"));
    }
}
