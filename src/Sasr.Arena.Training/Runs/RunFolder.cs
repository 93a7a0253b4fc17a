using Sasr.Arena.Training.Checkpoints;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Runs;

/// <summary>
/// A run on disk: <c>recipe.yaml</c>, <c>metrics.jsonl</c>, <c>timings.jsonl</c>, TensorBoard events, and
/// <c>checkpoints/</c> with <c>warmup</c> and the latest <c>step-…</c>.
/// </summary>
public sealed class RunFolder
{
    /// <summary>Name of the checkpoint at the end of the warm-up.</summary>
    public const string Warmup = "warmup";

    private const string Recipe = "recipe.yaml";
    private const string CheckpointsName = "checkpoints";

    private RunFolder(string path) => Path = path;

    /// <summary>Where the run lies.</summary>
    public string Path { get; }

    /// <summary>Its recipe.</summary>
    public string RecipePath => System.IO.Path.Combine(Path, Recipe);

    /// <summary>What it measured, one JSON object a step.</summary>
    public string MetricsPath => System.IO.Path.Combine(Path, Metrics.MetricsLog.MetricsFile);

    /// <summary>The checkpoint at the end of the warm-up; null where there is none yet.</summary>
    public string? WarmupCheckpoint => Existing(System.IO.Path.Combine(Path, CheckpointsName, Warmup));

    /// <summary>The checkpoint with the most steps; null where there is none yet.</summary>
    public string? LatestCheckpoint => Checkpoints.Latest;

    internal CheckpointFolder Checkpoints => new(System.IO.Path.Combine(Path, CheckpointsName));

    /// <summary>Begins a run in a folder that is new or empty.</summary>
    /// <exception cref="InputException">The folder is taken or cannot be written.</exception>
    public static RunFolder Create(string path, RecipeFile recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new InputException($"{path}: there is a run here already; go on with --resume, name another with --run, or remove the folder.");
        var run = new RunFolder(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(run.Path);
            File.WriteAllText(run.RecipePath, recipe.Text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
        return run;
    }

    /// <summary>Opens a run that <see cref="Create"/> began.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static RunFolder Open(string path)
    {
        var run = new RunFolder(System.IO.Path.GetFullPath(path));
        return File.Exists(run.RecipePath)
            ? run
            : throw new InputException($"{path}: there is no run here ({Recipe} is missing).");
    }

    /// <summary>The folder of a model: the path itself where it holds one, or the latest checkpoint of the run that it is.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public static string ModelIn(string path)
    {
        if (File.Exists(System.IO.Path.Combine(path, "config.json")))
            return path;
        return new RunFolder(path).LatestCheckpoint
            ?? throw new InputException($"{path}: there is no model here (config.json) and no run with a checkpoint.");
    }

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;
}
