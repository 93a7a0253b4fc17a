using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101), as PyTorch publishes it:
/// θ ← θ (1 − lr λ) − lr m̂ / (√v̂ + ε). Parameters without a gradient are left alone. The default weight decay is 0.
/// </summary>
public partial class AdamW : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;

    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        if (!(lr >= 0))
            throw new ArgumentException($"Invalid learning rate: {lr}", nameof(lr));
        if (!(beta1 is >= 0 and < 1))
            throw new ArgumentException($"Invalid beta1: {beta1}", nameof(beta1));
        if (!(beta2 is >= 0 and < 1))
            throw new ArgumentException($"Invalid beta2: {beta2}", nameof(beta2));
        if (!(eps >= 0))
            throw new ArgumentException($"Invalid eps: {eps}", nameof(eps));
        if (!(weight_decay >= 0))
            throw new ArgumentException($"Invalid weight_decay: {weight_decay}", nameof(weight_decay));

        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The decay rates of the averages; setting them sets them for all groups.</summary>
    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set
        {
            foreach (var options in Groups.Select(group => (Options)group.Options).Append(_defaults))
                (options.beta1, options.beta2) = value;
        }
    }

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        // One enumeration: the states belong to the parameters of this moment.
        param_group.Parameters = param_group.Parameters.ToArray();
        param_group.Options ??= new Options();
        ((Options)param_group.Options).FillFrom(_defaults);
        foreach (var parameter in param_group.Parameters)
            AddState(parameter, new State(parameter, ((Options)param_group.Options).amsgrad!.Value));
        Groups.Add(param_group);
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (enable_grad())
                loss = closure();
        }

        using (no_grad())
        {
            foreach (var group in Groups)
            {
                foreach (var parameter in group.Parameters)
                    Update(parameter, (State)StateOf(parameter), (Options)group.Options);
            }
        }

        return loss;
    }

    private static void Update(Parameter parameter, State state, Options options)
    {
        using var given = parameter.grad;
        if (given is null)
            return;
        using var negated = options.maximize!.Value ? given.neg() : null;
        var gradient = negated ?? given;
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        var lr = options.LearningRate!.Value;

        state.step++;
        var correction1 = 1 - Math.Pow(beta1, state.step);
        var correction2 = 1 - Math.Pow(beta2, state.step);

        Aten.MulScalarInPlace.Run(parameter, 1 - (lr * options.weight_decay!.Value));
        Aten.MulScalarInPlace.Run(state.exp_avg, beta1);
        Aten.AddTensorInPlace.Run(state.exp_avg, gradient, 1 - beta1);
        Aten.MulScalarInPlace.Run(state.exp_avg_sq, beta2);
        Aten.AddcmulInPlace.Run(state.exp_avg_sq, gradient, gradient, 1 - beta2);

        using var denominator = Aten.Sqrt.Call(options.amsgrad!.Value ? state.KeepMaximum() : state.exp_avg_sq);
        Aten.DivScalarInPlace.Run(denominator, Math.Sqrt(correction2));
        Aten.AddScalarInPlace.Run(denominator, options.eps!.Value);
        Aten.AddcdivInPlace.Run(parameter, state.exp_avg, denominator, -lr / correction1);
    }
}
