using System.Globalization;
using Sasr.Arena.Environments;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Yaml;
using YamlDotNet.RepresentationModel;

namespace Sasr.Arena.Cli.Transfer;

/// <summary>A transfer study's file: what it says, and the recipes of its trainings.</summary>
internal sealed class TransferFile
{
    private const string BaseKey = "base", SourcesKey = "sources", WarmupKey = "warmup", TasksKey = "tasks";

    private readonly string _baseText;

    private TransferFile(string path, string text, TransferRecipe settings, string baseText)
    {
        (Path, Text, Settings, _baseText) = (path, text, settings, baseText);
        Shared = YamlFile<Recipe>.Parse($"{path}: {BaseKey}", baseText).Value;
    }

    /// <summary>Where it was read.</summary>
    public string Path { get; }

    /// <summary>As it was read.</summary>
    public string Text { get; }

    /// <summary>The file's name without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What it says.</summary>
    public TransferRecipe Settings { get; }

    /// <summary>What all trainings share; it has no tasks.</summary>
    public Recipe Shared { get; }

    /// <summary>The model that all trainings start from where one is named; null for the untrained one.</summary>
    public string? Start => Settings.Start ?? Shared.Model.From;

    /// <summary>Reads and checks a study, as far as that needs no tasks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The arena's folder, where the file of a recipe is looked for.</param>
    /// <exception cref="InputException">A file cannot be read, or a key or value in it is wrong.</exception>
    public static TransferFile Read(string path, string root)
    {
        string text = ReadText(path);
        TransferShape.Check(path, text);
        YamlFile<TransferRecipe> file = YamlFile<TransferRecipe>.Parse(path, text);
        return file.Check(() =>
        {
            file.Value.Validate();
            string? shared = file.Value.Recipe is { } recipe ? System.IO.Path.Combine(root, recipe) : null;
            var read = new TransferFile(path, text, file.Value, BaseText(shared, text));
            read.RequireEqualBudgets();
            return read;
        });
    }

    /// <summary>The recipe of a training.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="method">Kind of schedule.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="start">Folder of the model that it starts from, below the arena's.</param>
    /// <exception cref="InputException">The values do not fit each other.</exception>
    public RecipeFile Training(string source, string method, ulong seed, string start)
    {
        RecipeTree tree = RecipeTree.Parse(_baseText)
            .Set("seed", Number(seed))
            .Set("model", new YamlMappingNode("from", start))
            .Set(TasksKey, ((YamlMappingNode)RecipeTree.MappingOf(Text)[SourcesKey])[source])
            .Set("schedule.kind", method);
        return RecipeFile.Parse(
            $"{Path}: {SourcesKey}.{source} by {method}",
            tree.ToText(string.Create(CultureInfo.InvariantCulture, $"{Name}: {source} by {method}, seed {seed}")));
    }

    /// <summary>The recipe of the warm-up.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="tasks">What is trained on where the file does not say.</param>
    /// <exception cref="InputException">The values do not fit each other.</exception>
    public RecipeFile WarmingUp(ulong seed, IReadOnlyList<TrainingTask> tasks)
    {
        WarmupRecipe warmup = Settings.Warmup!;
        RecipeTree tree = RecipeTree.Parse(_baseText)
            .Remove("curriculum")
            .Set("seed", Number(seed))
            .Set("schedule.kind", "sft")
            .Set(TasksKey, warmup.Tasks.Any() ? ((YamlMappingNode)RecipeTree.MappingOf(Text)[WarmupKey])[TasksKey] : Mix(tasks, warmup.Demonstrations is null))
            .Remove("budget.work")
            .Remove("budget.steps");
        if (Start is { } start)
            tree.Set("model", new YamlMappingNode("from", start));
        if (warmup.Work is { } work)
            tree.Set("budget.work", Number(work));
        if (warmup.Steps is { } steps)
            tree.Set("budget.steps", Number(steps));
        if (warmup.Demonstrations is { } demonstrations)
            tree.Set("demonstrations", Number(demonstrations));
        return RecipeFile.Parse($"{Path}: {WarmupKey}", tree.ToText(string.Create(CultureInfo.InvariantCulture, $"{Name}: the warm-up common to all trainings, seed {seed}")));
    }

    /// <summary>What all trainings share, for the model of a seed that nothing has trained.</summary>
    public Recipe Untrained(ulong seed)
    {
        Recipe recipe = YamlFile<Recipe>.Parse($"{Path}: {BaseKey}", _baseText).Value;
        recipe.Seed = seed;
        return recipe;
    }

    private static YamlMappingNode Mix(IReadOnlyList<TrainingTask> tasks, bool withDemonstrations)
    {
        var mix = new YamlMappingNode();
        foreach (IGrouping<string, TrainingTask> task in tasks.GroupBy(task => task.Id).OrderBy(task => task.Key, StringComparer.Ordinal))
        {
            var entry = new YamlMappingNode("levels", new YamlSequenceNode(task.SelectMany(one => one.Levels).Distinct().Order().Select(level => Number(level))));
            if (withDemonstrations)
                entry.Add("demonstrations", Number(task.Max(one => one.Demonstrations)));
            mix.Add(task.Key, entry);
        }
        return mix;
    }

    private static string BaseText(string? recipe, string text)
    {
        RecipeTree tree = RecipeTree.Parse(recipe is null ? "" : YamlFile<Recipe>.Read(recipe).Text).Remove(TasksKey).Remove("seed").Remove("schedule.kind");
        if (RecipeTree.MappingOf(text).Children.TryGetValue(BaseKey, out YamlNode? keys) && keys is YamlMappingNode mapping)
            tree.Merge(mapping);
        return tree.ToText("what all trainings share");
    }

    private void RequireEqualBudgets() => TransferRecipe.Require(
        Settings.Methods.Count == 1 || Shared.Budget is { Work: not null, Steps: null },
        $"{BaseKey}.budget: give work, and no steps: a step of GRPO costs more than one of SFT, and methods that are compared get the same work");

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static YamlScalarNode Number(IFormattable number) => new(number.ToString(null, CultureInfo.InvariantCulture));
}
