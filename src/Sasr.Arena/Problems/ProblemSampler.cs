using Sasr.Arena.Tasks;

namespace Sasr.Arena.Problems;

/// <summary>Draws a task's problems so that each lies in the split asked for.</summary>
public static class ProblemSampler
{
    /// <summary>Draws in a row that may fall into other splits before the space counts as too small.</summary>
    public const int MaxDraws = 1_000;

    /// <summary>The problems of a request; a draw that falls into another split is drawn again.</summary>
    /// <param name="task">The task, for its id, version and levels.</param>
    /// <param name="request">Which problems.</param>
    /// <param name="generate">The script's generator: a random stream and a level to a draft.</param>
    /// <exception cref="InputException">The level does not exist, or its space of problems is too small for the split.</exception>
    public static IReadOnlyList<Problem> Sample(TaskInfo task, ProblemRequest request, Func<Rng, int, ProblemDraft> generate)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(generate);
        if (request.Level < 1 || request.Level > task.Levels)
            throw new InputException($"{task.Id} has no level {request.Level}: its levels are 1 to {task.Levels}.");

        var problems = new Problem[request.Count];
        for (int i = 0; i < request.Count; i++)
            problems[i] = Draw(task, request, request.Start + i, generate);
        return problems;
    }

    private static Problem Draw(TaskInfo task, ProblemRequest request, int index, Func<Rng, int, ProblemDraft> generate)
    {
        ulong seed = Seeds.Derive(task.Id, task.Version, request.Split, request.Level, index, request.Seed);
        var rng = new Rng(seed);
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            ProblemDraft draft = generate(rng, request.Level);
            if (Splits.Of(draft.Question) == request.Split)
            {
                return new Problem(
                    task.Id, task.Version, request.Level, request.Split, seed,
                    draft.Question, draft.Answer, draft.Solution, draft.Data);
            }
        }
        throw new InputException(
            $"{task.Id} level {request.Level} has too few different questions to fill the {request.Split} split: " +
            $"{MaxDraws} draws in a row fell into the others. Widen what the level can ask.");
    }
}
