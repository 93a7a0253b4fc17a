using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>A problem on which the agents differ, with an episode of each.</summary>
/// <param name="Problem">How often each was right.</param>
/// <param name="Base">An episode of the base.</param>
/// <param name="Head">The head's of the same sample, judged the other way.</param>
public sealed record FlippedProblem(PairedProblem Problem, EpisodeRecord Base, EpisodeRecord Head)
{
    /// <summary>Whether the head did worse.</summary>
    public bool IsWorse => Problem.HeadCorrect < Problem.BaseCorrect;
}
