using Sasr.Arena.Training.Grpo;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Tests.Grpo;

/// <summary>
/// Worked by hand: a sequence of two tokens with advantage 1, whose ratios are 1.25 (clipped at 1.2: loss -1.2, no gradient)
/// and 0.9 (loss -0.9, gradient -0.9), and a sequence of one token with advantage -1 and ratio 1.1 (loss and gradient 1.1).
/// </summary>
public sealed class GrpoLossTests
{
    private static readonly double[] Ratios = [1.25, 0.9, 1.1];
    private static readonly float[] TokenAdvantages = [1, 1, -1];
    private static readonly int[] Counts = [2, 1];

    [TestCase(Aggregation.Grpo, 0.025, new[] { 0, -0.225, 0.55 }, TestName = "grpo: (mean(-1.2, -0.9) + 1.1) / 2")]
    [TestCase(Aggregation.Dapo, -1.0 / 3, new[] { 0, -0.3, 1.1 / 3 }, TestName = "dapo: (-1.2 - 0.9 + 1.1) / 3")]
    [TestCase(Aggregation.Bnpo, -1.0 / 3, new[] { 0, -0.3, 1.1 / 3 }, TestName = "bnpo, one micro-batch: as dapo")]
    [TestCase(Aggregation.DrGrpo, -0.125, new[] { 0, -0.1125, 0.1375 }, TestName = "dr_grpo: (-1.2 - 0.9 + 1.1) / (2 * 4)")]
    public void Loss_and_gradient_are_those_worked_by_hand(Aggregation aggregation, double loss, double[] gradient)
    {
        (double actual, double[] actualGradient, _) = Evaluate(new GrpoRecipe { Aggregation = aggregation });

        Assert.That(actual, Is.EqualTo(loss).Within(1e-6));
        Assert.That(actualGradient, Is.EqualTo(gradient).Within(1e-6));
    }

    [Test]
    public void Bnpo_takes_the_mean_over_each_micro_batch()
    {
        Assert.That(TokenWeights.Of(Aggregation.Bnpo, [2], sequences: 2, tokens: 3, maxTokens: 4), Is.EqualTo(new[] { 0.25f }));
        Assert.That(TokenWeights.Of(Aggregation.Bnpo, [1], sequences: 2, tokens: 3, maxTokens: 4), Is.EqualTo(new[] { 0.5f }));
    }

    [Test]
    public void Clipped_tokens_are_counted_where_clipping_has_an_effect()
    {
        (_, _, GrpoLoss result) = Evaluate(new GrpoRecipe());

        Assert.That(result.Clipped, Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public void Clip_higher_lets_a_good_token_rise_further()
    {
        (double loss, double[] gradient, _) = Evaluate(new GrpoRecipe { EpsilonHigh = 0.28 });

        Assert.That(loss, Is.EqualTo((-1.25 - 0.9 + 1.1) / 3).Within(1e-6));
        Assert.That(gradient[0], Is.EqualTo(-1.25 / 3).Within(1e-6));
    }

    [Test]
    public void Dual_clip_bounds_the_loss_of_a_bad_token()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logs = tensor([MathF.Log(5)], ScalarType.Float32, requires_grad: true);

        GrpoLoss result = GrpoLoss.Of(logs, zeros(1), null, tensor([-1f]), ones(1), [1], new GrpoRecipe { DualClip = 3 });
        result.Loss.backward();

        Assert.That(result.Loss.ToSingle(), Is.EqualTo(3).Within(1e-6));
        Assert.That(logs.grad!.ToSingle(), Is.Zero);
    }

    [Test]
    public void A_sequences_ratio_is_the_geometric_mean_of_its_tokens()
    {
        (double loss, double[] gradient, _) = Evaluate(new GrpoRecipe { ImportanceSampling = ImportanceSampling.Sequence });

        double mean = Math.Sqrt(1.25 * 0.9);
        Assert.That(loss, Is.EqualTo((-2 * mean + 1.1) / 3).Within(1e-6));
        Assert.That(gradient, Is.EqualTo(new[] { -mean / 3, -mean / 3, 1.1 / 3 }).Within(1e-6));
    }

    [Test]
    public void The_penalty_is_k3_of_the_difference_to_the_reference()
    {
        // ref - logp = ln 2: k3 = 2 - ln 2 - 1, and its derivative by logp is 1 - 2 = -1.
        using DisposeScope scope = NewDisposeScope();
        Tensor logs = tensor([-1f], ScalarType.Float32, requires_grad: true);

        GrpoLoss result = GrpoLoss.Of(
            logs, tensor([-1f]), tensor([MathF.Log(2) - 1]), zeros(1), ones(1), [1], new GrpoRecipe { Beta = 0.1 });
        result.Loss.backward();

        Assert.That(result.Kl, Is.EqualTo(1 - Math.Log(2)).Within(1e-6));
        Assert.That(result.Loss.ToSingle(), Is.EqualTo(0.1 * (1 - Math.Log(2))).Within(1e-6));
        Assert.That(logs.grad!.ToSingle(), Is.EqualTo(-0.1).Within(1e-6));
    }

    private static (double Loss, double[] Gradient, GrpoLoss Result) Evaluate(GrpoRecipe recipe)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] old = [-0.5f, -1.5f, -0.7f];
        float[] logs = [.. old.Zip(Ratios, (log, ratio) => log + (float)Math.Log(ratio))];
        Tensor policy = tensor(logs, ScalarType.Float32, requires_grad: true);
        IReadOnlyList<float> weights = TokenWeights.Of(recipe.Aggregation, Counts, sequences: 2, tokens: 3, maxTokens: 4);
        float[] tokenWeights = [.. weights.SelectMany((weight, row) => Enumerable.Repeat(weight, Counts[row]))];

        GrpoLoss result = GrpoLoss.Of(policy, tensor(old), null, tensor(TokenAdvantages), tensor(tokenWeights), Counts, recipe);
        result.Loss.backward();

        return (result.Loss.ToSingle(), [.. policy.grad!.data<float>().ToArray().Select(value => (double)value)], result);
    }
}
