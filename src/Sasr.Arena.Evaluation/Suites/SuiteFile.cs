using Sasr.Arena.Environments;
using Sasr.Arena.Yaml;

namespace Sasr.Arena.Evaluation.Suites;

/// <summary>A suite and where it was read.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Suite">What it says.</param>
public sealed record SuiteFile(string Name, Suite Suite)
{
    /// <summary>Reads and checks a suite.</summary>
    /// <exception cref="InputException">The file cannot be read, or a key or value in it is wrong.</exception>
    public static SuiteFile Read(string path)
    {
        YamlFile<Suite> file = YamlFile<Suite>.Read(path);
        return file.Check(() =>
        {
            file.Value.Validate();
            return new SuiteFile(Path.GetFileNameWithoutExtension(path), file.Value);
        });
    }

    /// <summary>The suite's tasks and games as they are in a catalogue, in the order of their ids.</summary>
    /// <exception cref="InputException">A key names nothing, a script does not compile, or a task lacks a level.</exception>
    public async Task<EvaluationPlan> PlanAsync(ArenaCatalog catalog)
    {
        IReadOnlyList<MixedTask<SuiteEntry>> tasks = await Suite.Tasks.ResolveAsync(catalog, _ => LevelChoice.All);
        return new EvaluationPlan([
            .. tasks.Where(task => task.Weight > 0).OrderBy(task => task.Id, StringComparer.Ordinal)
                .Select(task => EvaluationTarget.Of(task.Info, task.Levels, task.Entry.Problems ?? Suite.Problems))])
        {
            Suite = Name,
            Split = Suite.Split,
            Seed = Suite.Seed,
            Samples = Suite.Samples,
            Decoding = Suite.Decoding,
            MaxUnscored = Suite.Limits.MaxUnscored,
            Gate = Suite.Gate,
            CompletionSeconds = Suite.Limits.CompletionSeconds,
        };
    }
}
