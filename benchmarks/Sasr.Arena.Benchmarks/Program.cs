using System.Globalization;
using Sasr.Arena.Benchmarks;
using Sasr.Arena.Benchmarks.Scripts;

// Run from the repository: dotnet run -c Release --project benchmarks/Sasr.Arena.Benchmarks -- scripts|programs|crashes|soak, or
// numbers of threads of torch, measured one after another; 1 where nothing is given.
switch (args)
{
    case ["scripts"]:
        await ScriptRates.RunAsync(Console.Out);
        return;
    case ["programs"]:
        await ProgramRates.RunAsync(Console.Out);
        return;
    case ["soak"]:
        await Soak.RunAsync(Console.Out);
        return;
    case ["crashes"]:
        await Crashes.RunAsync(Console.Out);
        return;
}

var threads = args.Length > 0 ? args : ["1"];
foreach (var count in threads)
{
    int number = int.Parse(count, CultureInfo.InvariantCulture);
    TorchCalls.Run(Console.Out, number);
    ModelRates.Run(Console.Out, "recipes/quickstart.yaml", number);
}
