namespace Sasr.Arena.Programs;

/// <summary>What files, flags and scripts call the languages.</summary>
public static class LanguageName
{
    /// <summary>All of them, for messages.</summary>
    public const string All = "python, javascript, csharp";

    /// <summary>The language; null where there is none of that name.</summary>
    public static ProgramLanguage? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToLowerInvariant() switch
        {
            "python" => ProgramLanguage.Python,
            "javascript" => ProgramLanguage.JavaScript,
            "csharp" => ProgramLanguage.CSharp,
            _ => null,
        };
    }
}
