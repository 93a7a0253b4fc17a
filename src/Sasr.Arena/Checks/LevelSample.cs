using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>The problems of one level that its checks look at.</summary>
/// <param name="Level">The level.</param>
/// <param name="Train">Most of them.</param>
/// <param name="Validation">A twentieth as many: a problem of these two splits takes ten draws.</param>
/// <param name="Test">An eighth as many.</param>
internal sealed record LevelSample(
    int Level, IReadOnlyList<DrawnProblem> Train, IReadOnlyList<DrawnProblem> Validation, IReadOnlyList<DrawnProblem> Test)
{
    public IEnumerable<DrawnProblem> All => [.. Train, .. Validation, .. Test];

    /// <exception cref="CheckFailedException">The generator fails, or cannot fill a split.</exception>
    public static async Task<LevelSample> DrawAsync(ReasoningTask task, int level, CheckOptions options, CancellationToken ct)
    {
        var source = new ProblemSource(task, level, ct);
        return new LevelSample(
            level,
            await source.DrawAsync(Split.Train, options.Problems, options.Seed),
            await source.DrawAsync(Split.Validation, options.Problems / 20, options.Seed),
            await source.DrawAsync(Split.Test, options.Problems / 8, options.Seed));
    }
}
