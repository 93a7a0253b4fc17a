using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>
/// A study on disk: <c>transfer.yaml</c>, <c>start/seed-…</c>, <c>trainings/SOURCE/METHOD-seed-…</c>, each a run with its
/// evaluation, and at the end <c>result.json</c> and <c>heatmap.html</c>.
/// </summary>
internal sealed class StudyFolder
{
    /// <summary>Name of the file that keeps a model's evaluation on the targets.</summary>
    public const string EvaluationFile = "targets.json";

    private const string SettingsFile = "transfer.yaml";

    private StudyFolder(string path) => Path = path;

    /// <summary>Where the study lies.</summary>
    public string Path { get; }

    public string ResultPath => System.IO.Path.Combine(Path, "result.json");

    public string HeatMapPath => System.IO.Path.Combine(Path, "heatmap.html");

    /// <summary>Begins a study in a folder that is new or empty, or goes on with the one that lies there.</summary>
    /// <exception cref="InputException">The folder holds something else, or cannot be written.</exception>
    public static async Task<StudyFolder> OpenAsync(string path, TransferFile file)
    {
        string settings = System.IO.Path.Combine(path, SettingsFile);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(settings))
            throw new InputException($"{path}: there is something else than a study of transfer here; name another folder with --run.");
        await WholeFile.WriteAsync(settings, writer => writer.WriteAsync(file.Text));
        return new StudyFolder(System.IO.Path.GetFullPath(path));
    }

    /// <summary>The study that lies in a folder; null where there is none.</summary>
    public static StudyFolder? At(string path) => File.Exists(System.IO.Path.Combine(path, SettingsFile)) ? new StudyFolder(path) : null;

    /// <summary>What the study found.</summary>
    /// <exception cref="InputException">It has no result yet, or one that cannot be read.</exception>
    public TransferResult ReadResult()
    {
        string place = Paths.Short(Path);
        return File.Exists(ResultPath)
            ? TransferResult.Read(ResultPath)
            : throw new InputException($"{place}: this study of transfer has no result yet; 'arena transfer {place}/{SettingsFile} --run {place}' goes on with it.");
    }

    /// <summary>Where the starting points lie.</summary>
    public string StartPath => System.IO.Path.Combine(Path, "start");

    /// <summary>Where the model that the trainings of a seed start from lies.</summary>
    public string StartOf(ulong seed) => System.IO.Path.Combine(StartPath, FormattableString.Invariant($"seed-{seed}"));

    /// <summary>Where a training lies.</summary>
    public string Of(TransferTraining training) =>
        System.IO.Path.Combine(Path, "trainings", training.Source, FormattableString.Invariant($"{training.Method}-seed-{training.Seed}"));

    /// <summary>Begins a run of the study, or goes on with it.</summary>
    /// <exception cref="InputException">The run that lies there follows another recipe.</exception>
    public static RunFolder Run(string path, RecipeFile recipe)
    {
        string known = System.IO.Path.Combine(path, "recipe.yaml");
        if (!File.Exists(known))
            return RunFolder.Create(path, recipe);
        RunFolder run = RunFolder.Open(path);
        if (File.ReadAllText(run.RecipePath) == recipe.Text)
            return run;
        // A recipe that a kill cut short has trained nothing yet.
        if (File.Exists(run.MetricsPath) || run.LatestCheckpoint is not null)
            throw new InputException($"{Paths.Short(path)}: was trained by another recipe than the study's; begin a new study with --run NAME, or remove this folder to have it trained anew.");
        File.WriteAllText(run.RecipePath, recipe.Text);
        return run;
    }
}
