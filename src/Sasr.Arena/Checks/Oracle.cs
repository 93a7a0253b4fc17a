using Sasr.Arena.Environments.Formats;

namespace Sasr.Arena.Checks;

/// <summary>The worked solution and the answer earn everything, in every answer format; nothing earns nothing.</summary>
internal static class Oracle
{
    public static async Task<IReadOnlyList<Finding>> CheckAsync(IReadOnlyList<JudgedProblem> problems)
    {
        var findings = new List<Finding>();
        foreach (IAnswerFormat format in AnswerFormats.Names.Select(AnswerFormats.Find))
        {
            double[] scores = await Task.WhenAll(problems.Select(problem =>
                problem.CompletionAsync(format, format.Compose(problem.Drawn.Problem.Solution, problem.Drawn.Answer))));
            int wrong = Array.FindIndex(scores, score => score < 1 - 1e-9);
            if (wrong < 0)
                continue;
            DrawnProblem drawn = problems[wrong].Drawn;
            bool read = format.Extract(format.Compose(drawn.Problem.Solution, drawn.Answer)) == drawn.Answer;
            findings.Add(Finding.At(CheckNames.Oracle, drawn, read
                ? FormattableString.Invariant($"the task's own answer '{Quote.Of(drawn.Answer)}' scores {scores[wrong]:0.##} instead of 1")
                : $"the format {format.Name} cannot give the answer '{Quote.Of(drawn.Answer)}' back"));
            if (read)
                break;
        }
        return findings;
    }
}
