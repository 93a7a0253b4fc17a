namespace Sasr.Arena.Training.Schedules;

/// <summary>
/// Step-wise adaptive SFT and RL (arXiv 2505.13026): after the warm-up a step is SFT with probability
/// p = G_last / (G_last + gamma * G_warm), where G_warm is the gradient norm of the warm-up's last step and G_last that of
/// the latest SFT step. While the demonstrations still teach, the norm is large and they are practised; when they do not,
/// the policy tries on its own.
/// </summary>
internal sealed class SasrSchedule(ScheduleRecipe recipe) : ISchedule
{
    private double _warm = double.NaN;
    private double _last = double.NaN;

    public IReadOnlyDictionary<string, double> State
    {
        get => double.IsNaN(_last)
            ? new Dictionary<string, double>()
            : new Dictionary<string, double> { ["g_warm"] = _warm, ["g_last"] = _last };
        set => (_warm, _last) = value.Count == 0 ? (double.NaN, double.NaN) : (value["g_warm"], value["g_last"]);
    }

    public double SftProbability(ScheduleContext context) =>
        IsWarmup(context.Step) ? 1 : _last / (_last + recipe.Gamma * _warm);

    public bool IsWarmup(int step) => step < recipe.WarmupSteps;

    public void ObserveSft(int step, double gradientNorm)
    {
        _last = gradientNorm;
        if (IsWarmup(step))
            _warm = gradientNorm;
    }
}
