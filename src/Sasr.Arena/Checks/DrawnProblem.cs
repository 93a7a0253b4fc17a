using Sasr.Arena.Problems;

namespace Sasr.Arena.Checks;

/// <summary>A problem and how it is drawn again.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Seed">The user's seed.</param>
/// <param name="Index">Its place among the problems of that seed.</param>
internal sealed record DrawnProblem(Problem Problem, ulong Seed, int Index)
{
    public string Question => Problem.Question;

    public string Answer => Problem.Answer;
}
