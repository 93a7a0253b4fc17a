using System.Collections.Concurrent;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;
using Sasr.Arena.Tasks.Datasets;

namespace Sasr.Arena.Environments;

/// <summary>
/// Everything a repository holds in <c>tasks/</c>, <c>rewards/</c> and <c>environments/</c>, found by its folder and
/// loaded when it is first asked for. Nothing is registered anywhere else.
/// </summary>
public sealed class ArenaCatalog
{
    private const string Games = "games";
    private const string DatasetExtension = ".yaml";

    private readonly IScriptHost _scripts;
    private readonly ConcurrentDictionary<string, Lazy<Task<ReasoningTask>>> _tasks = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IRewardScript>>> _rewards = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IGameScript>>> _games = new();
    private readonly ConcurrentDictionary<string, Lazy<EnvironmentDefinition>> _definitions = new();
    private readonly ConcurrentDictionary<string, bool> _noticed = new();
    private readonly SortedDictionary<string, string> _taskFiles;
    private readonly Lazy<SortedDictionary<string, string>> _unavailable;
    private readonly SortedDictionary<string, string> _rewardFiles;
    private readonly SortedDictionary<string, string> _gameFiles;

    /// <summary>Finds the scripts under a folder; loads none.</summary>
    /// <exception cref="InputException">The folder has no <c>tasks/</c>, or two scripts have the same id.</exception>
    public ArenaCatalog(string root, IScriptHost scripts)
    {
        Root = Path.GetFullPath(root);
        _scripts = scripts;
        if (!Directory.Exists(Path.Combine(Root, "tasks")))
            throw new InputException($"{Root}: there is no folder tasks/ here; name the arena's folder with --root.");
        _taskFiles = ScriptFiles.Find(Path.Combine(Root, "tasks"), prefix: "", [.. ScriptFiles.Extensions, DatasetExtension]);
        _unavailable = new Lazy<SortedDictionary<string, string>>(FindUnavailable);
        _rewardFiles = ScriptFiles.Find(Path.Combine(Root, "rewards"), prefix: "");
        _gameFiles = ScriptFiles.Find(Path.Combine(Root, "environments", Games), prefix: $"{Games}/");
    }

    /// <summary>The folder that holds tasks/, rewards/ and environments/.</summary>
    public string Root { get; }

    /// <summary>Told of every data set that a pattern would have named, were its files here; once for each.</summary>
    public Action<string>? Notice { get; set; }

    /// <summary>The ids of all tasks and games, sorted; of data sets, those whose files are here.</summary>
    public IReadOnlyList<string> Ids => [.. TaskIds.Concat(_gameFiles.Keys).Order(StringComparer.Ordinal)];

    /// <summary>The ids of the tasks, sorted; of data sets, those whose files are here.</summary>
    public IReadOnlyList<string> TaskIds => [.. _taskFiles.Keys.Where(id => !Unavailable.ContainsKey(id))];

    /// <summary>The data sets whose files are not here, by id: what each needs.</summary>
    public IReadOnlyDictionary<string, string> Unavailable => _unavailable.Value;

    /// <summary>Whether a task's problems are the records of a file, instead of a script's.</summary>
    public bool IsDataset(string id) => _taskFiles.TryGetValue(id, out string? path) && IsDatasetFile(path);

    /// <summary>The file of a task.</summary>
    /// <exception cref="InputException">There is no such task.</exception>
    public string TaskFile(string id) => _taskFiles.TryGetValue(id, out string? path)
        ? path
        : throw new InputException($"There is no task '{id}'{Nearest.Hint(id, _taskFiles.Keys)}");

    /// <summary>The ids that a pattern such as <c>math/*</c>, <c>*</c> or <c>games/guess-number</c> names.</summary>
    /// <exception cref="InputException">None.</exception>
    public IReadOnlyList<string> Expand(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        bool IsNamed(string id) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, id);
        string[] found = [.. Ids.Where(IsNamed)];
        string[] absent = [.. Unavailable.Keys.Where(IsNamed)];
        if (found.Length == 0)
        {
            throw new InputException(absent.Length > 0
                ? $"{absent[0]} {Unavailable[absent[0]]}."
                : $"There is no task or game '{pattern}'{Nearest.Hint(pattern, Ids)}");
        }
        foreach (string id in absent.Where(id => _noticed.TryAdd(id, true)))
            Notice?.Invoke($"skipped: {id} {Unavailable[id]}");
        return found;
    }

    /// <summary>The task of that id, compiled.</summary>
    /// <exception cref="InputException">There is none, or its script does not compile, or its data set is not here.</exception>
    public Task<ReasoningTask> TaskAsync(string id) => Load(_tasks, id, "task", _taskFiles, async path =>
    {
        if (IsDatasetFile(path))
        {
            DatasetDefinition definition = DatasetDefinition.Read(id, path);
            if (definition.Missing() is { } missing)
                throw new InputException($"{id} {missing}.");
            return new DatasetTask(definition, await RewardAsync(definition.Info.Reward!));
        }
        ITaskScript script = await _scripts.LoadTaskAsync(id, path);
        return (ReasoningTask)new ScriptedTask(script, script.Info.Reward is { } name ? await RewardAsync(name) : null);
    });

    /// <summary>The reward of that name, compiled.</summary>
    /// <exception cref="InputException">There is none, or its script does not compile.</exception>
    public Task<IRewardScript> RewardAsync(string name) => Load(
        _rewards, name, "reward", _rewardFiles, path => _scripts.LoadRewardAsync(name, path).AsTask());

    /// <summary>Checks that every script that a mix names exists.</summary>
    /// <exception cref="InputException">One does not; the message begins with the place in the file that names it.</exception>
    public void Require(RewardMix rewards)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        rewards.Require(_rewardFiles.Keys);
    }

    /// <summary>What is known of a task or game.</summary>
    public async Task<EnvironmentInfo> InfoAsync(string id) => IsGame(id)
        ? (await GameAsync(id)).Info
        : QuestionEnvironment.Describe((await TaskAsync(id)).Info, Definition(id));

    /// <summary>A function that makes independent instances of a task's or game's environment.</summary>
    /// <param name="id">Of a task or a game.</param>
    /// <param name="format">An answer format to use instead of the domain's; games have none.</param>
    /// <param name="rewards">A mix to use instead of the domain's.</param>
    public async Task<Func<IEnvironment>> FactoryAsync(string id, IAnswerFormat? format = null, RewardMix? rewards = null)
    {
        if (IsGame(id))
            return (await GameAsync(id)).Create;
        ReasoningTask task = await TaskAsync(id);
        EnvironmentDefinition definition = Definition(id);
        definition = definition.AskedIn(format) with { Rewards = rewards ?? definition.Rewards };
        Require(definition.Rewards);
        IRewardScript[] scripts = await Task.WhenAll(definition.Rewards.Scripts.Select(RewardAsync));
        return () => new QuestionEnvironment(task, definition, scripts);
    }

    /// <summary>How the domain of a task asks and rewards.</summary>
    /// <exception cref="InputException">The domain has no <c>environment.yaml</c>, or it is wrong.</exception>
    public EnvironmentDefinition Definition(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        string domain = id[..id.IndexOf('/', StringComparison.Ordinal)];
        return _definitions.GetOrAdd(domain, _ => new Lazy<EnvironmentDefinition>(() =>
            EnvironmentDefinition.Read(Path.Combine(Root, "environments", domain, "environment.yaml")))).Value;
    }

    private static bool IsDatasetFile(string path) => Path.GetExtension(path) == DatasetExtension;

    // A file that says something wrong says so when its task is asked for.
    private SortedDictionary<string, string> FindUnavailable()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string id, string path) in _taskFiles.Where(pair => IsDatasetFile(pair.Value)))
        {
            try
            {
                if (DatasetDefinition.Read(id, path).Missing() is { } missing)
                    found[id] = missing;
            }
            catch (InputException)
            {
            }
        }
        return found;
    }

    private static bool IsGame(string id) => id.StartsWith($"{Games}/", StringComparison.Ordinal);

    private Task<IGameScript> GameAsync(string id) => Load(
        _games, id, "game", _gameFiles, path => _scripts.LoadGameAsync(id, path).AsTask());

    private static Task<T> Load<T>(
        ConcurrentDictionary<string, Lazy<Task<T>>> loaded,
        string id,
        string kind,
        SortedDictionary<string, string> files,
        Func<string, Task<T>> load)
    {
        if (!files.TryGetValue(id, out string? path))
            throw new InputException($"There is no {kind} '{id}'{Nearest.Hint(id, files.Keys)}");
        return loaded.GetOrAdd(id, _ => new Lazy<Task<T>>(() => load(path))).Value;
    }
}
