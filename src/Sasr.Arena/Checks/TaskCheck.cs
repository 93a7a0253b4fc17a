using System.Diagnostics;
using System.Globalization;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Checks;

/// <summary>
/// Proves of a task what a learner and its judges rely on: same seed, same problem; splits that fill and do not leak; a worked
/// solution that scores 1; and wrong, hostile and cheap answers that earn no more than a blind guess.
/// </summary>
/// <param name="load">Loads a task by its id.</param>
/// <param name="again">Loads it once more, in another process, and in that one alone.</param>
/// <param name="options">How thoroughly.</param>
public sealed class TaskCheck(Func<string, Task<ReasoningTask>> load, Func<string, Task<ReasoningTask>> again, CheckOptions options)
{
    private const int FewestLevels = 4;
    private const int FewestQuestions = 1_000;
    private const int RejudgedProblems = 5;

    /// <summary>Checks one task; what is wrong with it is in the report, never an exception.</summary>
    public async Task<TaskReport> RunAsync(string id, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        var findings = new List<Finding>();
        TaskInfo? info = null;
        try
        {
            ReasoningTask task = await load(id), other = await again(id);
            info = task.Info;
            findings.AddRange(CheckDeclaration(info));
            var last = new List<JudgedProblem>();
            for (int level = 1; level <= info.Levels; level++)
                last.Add(await CheckLevelAsync(task, other, level, findings, ct));
            foreach (JudgedProblem problem in last)
                findings.AddRange(await RewardHacking.CheckHugeAsync(problem));
        }
        catch (CheckFailedException e)
        {
            findings.Add(e.Finding);
        }
        catch (Exception e) when (e is InputException or InfrastructureException)
        {
            findings.Add(new Finding(CheckNames.Script, e.Message));
        }
        return new TaskReport(id, info?.Version ?? 0, info?.Levels ?? 0, findings, clock.Elapsed.TotalSeconds);
    }

    private static IEnumerable<Finding> CheckDeclaration(TaskInfo info)
    {
        if (info.Levels < FewestLevels)
            yield return new Finding(CheckNames.Script, $"the task has {info.Levels} levels; give it at least {FewestLevels}");
        if (info.Summary.Length == 0)
            yield return new Finding(CheckNames.Script, "the first line is no comment that says what is asked");
        if (info.Tags.Count == 0)
            yield return new Finding(CheckNames.Script, "the task has no tags");
    }

    private async Task<JudgedProblem> CheckLevelAsync(ReasoningTask task, ReasoningTask other, int level, List<Finding> findings, CancellationToken ct)
    {
        findings.AddRange(await Repeatability.CheckAsync(task, other, level, options.Seed, ct));
        LevelSample sample = await LevelSample.DrawAsync(task, level, options, ct);
        findings.AddRange(CheckSpace(sample));
        findings.AddRange(Wording.Check(sample));
        findings.AddRange(WorkedArithmetic.Check(sample));
        findings.AddRange(Leak.Check(sample));

        JudgedProblem Judge(DrawnProblem drawn) => new(task, drawn, ct);
        JudgedProblem[] fresh = [.. sample.Test.Take(options.JudgedProblems).Select(Judge)];
        findings.AddRange(await Oracle.CheckAsync(fresh));
        BlindGuess guess = await BlindGuess.FindAsync(sample, fresh, Judge);
        findings.AddRange(guess.Check(sample));
        findings.AddRange(VisibleAnswer.Check(sample, guess));
        findings.AddRange(await NearMisses.CheckAsync(fresh));
        findings.AddRange(await RewardHacking.CheckAsync(sample, fresh, guess, Judge));
        foreach (JudgedProblem problem in fresh.Take(RejudgedProblems))
        {
            if (await problem.UnstableAnswerAsync() is { } answer)
                findings.Add(Finding.At(CheckNames.Scoring, problem.Drawn, $"the answer '{Quote.Of(answer, 40)}' scores differently each time"));
        }
        return fresh[0];
    }

    private static IEnumerable<Finding> CheckSpace(LevelSample sample)
    {
        SpaceSize size = SpaceSize.Of([.. sample.Train.Select(drawn => drawn.Question)]);
        if (size.IsSurelyBelow(FewestQuestions))
        {
            yield return Finding.At(CheckNames.Space, sample.Train[0], string.Create(CultureInfo.InvariantCulture,
                $"the level has about {size.Estimate:0} different questions ({size.Distinct} among {size.Draws} draws); it needs {FewestQuestions} or more"));
        }
    }
}
