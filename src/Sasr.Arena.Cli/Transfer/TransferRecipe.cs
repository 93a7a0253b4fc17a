using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>A transfer study as its YAML says it; docs/evaluation.md explains every key.</summary>
internal sealed class TransferRecipe
{
    private const int MostHarderLevels = 100;

    /// <summary>File of a recipe that all trainings share, below the arena's folder; its tasks, seed and kind of schedule are not used.</summary>
    public string? Recipe { get; set; }

    /// <summary>Keys of a recipe that all trainings share, over those of <see cref="Recipe"/>.</summary>
    public Recipe Base { get; set; } = new();

    /// <summary>What is trained on: a mix of tasks under the name of each source.</summary>
    public Dictionary<string, TaskMix<TaskRecipe>> Sources { get; set; } = [];

    /// <summary>Kinds of schedule.</summary>
    public List<string> Methods { get; set; } = ["sft", "grpo", "static", "sasr"];

    /// <summary>Seeds; each source is trained on once with each method and seed.</summary>
    public List<ulong> Seeds { get; set; } = [1, 2, 3];

    /// <summary>Folder of a model or run that all trainings start from; null: the untrained model of each seed.</summary>
    public string? Start { get; set; }

    /// <summary>SFT before all trainings, once for each seed; null: none.</summary>
    public WarmupRecipe? Warmup { get; set; }

    /// <summary>What is asked beside the sources' own tasks, and what is asked of these in another way.</summary>
    public TaskMix<SuiteEntry> Targets { get; set; } = [];

    /// <summary>Levels above the trained ones that the sources' own tasks are asked, where <see cref="Targets"/> names none.</summary>
    public int HarderLevels { get; set; } = 2;

    /// <summary>Problems for every level of every target.</summary>
    public int Problems { get; set; } = 100;

    /// <summary>How completions are drawn in the evaluations.</summary>
    public Decoding Decoding { get; set; } = new();

    /// <summary>Checks what can be checked without tasks.</summary>
    /// <exception cref="InputException">A value is wrong; the message begins with its key.</exception>
    public void Validate()
    {
        Require(Sources.Count > 0, "sources: there are none; name at least one, for example 'sorting: { logic/sorting: { levels: 1-2 } }'");
        foreach ((string name, TaskMix<TaskRecipe> tasks) in Sources)
        {
            Require(IsName(name), $"sources: '{name}' is no name of a folder; take small letters, digits, '-' and '_'");
            Require(tasks is not null && tasks.Any(), $"sources: {name}: there are no tasks");
        }
        Require(Methods is { Count: > 0 }, "methods: there are none; name at least one, for example [grpo, sasr]");
        foreach (string method in Methods)
            Named("methods", () => new ScheduleRecipe { Kind = method }.Create());
        Require(Methods.Distinct().Count() == Methods.Count, "methods: each stands once");
        Require(Seeds is { Count: > 0 }, "seeds: there are none; name at least one, for example [1, 2, 3]");
        Require(Seeds.Distinct().Count() == Seeds.Count, "seeds: each stands once");
        Require(Problems >= 1, "problems: must be at least 1");
        Require(HarderLevels is >= 0 and <= MostHarderLevels, $"harder_levels: must be from 0 to {MostHarderLevels}");
        Require(Warmup is not { Work: null, Steps: null }, "warmup: give work or steps");
        Require(Warmup is not { Work: <= 0 } and not { Steps: < 1 } and not { Demonstrations: < 1 }, "warmup: work, steps and demonstrations must be above 0");
        Decoding.Validate();
    }

    internal static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InputException($"{otherwise}.");
    }

    private static void Named(string key, Action check)
    {
        try
        {
            check();
        }
        catch (InputException e)
        {
            throw new InputException($"{key}: {e.Message}", e);
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
}
