using System.Text.Json;
using System.Text.Json.Serialization;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>Problems that flipped, to browse: both transcripts beside each other.</summary>
/// <param name="Shown">Those to browse.</param>
/// <param name="Count">How many there were.</param>
internal sealed record FlippedBlock(IReadOnlyList<FlippedProblem> Shown, int Count) : PageBlock
{
    private static readonly FlipJson Json = new(new JsonSerializerOptions(FlipJson.Default.Options) { Encoder = PageJson.Encoder });

    private static readonly string[] Directions = ["worse", "better"];

    /// <summary>A comparison's problems.</summary>
    public static FlippedBlock Of(IReadOnlyList<FlippedProblem> flips) =>
        new(BrowserSelection.Of(flips, Text, flip => (flip.Problem.Environment, flip.Problem.Level, flip.IsWorse)), flips.Count);

    internal override void Write(Markup html) => Browser.Write(
        html, "flips", "Flipped problems", Shown.Select(Text),
        [("change", Directions), .. Browser.TaskAndLevel(Shown.Select(flip => (flip.Problem.Environment, flip.Problem.Level)))],
        Browser.Note(Shown.Count, Count, "flipped problems, of every task, level and direction", "'arena compare --json'"));

    private static string Text(FlippedProblem flip) => JsonSerializer.Serialize(flip, Json.FlippedProblem);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FlippedProblem))]
internal sealed partial class FlipJson : JsonSerializerContext;
