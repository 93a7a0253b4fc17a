using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>A file of programs and their tests: a JSON object a line.</summary>
internal static class ProgramFile
{
    /// <exception cref="InputException">It cannot be read, or a line of it is no program with tests.</exception>
    public static IReadOnlyList<JudgedProgram> Read(string path, ProgramLanguage? language)
    {
        var programs = new List<JudgedProgram>();
        int number = 0;
        try
        {
            foreach (string text in File.ReadLines(path))
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                using JsonDocument document = JsonDocument.Parse(text);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    throw new InputException($"{path}:{number}: this is no JSON object.");
                programs.Add(ProgramShape.Parse(new ProgramLine(path, number, document.RootElement, language)));
            }
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}:{number}: this is no JSON object ({FirstSentence(e.Message)}).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
        return programs.Count > 0 ? programs : throw new InputException($"{path} holds no programs.");
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');
}
