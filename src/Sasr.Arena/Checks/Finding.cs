using Sasr.Arena.Problems;

namespace Sasr.Arena.Checks;

/// <summary>Something that is wrong with a task.</summary>
/// <param name="Check">Which check found it: one of <see cref="CheckNames"/>.</param>
/// <param name="Message">One sentence: what is wrong and, where it is not plain, what to do.</param>
/// <param name="Level">The level; null where it concerns the whole task.</param>
/// <param name="Seed">The seed that the problem was drawn with.</param>
/// <param name="Split">The split it was drawn from.</param>
/// <param name="Index">The problem's place among those drawn with that seed, from 0.</param>
/// <param name="Question">The beginning of its question.</param>
public sealed record Finding(
    string Check,
    string Message,
    int? Level = null,
    ulong? Seed = null,
    Split? Split = null,
    int? Index = null,
    string? Question = null)
{
    private const int QuestionLength = 120;

    internal static Finding At(string check, DrawnProblem drawn, string message) => new(
        check, message, drawn.Problem.Level, drawn.Seed, drawn.Problem.Split, drawn.Index, Quote.Of(drawn.Problem.Question, QuestionLength));
}

/// <summary>The names of the checks, as findings give them.</summary>
public static class CheckNames
{
    /// <summary>The script does not load, or its declaration lacks something.</summary>
    public const string Script = "script";

    /// <summary>A generator throws or is too slow.</summary>
    public const string Generation = "generation";

    /// <summary>The same seed gives different problems.</summary>
    public const string Repeatability = "repeatability";

    /// <summary>Too few different questions.</summary>
    public const string Space = "space";

    /// <summary>The same puzzle is in train and in test.</summary>
    public const string Leak = "leak";

    /// <summary>A question, answer or solution that is empty, or does not have the form it must.</summary>
    public const string Text = "text";

    /// <summary>A worked solution states arithmetic that is not so.</summary>
    public const string Arithmetic = "arithmetic";

    /// <summary>The worked solution does not score 1.</summary>
    public const string Oracle = "oracle";

    /// <summary>A scorer throws, is too slow, or gives something that is no score.</summary>
    public const string Scoring = "scoring";

    /// <summary>One answer fits too many problems.</summary>
    public const string BlindGuess = "blind-guess";

    /// <summary>The answer stands at a fixed place of the question.</summary>
    public const string VisibleAnswer = "visible-answer";

    /// <summary>An answer that is nearly right scores.</summary>
    public const string NearMiss = "near-miss";

    /// <summary>A cheap completion earns more than a blind guess.</summary>
    public const string Hacking = "reward-hacking";
}
