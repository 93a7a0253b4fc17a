using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Cli.Transfer;
using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena transfer</c>: what training on some tasks does to others, by method.</summary>
internal static class TransferCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var study = new Argument<string>("study") { Description = "A study's file, such as recipes/transfer.yaml" };
        var name = new Option<string?>("--run") { Description = "Name of the study's folder below runs/ (default: the file's name)", HelpName = "NAME" };
        var json = new Option<string?>("--json") { Description = "Write the result as JSON here too; - prints it instead of the tables", HelpName = "FILE" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        Option<string?> root = Workspace.RootOption();
        return new ArenaCommand("transfer",
                "Train on each source with each method and seed, and measure what that does to every target. Called again, it goes on where it was.",
                "arena transfer recipes/transfer.yaml", "arena transfer mine.yaml --run other --json transfer.json")
            .With(study, name, json, unsandboxed, root)
            .Does(async (parsed, ct) =>
            {
                await using Workspace workspace = Workspace.Open(parsed.GetValue(root), terminal, allowUnsandboxed: parsed.GetValue(unsandboxed));
                string path = parsed.GetValue(study)!, below = Path.Combine(workspace.Root, path);
                TransferFile file = TransferFile.Read(!File.Exists(path) && File.Exists(below) ? below : path, workspace.Root);
                return await RunAsync(terminal, workspace, file, parsed.GetValue(name), parsed.GetValue(json), ct);
            });
    }

    private static async Task<int> RunAsync(Terminal terminal, Workspace workspace, TransferFile file, string? name, string? json, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        TransferStudy study = await TransferStudy.ResolveAsync(file, workspace.Catalog);
        StudyFolder folder = await StudyFolder.OpenAsync(Paths.OfRun(workspace.Root, name ?? file.Name), file);
        await terminal.Error.WriteLineAsync(Describe(study));
        TransferResult result;
        try
        {
            result = await new TransferRun(terminal, workspace, study, folder).RunAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync($"Stopped, and saved in {Paths.Short(folder.Path)}. The same command goes on where it was.");
            return ExitCodes.Interrupted;
        }

        await WholeFile.WriteAsync(folder.ResultPath, writer => writer.WriteAsync(result.ToJson()));
        TransferPage.Save(result, folder.HeatMapPath);
        if (json == "-")
        {
            await terminal.Out.WriteAsync(result.ToJson());
            return ExitCodes.Well;
        }
        TransferTables.Write(terminal.Console, result);
        if (json is not null)
            await WholeFile.WriteAsync(json, writer => writer.WriteAsync(result.ToJson()));
        await terminal.Out.WriteLineAsync($"Heat map: {Paths.Short(folder.HeatMapPath)}   all figures: {Paths.Short(json ?? folder.ResultPath)}");
        await terminal.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Done in {(int)clock.Elapsed.TotalMinutes}:{clock.Elapsed.Seconds:00}."));
        return ExitCodes.Well;
    }

    private static string Describe(TransferStudy study)
    {
        TransferDesign design = study.Design;
        string budget = study.File.Shared.Budget.Work is { } work
            ? FormattableString.Invariant($"{work:0.##} units of work, the same for every method")
            : FormattableString.Invariant($"{study.File.Shared.Budget.Steps} steps");
        return FormattableString.Invariant(
            $"""
            {Count(design.Sources.Count, "source")} x {Count(design.Methods.Count, "method")} x {Count(design.Seeds.Count, "seed")}: {Count(design.Trainings.Count, "training")} of {budget}.
            Start: {study.Start}.
            Targets: {design.Targets.Count}, {design.Plan.Requests().Count} problems that no training has seen, the same for all models.
            """);
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
