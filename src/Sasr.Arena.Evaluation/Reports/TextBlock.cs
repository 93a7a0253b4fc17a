namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Text as it stands, such as a recipe or commands.</summary>
/// <param name="Text">The text.</param>
public sealed record TextBlock(string Text) : PageBlock
{
    internal override void Write(Markup html) => html.Add($"""<pre class="card">{Text.TrimEnd()}</pre>""");
}
