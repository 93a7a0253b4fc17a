namespace Sasr.Arena.Evaluation.Comparison.Gates;

/// <summary>What a gate says.</summary>
public enum GateOutcome
{
    /// <summary>No regression was shown; that is not to say that there is none.</summary>
    NoRegressionShown,

    /// <summary>A regression.</summary>
    Regression,

    /// <summary>Too much could not be scored for either to be said: a failure of the evaluation, not of the head.</summary>
    Unscored,
}

/// <summary>A gate's verdict on a comparison.</summary>
/// <param name="Outcome">What it is.</param>
/// <param name="Findings">Why it is a regression, or why nothing can be said; empty where no regression is shown.</param>
/// <param name="Resolution">What the comparison could have shown, in a sentence.</param>
public sealed record GateVerdict(GateOutcome Outcome, IReadOnlyList<GateFinding> Findings, string Resolution)
{
    /// <summary>The outcome in a line.</summary>
    public string Headline => Outcome switch
    {
        GateOutcome.Regression => "Regression",
        GateOutcome.Unscored => "No verdict: too much could not be scored",
        _ => "No regression shown",
    };
}

/// <summary>A reason for a verdict.</summary>
/// <param name="Environment">The task; null where it concerns all of them.</param>
/// <param name="Message">A sentence.</param>
public sealed record GateFinding(string? Environment, string Message);
