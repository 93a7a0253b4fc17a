using System.Text.Json;
using Sasr.Arena.Environments.Formats;

namespace Sasr.Arena.Models.Policies;

/// <summary>How a model is asked, kept beside its weights in <c>arena.json</c> so that it is asked the same way ever after.</summary>
/// <param name="Format">Name of the answer format that it was trained on.</param>
/// <param name="Instructions">Whether it is shown the environment's instructions before the first observation.</param>
/// <param name="MaxTokens">Most tokens of one completion.</param>
public sealed record PromptStyle(string Format = "think-answer", bool Instructions = true, int MaxTokens = 256)
{
    private const string File = "arena.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    /// <summary>The style of a model's folder; the defaults where it says nothing.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static PromptStyle Load(string folder)
    {
        string path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            return new PromptStyle();
        try
        {
            PromptStyle style = JsonSerializer.Deserialize<PromptStyle>(System.IO.File.ReadAllText(path), Json)!;
            AnswerFormats.Find(style.Format);
            return style;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InputException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes the style into a model's folder.</summary>
    public void Save(string folder) =>
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(this, Json) + "\n");
}
