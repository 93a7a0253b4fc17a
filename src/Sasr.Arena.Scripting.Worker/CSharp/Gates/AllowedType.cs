namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>What code may use of one type: a line of the allow-list, or several together.</summary>
internal sealed class AllowedType
{
    private static readonly string[] Accessors = ["get_", "set_", "add_", "remove_"];

    private readonly HashSet<string> _members = [];
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _refusedParameters = [];

    /// <summary>All members but those taken away; nested types too.</summary>
    public bool AllowsAll { get; private set; }

    /// <summary>The members that a line names, to be allowed or to be taken away.</summary>
    public IEnumerable<string> Names => _members.Concat(_refused);

    /// <summary>Adds what a line says after the type's name.</summary>
    public void Add(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            if (word == "*")
                AllowsAll = true;
            else if (word.StartsWith("-(", StringComparison.Ordinal))
                _refusedParameters.Add(word[2..^1]);
            else if (word.StartsWith('-'))
                _refused.Add(word[1..]);
            else if (!_refused.Remove(word))
                _members.Add(word);
        }
    }

    /// <param name="member">Its name in metadata; an accessor's or its property's.</param>
    /// <param name="parameters">Full names of its parameters' types; not asked for where they do not matter.</param>
    public bool Allows(string member, Func<IEnumerable<string>> parameters) =>
        (AllowsAll || Contains(_members, member))
        && !Contains(_refused, member)
        && (_refusedParameters.Count == 0 || !parameters().Any(_refusedParameters.Contains));

    private static bool Contains(HashSet<string> names, string member)
    {
        if (names.Count == 0)
            return false;
        if (names.Contains(member))
            return true;
        string? accessor = Array.Find(Accessors, prefix => member.StartsWith(prefix, StringComparison.Ordinal));
        return accessor is not null && names.Contains(member[accessor.Length..]);
    }
}
