namespace TorchSharp.Tests.Modules;

public class FunctionalTests : ScopedTests
{
    private static readonly double[] Logits = [1, 2, 0.5, -1, 0, 3];
    private static readonly long[] Targets = [1, 2];

    private static double Loss(int row, long target)
    {
        var logits = Logits.AsSpan(row * 3, 3).ToArray();
        return Math.Log(logits.Sum(Math.Exp)) - logits[target];
    }

    [Test]
    public void Linear_is_x_times_the_weight_transposed_plus_the_bias()
    {
        var weight = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]);

        Assert.That(Values.Of(F.linear(tensor(new[] { 1f, 1f }), weight)), Is.EqualTo(new double[] { 3, 7 }));
        Assert.That(Values.Of(F.linear(ones([1, 2]), weight, tensor(new[] { 1f, -1f }))), Is.EqualTo(new double[] { 4, 6 }));
    }

    [Test]
    public void Silu_can_work_in_place()
    {
        var x = tensor(new[] { 1f });

        var y = F.silu(x, inplace: true);

        Assert.That((double)y, Is.EqualTo(1 / (1 + Math.Exp(-1))).Within(1e-6));
        Assert.That((double)x, Is.EqualTo((double)y));
    }

    [Test]
    public void Softmax_takes_a_type()
    {
        Assert.That(F.softmax(ones([4]), 0, ScalarType.Float64).dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(Values.Of(F.softmax(ones([4]), 0)), Is.EqualTo(new[] { 0.25, 0.25, 0.25, 0.25 }));
        Assert.That(Values.Of(F.log_softmax(zeros([2]), 0)), Is.EqualTo(new[] { -Math.Log(2), -Math.Log(2) }).Within(1e-7));
    }

    [Test]
    public void Cross_entropy_is_the_log_of_the_sum_minus_the_logit()
    {
        var logits = Values.Double(Logits, 2, 3);
        var targets = tensor(Targets);
        double[] losses = [Loss(0, 1), Loss(1, 2)];

        Assert.That((double)F.cross_entropy(logits, targets), Is.EqualTo(losses.Average()).Within(1e-14));
        Assert.That((double)F.cross_entropy(logits, targets, reduction: nn.Reduction.Sum), Is.EqualTo(losses.Sum()).Within(1e-14));
        Assert.That(Values.Of(F.cross_entropy(logits, targets, reduction: nn.Reduction.None)), Is.EqualTo(losses).Within(1e-14));
    }

    [Test]
    public void Ignored_targets_do_not_count()
    {
        var logits = Values.Double(Logits, 2, 3).requires_grad_();

        var loss = F.cross_entropy(logits, tensor(new[] { 1L, -100L }));
        var other = F.cross_entropy(logits, tensor(new[] { 1L, 0L }), ignore_index: 0);
        loss.backward();

        Assert.That((double)loss, Is.EqualTo(Loss(0, 1)).Within(1e-14));
        Assert.That((double)other, Is.EqualTo(Loss(0, 1)).Within(1e-14));
        Assert.That(Values.Of(logits.grad![1]), Is.EqualTo(new double[] { 0, 0, 0 }));
    }

    [Test]
    public void Classes_can_be_weighted_and_targets_smoothed()
    {
        var logits = Values.Double(Logits, 2, 3);
        var targets = tensor(Targets);

        var weighted = F.cross_entropy(logits, targets, Values.Double([1, 1, 3], 3));
        var smoothed = F.cross_entropy(logits, targets, reduction: nn.Reduction.Sum, label_smoothing: 0.3);

        Assert.That((double)weighted, Is.EqualTo((Loss(0, 1) + (3 * Loss(1, 2))) / 4).Within(1e-14));
        var spread = Enumerable.Range(0, 3).Sum(target => Loss(0, target) + Loss(1, target)) / 3;
        Assert.That((double)smoothed, Is.EqualTo((0.7 * (Loss(0, 1) + Loss(1, 2))) + (0.3 * spread)).Within(1e-14));
    }

    [Test]
    public void Dropout_does_nothing_outside_training()
    {
        Assert.That(Values.Of(F.dropout(ones([100]), 0.5, training: false)), Is.All.EqualTo(1));
        Assert.That(Values.Of(F.dropout(ones([100]), 0.5)).Distinct(), Is.SubsetOf(new double[] { 0, 2 }));
        var x = ones([100]);
        F.dropout(x, 1, inplace: true);
        Assert.That(Values.Of(x), Is.All.EqualTo(0));
    }

    [Test]
    public void Attention_is_the_softmax_of_the_scaled_scores_times_the_values()
    {
        var (q, k, v) = Random();

        var expected = ((q.matmul(k.transpose(-2, -1)) / Math.Sqrt(4)).softmax(-1)).matmul(v);

        Assert.That(Values.Of(F.scaled_dot_product_attention(q, k, v)), Is.EqualTo(Values.Of(expected)).Within(1e-12));
    }

    [Test]
    public void Causal_attention_sees_only_what_came_before()
    {
        var (q, k, v) = Random();
        var mask = ones([3, 3], ScalarType.Bool).tril();
        var added = zeros([3, 3], ScalarType.Float64).masked_fill(mask == 0, double.NegativeInfinity);

        var expected = ((q.matmul(k.transpose(-2, -1)) / Math.Sqrt(4)) + added).softmax(-1).matmul(v);

        Assert.That(Values.Of(F.scaled_dot_product_attention(q, k, v, is_casual: true)), Is.EqualTo(Values.Of(expected)).Within(1e-12));
        Assert.That(Values.Of(F.scaled_dot_product_attention(q, k, v, mask)), Is.EqualTo(Values.Of(expected)).Within(1e-12));
        Assert.That(Values.Of(F.scaled_dot_product_attention(q, k, v, added)), Is.EqualTo(Values.Of(expected)).Within(1e-12));
        Assert.That(Values.Of(F.scaled_dot_product_attention(q, k, v, is_casual: true)[0, 0, 0]), Is.EqualTo(Values.Of(v[0, 0, 0])).Within(1e-12));
    }

    private static (torch.Tensor Query, torch.Tensor Key, torch.Tensor Value) Random()
        => (randn([2, 2, 3, 4], ScalarType.Float64), randn([2, 2, 3, 4], ScalarType.Float64), randn([2, 2, 3, 4], ScalarType.Float64));
}
