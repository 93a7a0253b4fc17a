using System.Globalization;
using Sasr.Arena.Benchmarks;
using Sasr.Arena.Benchmarks.Gates;
using Sasr.Arena.Benchmarks.Scripts;

// Run from the repository: dotnet run -c Release --project benchmarks/Sasr.Arena.Benchmarks -- scripts|programs|crashes|soak, or
// gate RESULT.json [WORSENED.json] [COMPARISONS], or worsen MODEL FOLDER NOISE [SEED], or numbers of threads of torch,
// measured one after another; 1 where nothing is given.
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
    case ["gate", var recorded, .. { Length: <= 2 } more]:
        var comparisons = more.Length > 0 && int.TryParse(more[^1], CultureInfo.InvariantCulture, out var given) ? given : 100;
        var worsened = more.FirstOrDefault(argument => argument.EndsWith(".json", StringComparison.Ordinal));
        Environment.ExitCode = GateSimulation.Run(Console.Out, recorded, worsened, comparisons) ? 0 : 1;
        return;
    case ["worsen", var model, var folder, var noise, .. { Length: <= 1 } seed]:
        WorsenedModel.Write(
            model, folder, double.Parse(noise, CultureInfo.InvariantCulture), seed.Length == 0 ? 1 : ulong.Parse(seed[0], CultureInfo.InvariantCulture));
        return;
}

var threads = args.Length > 0 ? args : ["1"];
foreach (var count in threads)
{
    int number = int.Parse(count, CultureInfo.InvariantCulture);
    TorchCalls.Run(Console.Out, number);
    ModelRates.Run(Console.Out, "recipes/quickstart.yaml", number);
}
