using Sasr.Arena.Programs;

namespace Sasr.Arena.Cli.Judging;

/// <summary>What files and flags call the languages.</summary>
internal static class LanguageName
{
    public const string All = "python, javascript, csharp";

    /// <summary>The language; null where there is none of that name.</summary>
    public static ProgramLanguage? Parse(string name) => name.ToLowerInvariant() switch
    {
        "python" => ProgramLanguage.Python,
        "javascript" => ProgramLanguage.JavaScript,
        "csharp" => ProgramLanguage.CSharp,
        _ => null,
    };
}
