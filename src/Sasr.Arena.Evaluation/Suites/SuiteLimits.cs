namespace Sasr.Arena.Evaluation.Suites;

/// <summary>When an evaluation gives up.</summary>
public sealed record SuiteLimits
{
    /// <summary><see cref="CompletionSeconds"/> where nothing else is said.</summary>
    public const double UsualCompletionSeconds = 120;

    /// <summary>Share of the episodes that may stay unscored; where it is more, the evaluation fails instead of giving a figure.</summary>
    public double MaxUnscored { get; set; } = Evaluator.MaxUnscored;

    /// <summary>Seconds that an endpoint may take for one completion before it is asked again.</summary>
    public double CompletionSeconds { get; set; } = UsualCompletionSeconds;

    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One is out of its range; the message begins with its key.</exception>
    public void Validate()
    {
        if (!(MaxUnscored is >= 0 and < 1))
            throw new InputException($"limits.max_unscored: is {MaxUnscored}; it must be at least 0 and below 1.");
        if (!(CompletionSeconds is > 0 and <= 86_400))
            throw new InputException($"limits.completion_seconds: is {CompletionSeconds}; it must be above 0 and at most 86,400.");
    }
}
