using System.Globalization;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>The types and members that code may use, from some of the sections of <c>allow-list.txt</c>, which explains itself.</summary>
internal sealed class AllowList
{
    private const string ResourceName = "allow-list.txt";

    private static readonly (string Section, string Type, string[] Members)[] Lines = [.. Read()];

    private readonly Dictionary<string, AllowedType> _types = [];

    public AllowList(params IEnumerable<string> sections)
    {
        HashSet<string> wanted = [.. sections];
        foreach ((string section, string type, string[] members) in Lines)
        {
            if (!wanted.Contains(section))
                continue;
            if (!_types.TryGetValue(type, out AllowedType? allowed))
                _types[type] = allowed = new AllowedType();
            allowed.Add(members);
        }
    }

    /// <summary>Full names of the types that have a line, as in metadata: <c>System.Func`2</c>, <c>Outer+Nested</c>.</summary>
    public IEnumerable<string> Types => _types.Keys;

    /// <summary>What may be used of a type; null where nothing may.</summary>
    public AllowedType? Find(string type)
    {
        if (_types.TryGetValue(type, out AllowedType? allowed))
            return allowed;
        int nesting = type.LastIndexOf('+');
        return nesting > 0 && Find(type[..nesting]) is { AllowsAll: true } outer ? outer : null;
    }

    private static IEnumerable<(string Section, string Type, string[] Members)> Read()
    {
        using Stream stream = typeof(AllowList).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        string section = "", space = "";
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
                continue;
            if (words[0].StartsWith('['))
                section = words[0][1..^1];
            else if (words[0] == "namespace")
                space = words[1];
            else
                foreach (string name in Arities(words[0]))
                    yield return (section, $"{space}.{name}", words[1..]);
        }
    }

    private static IEnumerable<string> Arities(string name)
    {
        int tick = name.IndexOf('`', StringComparison.Ordinal), dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return [name];
        int first = int.Parse(name.AsSpan(tick + 1, dash - tick - 1), CultureInfo.InvariantCulture);
        int last = int.Parse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Select(arity => FormattableString.Invariant($"{name[..tick]}`{arity}"));
    }
}
