namespace Sasr.Arena.Training.Schedules;

/// <summary>What a step trains on.</summary>
public enum StepKind
{
    /// <summary>Worked solutions.</summary>
    Sft,

    /// <summary>Rewards of the policy's own completions.</summary>
    Grpo,
}

/// <summary>Decides, step by step, between SFT and GRPO.</summary>
public interface ISchedule
{
    /// <summary>Probability that the next step is SFT.</summary>
    double SftProbability(ScheduleContext context);

    /// <summary>Whether the step, counted from 0, belongs to the warm-up.</summary>
    bool IsWarmup(int step);

    /// <summary>Learns what an SFT step measured.</summary>
    /// <param name="step">The step, counted from 0.</param>
    /// <param name="gradientNorm">Norm of the gradient before clipping.</param>
    void ObserveSft(int step, double gradientNorm);

    /// <summary>What the schedule must remember over a restart, by name; set, it goes on from there.</summary>
    IReadOnlyDictionary<string, double> State { get; set; }
}

/// <summary>Where a run stands.</summary>
/// <param name="Step">The step to decide on, counted from 0.</param>
/// <param name="BudgetSpent">Share of the budget that is spent, in [0, 1].</param>
public readonly record struct ScheduleContext(int Step, double BudgetSpent);
