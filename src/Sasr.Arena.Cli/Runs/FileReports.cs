using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Transfer;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Makes pages of the JSON files that other commands wrote.</summary>
internal static class FileReports
{
    /// <summary>The page of an evaluation, or of a study's result.</summary>
    /// <exception cref="InputException">The file is neither, or cannot be read.</exception>
    public static ReportPage PageOf(string file)
    {
        string[] keys = Keys(file);
        if (keys.Contains("comparison"))
            throw new InputException($"{file}: is a comparison; 'arena compare BASE.json HEAD.json --html FILE' writes its page.");
        return keys.Contains("matrices") ? TransferPage.Of(TransferResult.Read(file)) : OfEvaluation(EvaluationResult.Read(file));
    }

    private static ReportPage OfEvaluation(EvaluationResult result)
    {
        string[] weakest = [.. result.Environments.OrderBy(environment => environment.Total.Accuracy ?? 0).Take(1).Select(environment => environment.Environment)];
        return new EvaluationReport(result, [.. weakest.Select(task => $"./arena tasks show {task}")]).ToPage();
    }

    /// <summary>The keys of the file's object; none where it has no such thing, which who reads it then says.</summary>
    private static string[] Keys(string file)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(property => property.Name)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
