using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>Draws the problems of one level.</summary>
internal sealed class ProblemSource(ReasoningTask task, int level, CancellationToken ct)
{
    /// <exception cref="CheckFailedException">The generator fails, or cannot fill the split.</exception>
    public async Task<IReadOnlyList<DrawnProblem>> DrawAsync(Split split, int count, ulong seed, int start = 0)
    {
        try
        {
            var request = new ProblemRequest(split, level, count, seed, start);
            IReadOnlyList<Problem> problems = await task.GenerateAsync(request, ct);
            return [.. problems.Select((problem, i) => new DrawnProblem(problem, seed, start + i))];
        }
        catch (InputException e)
        {
            throw Failed(CheckNames.Space, e, split, seed);
        }
        catch (InfrastructureException e)
        {
            throw Failed(CheckNames.Generation, e, split, seed);
        }
    }

    private CheckFailedException Failed(string check, Exception e, Split split, ulong seed) =>
        new(new Finding(check, e.Message, level, seed, split));
}
