namespace Sasr.Arena.Evaluation.Reports;

/// <summary>Something that a section of a page shows: a chart, a table, text, episodes.</summary>
public abstract record PageBlock
{
    internal abstract void Write(Markup html);
}
