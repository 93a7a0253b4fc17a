namespace Sasr.Arena.Scripting.Python;

/// <summary>How far a candidate has come.</summary>
internal sealed class Progress
{
    /// <summary>The case that runs, from 1; null before the first.</summary>
    public int? Case { get; set; }

    /// <summary>Cases that have passed.</summary>
    public int Passed { get; set; }
}
