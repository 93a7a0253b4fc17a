using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Verdicts on a case, and their messages.</summary>
internal static class CaseVerdict
{
    private const int ShownLength = 100;

    /// <summary>A failure with the case that it came in; what keeps a program from being run belongs to none.</summary>
    /// <param name="failure">What the worker said.</param>
    /// <param name="index">The case, from 0; those before it passed.</param>
    public static Verdict At(Verdict failure, int index) =>
        failure.Outcome is VerdictOutcome.CompileError or VerdictOutcome.Refused or VerdictOutcome.InfrastructureFailure
            ? failure
            : failure with { FailedCase = index + 1, Passed = index };

    /// <summary>The first line in which two outputs differ.</summary>
    public static string Difference(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string wanted = i < left.Length ? left[i].TrimEnd() : "", given = i < right.Length ? right[i].TrimEnd() : "";
            if (wanted != given)
                return $"line {i + 1} is '{Shorten(given)}' instead of '{Shorten(wanted)}'";
        }
        return "the output is another";
    }

    /// <summary>A text of bounded length.</summary>
    public static string Shorten(string text) => text.Length <= ShownLength ? text : $"{text.AsSpan(0, ShownLength)}…";
}
