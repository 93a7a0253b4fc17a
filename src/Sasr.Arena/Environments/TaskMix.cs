using System.Collections;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Environments;

/// <summary>
/// Tasks and games by id or pattern, and what is said of them: <c>{ math/*: 1, logic/sorting: { weight: 3, levels: 1-3 } }</c>.
/// Every task that a key names gets what the key says, each of them the whole weight. Where several keys name a task, a more exact
/// one overrides the others value by value: an id before a pattern, a pattern with more letters before one with fewer, of equals the later.
/// </summary>
/// <typeparam name="T">What is said of a task; a number instead of it is its weight.</typeparam>
public sealed class TaskMix<T> : ITaskMix, IEnumerable<KeyValuePair<string, T>>
    where T : MixEntry, new()
{
    private readonly List<Key> _keys = [];

    /// <summary>The ids and patterns, as they were written.</summary>
    public IReadOnlyList<string> Patterns => [.. _keys.Select(key => key.Pattern)];

    /// <inheritdoc/>
    Type ITaskMix.EntryType => typeof(T);

    /// <summary>What the mix says under an id or pattern.</summary>
    /// <exception cref="KeyNotFoundException">It has no such key.</exception>
    public T this[string pattern]
    {
        get => _keys.Find(key => key.Pattern == pattern)?.Entry ?? throw new KeyNotFoundException($"The mix has no key '{pattern}'.");
        set
        {
            _keys.RemoveAll(key => key.Pattern == pattern);
            _keys.Add(new Key(pattern, value, pattern));
        }
    }

    /// <inheritdoc/>
    void ITaskMix.Add(string pattern, MixEntry entry, string place) => _keys.Add(new Key(pattern, (T)entry, $"{place}: {pattern}"));

    /// <summary>The ids that the mix names, in the order of its keys and then of the ids.</summary>
    /// <exception cref="InputException">A key names nothing.</exception>
    public IReadOnlyList<string> Ids(ArenaCatalog catalog) => [.. Named(catalog).Select(pair => pair.Id)];

    /// <summary>The tasks and games of the mix, those of weight 0 included.</summary>
    /// <param name="catalog">Where they are.</param>
    /// <param name="otherwise">The levels of a task of which the mix names none.</param>
    /// <param name="split">What is to be asked of them: a pattern leaves out the tasks that have none of it.</param>
    /// <exception cref="InputException">A key names nothing, a script does not compile, or a task lacks a level or the split; the message has the key and its place.</exception>
    public async Task<IReadOnlyList<MixedTask<T>>> ResolveAsync(ArenaCatalog catalog, Func<T, LevelChoice> otherwise, Split? split = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(otherwise);
        var tasks = new List<MixedTask<T>>();
        foreach ((string id, Key[] keys) in Named(catalog))
        {
            T entry = keys.Select(key => key.Entry).Aggregate((general, exact) => (T)exact.Over(general));
            EnvironmentInfo info = await catalog.InfoAsync(id);
            if (split is { } asked && !info.Splits.Contains(asked) && entry.Weight != 0)
            {
                if (keys[^1].IsPattern)
                    continue;
                throw new InputException($"{keys[^1].Place}: it has no {asked.ToString().ToLowerInvariant()} problems.");
            }
            try
            {
                tasks.Add(new MixedTask<T>(info, entry.Weight ?? 1, (entry.Levels ?? otherwise(entry)).Of(info), entry, keys[^1].Place));
            }
            catch (InputException e)
            {
                string place = (keys.LastOrDefault(key => key.Entry.Levels is not null) ?? keys[^1]).Place;
                throw new InputException($"{place}: levels: {e.Message}.", e);
            }
        }
        return tasks.Count > 0 || _keys.Count == 0
            ? tasks
            : throw new InputException($"{_keys[0].Place}: nothing that it names has {split?.ToString().ToLowerInvariant()} problems.");
    }

    /// <summary>The keys and what they say.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        _keys.Select(key => KeyValuePair.Create(key.Pattern, key.Entry)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The ids that the mix names, each with its keys, the most exact last.</summary>
    private IEnumerable<(string Id, Key[] Keys)> Named(ArenaCatalog catalog)
    {
        var keys = new Dictionary<string, List<Key>>();
        var order = new List<string>();
        foreach (Key key in _keys)
        {
            foreach (string id in Expand(catalog, key))
            {
                if (!keys.TryGetValue(id, out List<Key>? known))
                {
                    keys[id] = known = [];
                    order.Add(id);
                }
                known.Add(key);
            }
        }
        return order.Select(id => (id, keys[id].OrderBy(key => key.Exactness).ToArray()));
    }

    private static IReadOnlyList<string> Expand(ArenaCatalog catalog, Key key)
    {
        // What is left out need not be here.
        if (key.Entry.Weight == 0 && catalog.Unavailable.ContainsKey(key.Pattern))
            return [];
        try
        {
            return catalog.Expand(key.Pattern);
        }
        catch (InputException e)
        {
            throw new InputException($"{key.Place}: {e.Message}", e);
        }
    }

    private sealed record Key(string Pattern, T Entry, string Place)
    {
        public bool IsPattern => Pattern.AsSpan().ContainsAny('*', '?');

        public int Exactness => IsPattern
            ? Pattern.Count(character => character is not ('*' or '?'))
            : int.MaxValue;
    }
}

/// <summary>A mix, while it is read.</summary>
internal interface ITaskMix
{
    /// <summary>A subtype of <see cref="MixEntry"/>.</summary>
    Type EntryType { get; }

    /// <param name="pattern">The key.</param>
    /// <param name="entry">What stands under it.</param>
    /// <param name="place">File, line and column.</param>
    void Add(string pattern, MixEntry entry, string place);
}
