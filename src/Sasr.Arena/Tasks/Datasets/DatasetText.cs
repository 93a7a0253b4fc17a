using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sasr.Arena.Tasks.Datasets;

/// <summary>Takes a text from a record, as a <see cref="DatasetField"/> says.</summary>
internal sealed partial class DatasetText
{
    private readonly string _template;
    private readonly string? _after;
    private readonly string? _before;
    private readonly Regex? _remove;

    /// <param name="name">The key that it is for, for messages.</param>
    /// <param name="field">What to take.</param>
    /// <exception cref="InputException">It says nothing, or contradicts itself.</exception>
    public DatasetText(string name, DatasetField? field)
    {
        if (field is null || (field.Field is null) == (field.Template is null))
            throw new InputException($"{name}: name a field, or write a template with fields in braces.");
        _template = field.Template ?? $"{{{field.Field}}}";
        (_after, _before) = (field.After, field.Before);
        try
        {
            _remove = field.Remove is null ? null : new Regex(field.Remove, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new InputException($"{name}: remove: {e.Message}", e);
        }
    }

    /// <exception cref="InputException">The record lacks a field, or a mark.</exception>
    public string Of(JsonElement record)
    {
        string text = Placeholder().Replace(_template, match => Value(record, match.Groups[1].Value));
        if (_after is not null)
            text = text[(Find(text, _after) + _after.Length)..].Trim();
        if (_before is not null)
            text = text[..Find(text, _before)].Trim();
        return _remove?.Replace(text, "") ?? text;
    }

    private static int Find(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at >= 0 ? at : throw new InputException($"there is no '{mark}' in the text.");
    }

    private static string Value(JsonElement record, string field)
    {
        if (!record.TryGetProperty(field, out JsonElement value))
            throw new InputException($"the field '{field}' is missing{Nearest.Hint(field, [.. record.EnumerateObject().Select(property => property.Name)])}");
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                string.Join('\n', value.EnumerateArray().Select(item => item.GetString())),
            _ => value.GetRawText(),
        };
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Placeholder();
}
