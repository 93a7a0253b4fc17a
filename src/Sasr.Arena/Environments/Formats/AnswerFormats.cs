namespace Sasr.Arena.Environments.Formats;

/// <summary>The answer formats by name.</summary>
public static class AnswerFormats
{
    private static readonly IAnswerFormat[] Formats = [new ThinkAnswerFormat(), new HashAnswerFormat(), new CompactFormat()];

    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Formats.Select(format => format.Name)];

    /// <summary>The format of that name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IAnswerFormat Find(string name) =>
        Formats.FirstOrDefault(format => format.Name == name)
        ?? throw new InputException($"format: '{name}' is no answer format; there are {string.Join(", ", Names)}.");
}
