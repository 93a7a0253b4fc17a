using System.Text.Json;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>Reads what a script gave to <c>task({…})</c>, <c>reward({…})</c>, <c>environment({…})</c> or <c>agent({…})</c>.</summary>
internal static class DeclarationReader
{
    /// <param name="script">The script.</param>
    /// <param name="json">Its declarations, of every kind: a list of <c>{ kind, value }</c>.</param>
    /// <returns>Null where it declares nothing of its kind.</returns>
    /// <exception cref="ScriptException">A declaration that cannot be read.</exception>
    public static Declaration? Read(LoadItem script, string? json)
    {
        string name = DeclarationRules.For(script.Kind, capitals: false).Declare;
        using JsonDocument document = Parse(script, json);
        JsonElement[] declared = [.. document.RootElement.EnumerateArray()
            .Where(one => one.TryGetProperty("kind", out JsonElement kind) && kind.ValueEquals(name))];
        if (declared.Length == 0)
            return null;
        if (declared.Length > 1)
            throw Error(script, "the script declares itself twice");
        if (!declared[0].TryGetProperty("value", out JsonElement value) || value.ValueKind != JsonValueKind.Object)
            throw Error(script, $"{name}(…) takes an object: {name}({{ version: 1 }})");

        string[] keys = Keys(script.Kind);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!keys.Contains(property.Name))
                throw Error(script, $"{name}(…) has no '{property.Name}'{Nearest.Hint(property.Name, keys)}");
        }
        try
        {
            Declaration declaration = value.Deserialize(ScriptJson.Default.Declaration)!;
            // Generated serializers give a key that is absent the type's default, not the property's.
            declaration = declaration with { Tags = declaration.Tags ?? [], Instructions = declaration.Instructions ?? "" };
            return script.Kind == ScriptKind.Game
                ? declaration with { Players = Count(value, "players"), Levels = Count(value, "levels") }
                : declaration;
        }
        catch (JsonException e)
        {
            throw Error(script, $"{name}(…): the value of '{e.Path?.TrimStart('$', '.')}' does not fit");
        }
    }

    // Whatever the script made of toJSON decides what there is to parse.
    private static JsonDocument Parse(LoadItem script, string? json)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(json ?? "null");
            if (document.RootElement.ValueKind == JsonValueKind.Array
                && document.RootElement.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object))
                return document;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw Error(script, $"what the script declares cannot be read: {e.Message}");
        }
        throw Error(script, "what the script declares cannot be read: it has a toJSON");
    }

    private static string[] Keys(ScriptKind kind) => kind switch
    {
        ScriptKind.Task => ["version", "levels", "tags", "reward"],
        ScriptKind.Reward or ScriptKind.Agent => ["version"],
        _ => ["version", "maxTurns", "players", "levels", "tags", "instructions"],
    };

    private static int Count(JsonElement value, string key) => value.TryGetProperty(key, out JsonElement count) ? count.GetInt32() : 1;

    private static ScriptException Error(LoadItem script, string message) =>
        new(new ScriptError(ScriptErrorKind.Compile, message, script.File));
}
