namespace Sasr.Arena.Training.Schedules;

/// <summary>A schedule that looks at nothing but how far the run has come.</summary>
internal abstract class StatelessSchedule : ISchedule
{
    public IReadOnlyDictionary<string, double> State { get; set; } = new Dictionary<string, double>();

    public abstract double SftProbability(ScheduleContext context);

    public abstract bool IsWarmup(int step);

    public void ObserveSft(int step, double gradientNorm)
    {
    }
}
