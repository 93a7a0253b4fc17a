namespace Sasr.Arena.Training.Schedules;

/// <summary>SFT alone; all of it counts as warm-up.</summary>
internal sealed class SftSchedule : StatelessSchedule
{
    public override double SftProbability(ScheduleContext context) => 1;

    public override bool IsWarmup(int step) => true;
}
