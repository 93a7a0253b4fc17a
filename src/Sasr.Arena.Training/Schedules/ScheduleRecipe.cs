using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Schedules;

/// <summary>Which step comes next.</summary>
public sealed class ScheduleRecipe
{
    /// <summary>Name of the schedule: <c>sft</c>, <c>grpo</c>, <c>static</c> or <c>sasr</c>.</summary>
    public string Kind { get; set; } = "sasr";

    /// <summary>SFT steps before the schedule begins to choose.</summary>
    public int WarmupSteps { get; set; } = 100;

    /// <summary>sasr: the larger, the fewer SFT steps.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>static: share of the budget that is SFT, the warm-up included.</summary>
    public double SftShare { get; set; } = 0.4;

    /// <summary>The schedule of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public ISchedule Create() => Kind switch
    {
        "sft" => new SftSchedule(),
        "grpo" => new GrpoSchedule(this),
        "static" => new StaticSchedule(this),
        "sasr" => new SasrSchedule(this),
        _ => throw new InputException($"schedule.kind: there is no schedule '{Kind}'{Nearest.Hint(Kind, ["sft", "grpo", "static", "sasr"])}"),
    };

    internal void Validate()
    {
        RecipeFile.Require(WarmupSteps >= 0, "schedule.warmup_steps: must be at least 0");
        RecipeFile.Require(Kind != "sasr" || WarmupSteps >= 1, "schedule.warmup_steps: sasr needs at least 1, to know the gradient norm at its end");
        RecipeFile.Require(Gamma > 0, "schedule.gamma: must be above 0");
        RecipeFile.Require(SftShare is >= 0 and <= 1, "schedule.sft_share: must lie in [0, 1]");
        _ = Create();
    }
}
