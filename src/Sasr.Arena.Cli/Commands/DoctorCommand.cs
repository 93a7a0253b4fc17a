using System.CommandLine;
using System.Text.Json;
using Sasr.Arena.Cli.Diagnosis;
using Sasr.Arena.Cli.Rendering;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena doctor</c>: what this machine has, and what it lacks.</summary>
internal static class DoctorCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        return new ArenaCommand("doctor", "Show which layers of the sandbox hold on this machine, what is missing, and how to get it.",
                "arena doctor", "arena doctor --json")
            .With(json)
            .Does(async (parsed, ct) =>
            {
                Examination found = await Examination.OfThisMachineAsync(ct);
                if (parsed.GetValue(json))
                    await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(found, OutputJson.Options));
                else
                    ExaminationView.Write(terminal, found);
                return ExitCodes.Well;
            });
    }
}
