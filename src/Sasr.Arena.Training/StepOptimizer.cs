using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Training.Recipes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sasr.Arena.Training;

/// <summary>AdamW for one kind of step. Matrices are decayed, norms' weights and biases are not.</summary>
internal sealed class StepOptimizer : IDisposable
{
    private readonly AdamW _adam;
    private readonly (string Name, Parameter Parameter)[] _parameters;
    private readonly OptimizerRecipe _recipe;

    public StepOptimizer(LlamaForCausalLM model, OptimizerRecipe recipe)
    {
        _recipe = recipe;
        _parameters = [.. model.named_parameters().OrderBy(pair => pair.Item2.shape.Length == 1)];
        _adam = optim.AdamW(
            [Group(matrices: true, recipe.WeightDecay), Group(matrices: false, 0)],
            beta1: recipe.Beta1, beta2: recipe.Beta2, eps: recipe.Epsilon);

        AdamW.ParamGroup Group(bool matrices, double decay) => new(
            [.. _parameters.Where(pair => pair.Parameter.shape.Length > 1 == matrices).Select(pair => pair.Parameter)],
            beta1: recipe.Beta1, beta2: recipe.Beta2, eps: recipe.Epsilon, weight_decay: decay);
    }

    /// <summary>Clears the gradients.</summary>
    public void ZeroGradients() => _adam.zero_grad();

    /// <summary>Clips the gradients and moves the weights, unless the norm shows that something broke.</summary>
    /// <returns>The gradients' norm before clipping.</returns>
    /// <exception cref="DivergenceException">It is not a number or past <see cref="OptimizerRecipe.StopNorm"/>; the weights are as before.</exception>
    public double Step(double learningRate)
    {
        double norm = nn.utils.clip_grad_norm_(_parameters.Select(pair => pair.Parameter), _recipe.ClipNorm);
        if (!double.IsFinite(norm) || norm > _recipe.StopNorm)
            throw new DivergenceException(norm, _recipe.StopNorm);
        foreach (var group in _adam.ParamGroups)
            group.LearningRate = learningRate;
        _adam.step();
        return norm;
    }

    /// <summary>The live moments by parameter, and the number of steps taken.</summary>
    public (long Steps, IEnumerable<KeyValuePair<string, Tensor>> Moments) State()
    {
        AdamW.State[] states = States();
        return (states[0].step, _parameters.Zip(states).SelectMany(pair => new[]
        {
            KeyValuePair.Create($"exp_avg.{pair.First.Name}", pair.Second.exp_avg),
            KeyValuePair.Create($"exp_avg_sq.{pair.First.Name}", pair.Second.exp_avg_sq),
        }));
    }

    /// <summary>Goes on from a state that <see cref="State"/> gave.</summary>
    public void Restore(long steps, IReadOnlyDictionary<string, Tensor> moments)
    {
        using var _ = no_grad();
        foreach ((var (name, _), AdamW.State state) in _parameters.Zip(States()))
        {
            state.step = steps;
            state.exp_avg.copy_(moments[$"exp_avg.{name}"]);
            state.exp_avg_sq.copy_(moments[$"exp_avg_sq.{name}"]);
        }
    }

    public void Dispose() => _adam.Dispose();

    private AdamW.State[] States() => [.. _adam.state_dict().State.Cast<AdamW.State>()];
}
