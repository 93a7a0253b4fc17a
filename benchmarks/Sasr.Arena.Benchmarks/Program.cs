using System.Globalization;
using Sasr.Arena.Benchmarks;

// Run from the repository: dotnet run -c Release --project benchmarks/Sasr.Arena.Benchmarks -- 1 2
// The arguments are numbers of threads, measured one after another; 1 where none is given.
if (args is ["scripts"])
{
    await ScriptRates.RunAsync(Console.Out);
    return;
}

var threads = args.Length > 0 ? args : ["1"];
foreach (var count in threads)
{
    int number = int.Parse(count, CultureInfo.InvariantCulture);
    TorchCalls.Run(Console.Out, number);
    ModelRates.Run(Console.Out, "recipes/quickstart.yaml", number);
}
