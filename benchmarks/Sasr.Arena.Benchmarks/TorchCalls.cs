using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Sasr.Arena.Benchmarks;

/// <summary>
/// What one call of the TorchSharp API costs, beside the rate at which the same machine multiplies matrices in the same run:
/// the first is the provider's share, the second libtorch's and the processor's.
/// </summary>
internal static class TorchCalls
{
    private const int Side = 512;

    public static void Run(TextWriter output, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(64, 128);
        var four = ones([4]);
        var small = randn([1, 64]);
        var batch = randn([2048, 64]);
        var weight = randn([176, 64]);
        var square = randn([Side, Side]);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threads: {threads}"));
        Report("add of 4 floats", () => (four + four).Dispose());
        Report("add of 4 floats, in place", () => four.add_(four));
        Report("view", () => four.view(2, 2).Dispose());
        Report("linear [1,64] x [64,128], with gradient", () => linear.call(small).Dispose());
        using (no_grad())
            Report("linear [1,64] x [64,128]", () => linear.call(small).Dispose());
        Report("linear [2048,64] x [64,176]", () => F.linear(batch, weight).Dispose(), 2.0 * 2048 * 64 * 176);
        Report("matmul [512,512] x [512,512]", () => square.matmul(square).Dispose(), 2.0 * Side * Side * Side);
        Report("AdamW step, 30 parameters of [64,64]", AdamWStep(30));

        void Report(string name, Action action, double operations = 0)
        {
            var microseconds = Stopwatches.MedianOf(action);
            var rate = operations > 0 ? $"{operations / microseconds / 1e3,8:F1} GFLOP/s" : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-40} {microseconds,10:F2} us {rate}"));
        }
    }

    private static Action AdamWStep(int count)
    {
        var parameters = Enumerable.Range(0, count).Select(_ => new Parameter(randn([64, 64]))).ToArray();
        foreach (var parameter in parameters)
            parameter.grad = randn([64, 64]);
        var optimizer = optim.AdamW(parameters);
        return () => optimizer.step();
    }
}
