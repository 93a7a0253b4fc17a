using Sasr.Arena.Cli;

using var interrupt = new Interrupt();
return await CommandLine.RunAsync(args, Terminal.System(), interrupt.Token);
