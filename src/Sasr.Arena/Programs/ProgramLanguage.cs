namespace Sasr.Arena.Programs;

/// <summary>The languages that a candidate can be written in.</summary>
public enum ProgramLanguage
{
    /// <summary>C#, compiled by Roslyn.</summary>
    CSharp,

    /// <summary>JavaScript, run by Jint.</summary>
    JavaScript,

    /// <summary>Python, run by the system's python3.</summary>
    Python,
}
