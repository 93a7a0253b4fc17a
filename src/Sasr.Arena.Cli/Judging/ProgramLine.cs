using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>One line of a file of programs: a JSON object whose keys are asked for by name.</summary>
/// <param name="file">The file's name.</param>
/// <param name="number">The line's, from 1.</param>
/// <param name="root">The object.</param>
/// <param name="language">What it is written in where it does not say so; null where it must.</param>
internal sealed class ProgramLine(string file, int number, JsonElement root, ProgramLanguage? language)
{
    public bool Has(string key) => root.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    /// <exception cref="InputException">It is missing, or no text.</exception>
    public string Text(string key) => Required(key, JsonValueKind.String).GetString()!;

    public string? TextOrNull(string key) => Has(key) ? Text(key) : null;

    /// <summary>Texts of a list of texts.</summary>
    /// <exception cref="InputException">It is missing, or no such list.</exception>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Required(key, JsonValueKind.Array).EnumerateArray().Select(item => TextOf(item, key))];

    /// <summary>Objects of a list of objects, as lines of their own.</summary>
    /// <exception cref="InputException">It is missing, or no such list.</exception>
    public IReadOnlyList<ProgramLine> Objects(string key) =>
    [
        .. Required(key, JsonValueKind.Array).EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object
            ? new ProgramLine(file, number, item, language)
            : throw Error($"'{key}' is not a list of objects.")),
    ];

    /// <summary>Any values of a list.</summary>
    /// <exception cref="InputException">It is missing, or no list.</exception>
    public IReadOnlyList<JsonElement> Values(string key) => [.. Required(key, JsonValueKind.Array).EnumerateArray().Select(item => item.Clone())];

    /// <exception cref="InputException">It is missing.</exception>
    public JsonElement Value(string key) =>
        root.TryGetProperty(key, out JsonElement value) ? value.Clone() : throw Error($"the key '{key}' is missing.");

    /// <summary>Its name: a text or a number.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public string Id(string key) => Value(key) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } whole => whole.GetRawText(),
        _ => throw Error($"'{key}' is neither a text nor a number."),
    };

    /// <summary>What it says that it is written in; otherwise what the caller says.</summary>
    /// <exception cref="InputException">Nobody says so, or it is no language that can be run.</exception>
    public ProgramLanguage Language(ProgramLanguage? usual = null)
    {
        if (TextOrNull("language") is not { } name)
            return language ?? usual ?? throw Error("the key 'language' is missing: add it, or use --language.");
        return LanguageName.Parse(name) ?? throw Error($"'language' is '{name}', none of {LanguageName.All}.");
    }

    public InputException Error(string problem) => new($"{file}:{number}: {problem}");

    private JsonElement Required(string key, JsonValueKind kind)
    {
        JsonElement value = Value(key);
        return value.ValueKind == kind ? value : throw Error($"'{key}' is not a {(kind == JsonValueKind.String ? "text" : "list")}.");
    }

    private string TextOf(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Error($"'{key}' is not a list of texts.");
}
