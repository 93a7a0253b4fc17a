namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>The types that a static field of a script may have, where it is read-only: nothing reachable from them ever changes.</summary>
internal static class StaticState
{
    public const string Advice = "make it a constant, or a variable of the script";

    private static readonly HashSet<string> Immutable =
    [
        "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32",
        "System.Int64", "System.UInt64", "System.Int128", "System.UInt128", "System.Half", "System.Single", "System.Double",
        "System.Decimal", "System.Char", "System.String", "System.Guid", "System.DateTime", "System.DateOnly", "System.TimeOnly",
        "System.TimeSpan", "System.Index", "System.Range", "System.Numerics.BigInteger", "System.Numerics.Complex",
        "System.Text.Rune", "System.Text.RegularExpressions.Regex", "System.StringComparer",
    ];

    private static readonly HashSet<string> ImmutableOfImmutable =
    [
        "System.Nullable`1", "System.Collections.Generic.KeyValuePair`2",
        .. Enumerable.Range(1, 8).Select(arity => FormattableString.Invariant($"System.ValueTuple`{arity}")),
        .. Enumerable.Range(1, 8).Select(arity => FormattableString.Invariant($"System.Tuple`{arity}")),
        "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Immutable.ImmutableList`1",
        "System.Collections.Immutable.ImmutableSortedSet`1", "System.Collections.Immutable.ImmutableSortedDictionary`2",
    ];

    public static bool IsImmutable(string type) => Immutable.Contains(type);

    /// <summary>Whether a generic type is immutable where its arguments are.</summary>
    public static bool IsImmutableContainer(string definition) => ImmutableOfImmutable.Contains(definition);
}
