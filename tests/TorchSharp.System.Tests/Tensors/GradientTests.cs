namespace TorchSharp.Tests.Tensors;

/// <summary>The derivative of every differentiable operation, against finite differences.</summary>
public class GradientTests : ScopedTests
{
    private static readonly double[] Positive = [0.5, 1.25, 2.0, 0.75, 3.0, 1.5];
    private static readonly double[] Mixed = [0.5, -1.25, 2.0, -0.75, 0.3, 1.5];

    private static IEnumerable<TestCaseData> Functions()
    {
        yield return Case("add", x => x + x);
        yield return Case("add number", x => x + 2.0);
        yield return Case("subtract", x => x - (x * 2));
        yield return Case("multiply", x => x * x);
        yield return Case("multiply by number", x => x * 3.0);
        yield return Case("divide", x => ones([2, 3], ScalarType.Float64) / x);
        yield return Case("divide number", x => 2.0 / x);
        yield return Case("negate", x => -x);
        yield return Case("neg", x => x.neg());
        yield return Case("pow number", x => x.pow(3));
        yield return Case("pow tensor", x => x.pow(x), Positive);
        yield return Case("sqrt", x => x.sqrt(), Positive);
        yield return Case("rsqrt", x => x.rsqrt(), Positive);
        yield return Case("exp", x => x.exp());
        yield return Case("log", x => x.log(), Positive);
        yield return Case("sin", x => x.sin());
        yield return Case("cos", x => x.cos());
        yield return Case("matmul", x => x.matmul(x.transpose(0, 1)));
        yield return Case("outer", x => outer(x.reshape(6), x.reshape(6)));
        yield return Case("sum", x => x.sum());
        yield return Case("sum over a dimension", x => x.sum(1) * x.sum(1));
        yield return Case("mean", x => x.mean() * x.mean());
        yield return Case("mean over a dimension", x => x.mean([-1], true) * x);
        yield return Case("max", x => x.max());
        yield return Case("max over a dimension", x => x.max(1).values);
        yield return Case("max of two", x => x.max(x.neg()));
        yield return Case("topk", x => x.topk(2).values);
        yield return Case("sort", x => x.sort(descending: true).Values);
        yield return Case("cumsum", x => x.cumsum(1) * x);
        yield return Case("softmax", x => x.softmax(-1));
        yield return Case("log_softmax", x => x.log_softmax(-1));
        yield return Case("logsumexp", x => x.logsumexp(-1));
        yield return Case("clamp", x => x.clamp(-1, 1) * x);
        yield return Case("clamp by tensors", x => x.clamp(zeros([1], ScalarType.Float64), full([1], 1.8, ScalarType.Float64)));
        yield return Case("where", x => where(x > 0, x * 2, x * 3));
        yield return Case("masked_fill", x => x.masked_fill(x < 0, 0) * x);
        yield return Case("tril", x => x.tril());
        yield return Case("triu", x => x.triu());
        yield return Case("cat", x => cat(new[] { x, x * 2 }, 1));
        yield return Case("stack", x => stack([x, x * 2], 1));
        yield return Case("gather", x => x.gather(1, tensor(new[] { 2L, 0L }, [2, 1])));
        yield return Case("index_select", x => x.index_select(1, tensor(new[] { 2L, 2L, 0L })));
        yield return Case("index by tensors", x => x[tensor(new[] { 0L, 1L, 1L }), tensor(new[] { 2L, 0L, 0L })]);
        yield return Case("index by numbers and slices", x => x[1, 1..] * x[0, ..2]);
        yield return Case("chunk", x => x.chunk(3, 1)[1] * x.chunk(3, 1)[2]);
        yield return Case("narrow", x => x.narrow(1, 1, 2));
        yield return Case("view", x => x.view(3, 2) * x.view(3, 2));
        yield return Case("reshape", x => x.reshape(6) * x.flatten());
        yield return Case("permute", x => x.permute(1, 0).exp());
        yield return Case("unsqueeze and squeeze", x => x.unsqueeze(0).squeeze(0) * x);
        yield return Case("expand", x => x.unsqueeze(0).expand(4, 2, 3));
        yield return Case("repeat_interleave", x => x.repeat_interleave(2, 1));
        yield return Case("index_put_", x => zeros([2, 4], ScalarType.Float64).index_put_(x, TensorIndex.Colon, 1..));
        yield return Case("copy_", x => zeros([2, 3], ScalarType.Float64).copy_(x * x));
        yield return Case("scatter_", x => zeros([2, 3], ScalarType.Float64).scatter_(1, tensor(new[] { 2L, 0L, 1L, 1L, 2L, 0L }, [2, 3]), x));
        yield return Case("index_copy_", x => zeros([3, 3], ScalarType.Float64).index_copy_(0, tensor(new[] { 2L, 0L }), x));
        yield return Case("add_", x => (x * 1).add_(x, 2));
        yield return Case("mul_", x => (x * 1).mul_(x));
        yield return Case("silu", x => F.silu(x));
        yield return Case("linear", x => F.linear(x, x, x.sum(1)));
        yield return Case("functional softmax", x => F.softmax(x, -1));
        yield return Case("functional log_softmax", x => F.log_softmax(x, -1));
        yield return Case("cross_entropy", x => F.cross_entropy(x, tensor(new[] { 2L, 0L })));
        yield return Case("cross_entropy, ignoring", x => F.cross_entropy(x, tensor(new[] { 2L, -100L }), reduction: nn.Reduction.Sum));
        yield return Case("attention", x => F.scaled_dot_product_attention(x.unsqueeze(0), x.unsqueeze(0) * 2, x.unsqueeze(0).exp(), is_casual: true));
    }

    [TestCaseSource(nameof(Functions))]
    public void The_gradient_is_the_derivative(Func<torch.Tensor, torch.Tensor> function, double[] at)
        => FiniteDifferences.Check(function, at, 2, 3);

    private static TestCaseData Case(string name, Func<torch.Tensor, torch.Tensor> function, double[]? at = null)
        => new TestCaseData(function, at ?? Mixed).SetArgDisplayNames(name);
}
