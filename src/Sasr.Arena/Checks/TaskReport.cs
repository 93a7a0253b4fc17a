namespace Sasr.Arena.Checks;

/// <summary>What the checks found of a task.</summary>
/// <param name="Task">Its id.</param>
/// <param name="Version">Its version; 0 where it does not load.</param>
/// <param name="Levels">Its levels; 0 where it does not load.</param>
/// <param name="Findings">What is wrong; none where it passes.</param>
/// <param name="Seconds">What the checks took.</param>
public sealed record TaskReport(string Task, int Version, int Levels, IReadOnlyList<Finding> Findings, double Seconds)
{
    /// <summary>Whether nothing was found.</summary>
    public bool Passed => Findings.Count == 0;
}
