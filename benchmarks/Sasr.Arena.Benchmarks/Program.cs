using System.Globalization;
using Sasr.Arena.Benchmarks;

// One line of threads after another: 1, or those given.
var threads = args.Length > 0 ? args : ["1"];
foreach (var count in threads)
    TorchCalls.Run(Console.Out, int.Parse(count, CultureInfo.InvariantCulture));
