using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Reports;

namespace Sasr.Arena.Evaluation.Comparison.Formats;

/// <summary>What the gate says and why, what the comparison could have shown, and how it was made.</summary>
internal sealed record VerdictBlock(EvaluationComparison Comparison, GateVerdict Verdict) : PageBlock
{
    internal override void Write(Markup html)
    {
        string kind = Verdict.Outcome switch { GateOutcome.Regression => "wrong", GateOutcome.Unscored => "unscored", _ => "right" };
        html.Add($"""<div class="card gate"><p class="outcome {kind}">{Verdict.Headline}</p>""");
        foreach (GateFinding finding in Verdict.Findings)
            html.Add($"<p>{finding.Message}</p>");
        html.Add($"<p>{Verdict.Resolution}</p>");
        foreach (string note in Comparison.Notes)
            html.Add($"<p>{note}</p>");
        html.Add($"""<p class="note">{Method.Describe(Comparison)}</p></div>""");
    }
}
