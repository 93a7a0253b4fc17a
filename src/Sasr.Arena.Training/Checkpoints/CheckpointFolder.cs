using System.Globalization;
using System.Text.Json;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Models.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Checkpoints;

/// <summary>The checkpoints of a run: each a model's folder with the optimizers' and the trainer's state beside it.</summary>
internal sealed class CheckpointFolder(string folder)
{
    private const string StateFile = "trainer.json";
    private const string SftFile = "optimizer-sft.safetensors";
    private const string GrpoFile = "optimizer-grpo.safetensors";
    private const string ReferenceFile = "reference.safetensors";
    private const string Unfinished = ".unfinished";
    private const string Prefix = "step-";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>The checkpoint with the most steps; null where there is none.</summary>
    public string? Latest => Steps().LastOrDefault();

    /// <summary>Writes a checkpoint; one that was cut short by a kill does not count.</summary>
    public string Save(
        string name, TrainerState state, Policy policy, StepOptimizer sft, StepOptimizer grpo, LlamaForCausalLM? reference)
    {
        string target = Path.Combine(folder, name), unfinished = target + Unfinished;
        Remove(unfinished);
        policy.Save(unfinished);
        (long sftUpdates, var sftMoments) = sft.State();
        (long grpoUpdates, var grpoMoments) = grpo.State();
        Safetensors.Save(Path.Combine(unfinished, SftFile), sftMoments);
        Safetensors.Save(Path.Combine(unfinished, GrpoFile), grpoMoments);
        if (reference is not null)
        {
            using DisposeScope scope = NewDisposeScope();
            Safetensors.Save(Path.Combine(unfinished, ReferenceFile), reference.state_dict());
        }
        state = state with { SftUpdates = sftUpdates, GrpoUpdates = grpoUpdates };
        File.WriteAllText(Path.Combine(unfinished, StateFile), JsonSerializer.Serialize(state, Json) + "\n");
        Remove(target);
        Directory.Move(unfinished, target);
        return target;
    }

    /// <summary>The name of the checkpoint after so many steps.</summary>
    public static string Name(int step) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D6}");

    /// <summary>Removes all but the latest checkpoints; those with other names stay.</summary>
    public void Prune(int kept)
    {
        foreach (string checkpoint in Steps().SkipLast(kept))
            Remove(checkpoint);
    }

    /// <summary>Reads a checkpoint into a policy's weights and the optimizers.</summary>
    /// <returns>Where the run stands, and the file of the reference policy's weights where the checkpoint has one.</returns>
    public static (TrainerState State, string? Reference) Restore(string checkpoint, Policy policy, StepOptimizer sft, StepOptimizer grpo)
    {
        try
        {
            TrainerState state = JsonSerializer.Deserialize<TrainerState>(File.ReadAllText(Path.Combine(checkpoint, StateFile)), Json)!;
            ModelFolder.LoadWeights(policy.Model, Path.Combine(checkpoint, "model.safetensors"));
            using DisposeScope scope = NewDisposeScope();
            sft.Restore(state.SftUpdates, Safetensors.Load(Path.Combine(checkpoint, SftFile)));
            grpo.Restore(state.GrpoUpdates, Safetensors.Load(Path.Combine(checkpoint, GrpoFile)));
            string reference = Path.Combine(checkpoint, ReferenceFile);
            return (state, File.Exists(reference) ? reference : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            throw new InputException($"{checkpoint}: not a checkpoint that can be read: {e.Message}", e);
        }
    }

    private IEnumerable<string> Steps() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, $"{Prefix}*")
            .Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        : [];

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
