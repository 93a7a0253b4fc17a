namespace Sasr.Arena.Training.Schedules;

/// <summary>SFT for a share of the budget, GRPO for the rest.</summary>
internal sealed class StaticSchedule(ScheduleRecipe recipe) : StatelessSchedule
{
    public override double SftProbability(ScheduleContext context) =>
        IsWarmup(context.Step) || context.BudgetSpent < recipe.SftShare ? 1 : 0;

    public override bool IsWarmup(int step) => step < recipe.WarmupSteps;
}
