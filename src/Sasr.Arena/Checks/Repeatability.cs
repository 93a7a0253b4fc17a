using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>Same seed, same problem: in another order, in another process, and among more or fewer others.</summary>
internal static class Repeatability
{
    private const int Problems = 24;

    /// <param name="task">The task.</param>
    /// <param name="again">The same task in another process, and in that one alone.</param>
    /// <param name="level">The level.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="ct">Ends the check.</param>
    public static async Task<IReadOnlyList<Finding>> CheckAsync(ReasoningTask task, ReasoningTask again, int level, ulong seed, CancellationToken ct)
    {
        var here = new ProblemSource(task, level, ct);
        var there = new ProblemSource(again, level, ct);
        IReadOnlyList<DrawnProblem> first = await here.DrawAsync(Split.Train, Problems, seed);
        IReadOnlyList<DrawnProblem> elsewhere = await there.DrawAsync(Split.Train, Problems, seed);
        DrawnProblem? otherStart = FirstDifference(first, elsewhere);
        DrawnProblem? otherOrder = FirstDifference(elsewhere, await DrawBackwardsAsync(there, seed));
        // The task itself may run in several processes, so that these draws may come from yet another.
        DrawnProblem? otherProcess = otherStart ?? FirstDifference(first, await DrawBackwardsAsync(here, seed));
        string? message = (otherStart, otherOrder, otherProcess) switch
        {
            (_, null, null) => null,
            (_, null, _) => "the same seed gives another problem in another process: something depends on hash codes or on the process",
            (null, _, _) => "the same seed gives another problem when other problems were drawn before it: the script keeps state between calls",
            _ => "the same seed gives another problem each time: something is drawn from elsewhere than rng, such as the clock or Math.random",
        };
        return message is null ? [] : [Finding.At(CheckNames.Repeatability, (otherOrder ?? otherProcess)!, message)];
    }

    private static async Task<IReadOnlyList<DrawnProblem>> DrawBackwardsAsync(ProblemSource source, ulong seed)
    {
        var drawn = new DrawnProblem[Problems];
        for (int i = Problems - 1; i >= 0; i--)
            drawn[i] = (await source.DrawAsync(Split.Train, 1, seed, start: i))[0];
        return drawn;
    }

    private static DrawnProblem? FirstDifference(IReadOnlyList<DrawnProblem> some, IReadOnlyList<DrawnProblem> others) =>
        some.Zip(others).FirstOrDefault(pair => Text(pair.First.Problem) != Text(pair.Second.Problem)).First;

    private static string Text(Problem problem) =>
        $"{problem.Seed}\0{problem.Question}\0{problem.Answer}\0{problem.Solution}\0{problem.Data?.GetRawText()}";
}
