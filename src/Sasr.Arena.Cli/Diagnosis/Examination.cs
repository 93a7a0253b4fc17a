using Sasr.Arena.Scripting;
using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Cli.Diagnosis;

/// <summary>What a machine has that the arena can use.</summary>
/// <param name="Layers">What holds scripts here.</param>
/// <param name="Problem">Why the sandbox does not hold; null where it does.</param>
/// <param name="Remedy">The one command that mends that; null where there is none.</param>
/// <param name="Engines">What runs tensors, scripts and programs here.</param>
internal sealed record Examination(
    IReadOnlyList<SandboxLayer> Layers, string? Problem, string? Remedy, IReadOnlyList<Engine> Engines)
{
    public static async Task<Examination> OfThisMachineAsync(CancellationToken ct)
    {
        await using var scripts = new ScriptHost();
        SandboxProblem? problem = Sandbox.OfThisMachine.Problem;
        return new Examination(
            await scripts.LayersAsync(ct), problem?.Reason, problem?.Remedy,
            [Engine.Torch(), Engine.Cuda(), Engine.Roslyn(), Engine.Jint(), Engine.Python()]);
    }
}
