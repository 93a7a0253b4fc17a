using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>What became of a file of programs.</summary>
/// <param name="Programs">The programs.</param>
/// <param name="Verdicts">One for each, in the same order.</param>
/// <param name="Elapsed">From the first to the last; not counting what comes before and after.</param>
internal sealed record JudgeResult(IReadOnlyList<JudgedProgram> Programs, IReadOnlyList<Verdict> Verdicts, TimeSpan Elapsed)
{
    private const int Columns = 80;

    private static readonly JsonSerializerOptions OneLine = new(OutputJson.Options) { WriteIndented = false };

    public int Passed => Verdicts.Count(verdict => verdict.IsPassed);

    public int Unjudged => Verdicts.Count(verdict => !verdict.IsJudged);

    public int Failed => Verdicts.Count - Passed - Unjudged;

    /// <summary>A line for each program that did not pass.</summary>
    public IEnumerable<string> Failures() => Programs.Zip(Verdicts)
        .Where(pair => !pair.Second.IsPassed)
        .Select(pair => Cut($"{pair.First.Id}: {Describe(pair.Second)}"));

    /// <summary>One line on all of them.</summary>
    public string Summary()
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{Passed} passed, {Failed} failed, {Unjudged} infrastructure failures in {Elapsed.TotalSeconds:0.0} s ({Rate:0} programs/s)");
        return Unjudged == 1 ? text.Replace("failures", "failure", StringComparison.Ordinal) : text;
    }

    /// <summary>The counts and all verdicts.</summary>
    public string ToJson() => new JsonObject
    {
        ["passed"] = Passed,
        ["failed"] = Failed,
        ["infrastructure_failures"] = Unjudged,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 3),
        ["programs_per_second"] = Math.Round(Rate, 1),
        ["verdicts"] = new JsonArray([.. Programs.Zip(Verdicts).Select(pair => ToJson(pair.First, pair.Second))]),
    }.ToJsonString(OutputJson.Options);

    /// <summary>A verdict a line.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(
        path, string.Concat(Programs.Zip(Verdicts).Select(pair => $"{ToJson(pair.First, pair.Second).ToJsonString(OneLine)}\n")));

    private double Rate => Verdicts.Count / Math.Max(Elapsed.TotalSeconds, 1e-6);

    private static string Describe(Verdict verdict)
    {
        string place = verdict.Line > 0 ? $", line {verdict.Line}" : "";
        string test = verdict.FailedCase is { } failed ? $", case {failed}" : "";
        return $"{Words(verdict.Outcome)}{test}{place}: {verdict.Message}";
    }

    private static string Words(VerdictOutcome outcome) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString()).Replace('_', ' ');

    private static string Cut(string line) => line.Length <= Columns ? line : $"{line[..(Columns - 1)]}…";

    private static JsonObject ToJson(JudgedProgram program, Verdict verdict)
    {
        var json = new JsonObject { ["id"] = program.Id, ["outcome"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Outcome.ToString()) };
        if (verdict.Message is { } message)
            json["message"] = message;
        if (verdict.FailedCase is { } failed)
            json["failed_case"] = failed;
        json["passed"] = verdict.Passed;
        if (verdict.Line > 0)
            (json["line"], json["column"]) = (verdict.Line, verdict.Column);
        return json;
    }
}
