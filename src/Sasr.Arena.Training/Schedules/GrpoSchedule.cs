namespace Sasr.Arena.Training.Schedules;

/// <summary>GRPO after the warm-up; with no warm-up, from scratch.</summary>
internal sealed class GrpoSchedule(ScheduleRecipe recipe) : StatelessSchedule
{
    public override double SftProbability(ScheduleContext context) => IsWarmup(context.Step) ? 1 : 0;

    public override bool IsWarmup(int step) => step < recipe.WarmupSteps;
}
