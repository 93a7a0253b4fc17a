using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sasr.Arena.Models.Tokenization;

/// <summary>
/// One token a character. Its <c>tokenizer.json</c> is a WordLevel model behind a splitter into single characters,
/// which Hugging Face's tokenizers read as well.
/// </summary>
public sealed class CharTokenizer : ITokenizer
{
    private const string Begin = "<s>";
    private const string End = "</s>";

    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _ids;

    private CharTokenizer(string[] tokens)
    {
        _tokens = tokens;
        _ids = tokens.Select((token, id) => (token, id)).ToDictionary(pair => pair.token, pair => pair.id);
    }

    /// <summary>The printable characters of ASCII and the line feed.</summary>
    public static string Ascii { get; } = "\n" + string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code));

    /// <inheritdoc/>
    public int VocabularySize => _tokens.Length;

    /// <inheritdoc/>
    public int BeginOfSequence => 0;

    /// <inheritdoc/>
    public int EndOfSequence => 1;

    /// <summary>A tokenizer for these characters; ids follow their order, after the two special tokens.</summary>
    /// <exception cref="InputException">A character stands twice.</exception>
    public static CharTokenizer Of(string characters)
    {
        ArgumentNullException.ThrowIfNull(characters);
        string[] tokens = [Begin, End, .. characters.EnumerateRunes().Select(rune => rune.ToString())];
        string? twice = tokens.GroupBy(token => token).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? new CharTokenizer(tokens)
            : throw new InputException($"characters: '{twice}' stands twice.");
    }

    /// <summary>Reads a <c>tokenizer.json</c> that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InputException">The file is missing or holds another kind of tokenizer.</exception>
    public static CharTokenizer Load(string path)
    {
        try
        {
            JsonNode model = JsonNode.Parse(File.ReadAllText(path))!["model"]!;
            if ((string?)model["type"] != "WordLevel")
                throw new InputException($"{path}: the tokenizer is of type {model["type"]}; only a character tokenizer (WordLevel) can be read.");
            string[] tokens = [.. model["vocab"]!.AsObject().OrderBy(pair => (int)pair.Value!).Select(pair => pair.Key)];
            if (tokens.Length < 2 || tokens[0] != Begin || tokens[1] != End || tokens.Skip(2).Any(token => token.EnumerateRunes().Count() != 1))
                throw new InputException($"{path}: not a character tokenizer: after {Begin} and {End} every token must be one character.");
            return new CharTokenizer(tokens);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NullReferenceException or InvalidOperationException)
        {
            throw new InputException($"{path}: not a tokenizer that can be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            ids.Add(_ids.TryGetValue(rune.ToString(), out int id)
                ? id
                : throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The tokenizer has no character '{rune}' (U+{rune.Value:X4}) for the text '{text.ReplaceLineEndings(" ")}'; add it to the recipe's model.characters.")));
        }
        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return string.Concat(ids.Where(id => id > EndOfSequence).Select(id => _tokens[id]));
    }

    /// <inheritdoc/>
    public void Save(string path)
    {
        var vocabulary = new JsonObject(_tokens.Select((token, id) => KeyValuePair.Create(token, (JsonNode?)id)));
        var special = new JsonArray([.. _tokens.Take(2).Select((token, id) => (JsonNode?)new JsonObject
        {
            ["id"] = id,
            ["content"] = token,
            ["single_word"] = false,
            ["lstrip"] = false,
            ["rstrip"] = false,
            ["normalized"] = false,
            ["special"] = true,
        })]);
        var file = new JsonObject
        {
            ["version"] = "1.0",
            ["truncation"] = null,
            ["padding"] = null,
            ["added_tokens"] = special,
            ["normalizer"] = null,
            ["pre_tokenizer"] = new JsonObject
            {
                ["type"] = "Split",
                ["pattern"] = new JsonObject { ["Regex"] = "[\\s\\S]" },
                ["behavior"] = "Isolated",
                ["invert"] = false,
            },
            ["post_processor"] = null,
            ["decoder"] = new JsonObject { ["type"] = "Fuse" },
            ["model"] = new JsonObject { ["type"] = "WordLevel", ["vocab"] = vocabulary, ["unk_token"] = End },
        };
        File.WriteAllText(path, file.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }
}
