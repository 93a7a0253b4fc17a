using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>What holds for every task of the repository, those that are added later included.</summary>
[TestFixtureSource(typeof(Repository), nameof(Repository.TaskIds))]
public sealed class EveryTaskTests(string id)
{
    private ReasoningTask _task = null!;

    [OneTimeSetUp]
    public async Task Load() => _task = await Repository.Catalog.TaskAsync(id);

    [Test]
    public void It_says_what_it_is()
    {
        Assert.That(_task.Info.Levels, Is.GreaterThanOrEqualTo(4));
        Assert.That(_task.Info.Summary, Is.Not.Empty);
        Assert.That(_task.Info.Tags, Is.Not.Empty);
    }

    [Test]
    public async Task The_same_seed_draws_the_same_problems_and_another_seed_others()
    {
        foreach (int level in Repository.Levels(_task))
        {
            string[] first = Texts(await _task.DrawAsync(level, 20, seed: 7));
            Assert.That(Texts(await _task.DrawAsync(level, 20, seed: 7)), Is.EqualTo(first));
            Assert.That(Texts(await _task.DrawAsync(level, 20, seed: 8)), Is.Not.EqualTo(first));
        }
    }

    [Test]
    public async Task Every_split_fills_and_no_question_is_in_two()
    {
        foreach (int level in Repository.Levels(_task))
        {
            var seen = new HashSet<string>();
            foreach (Split split in Enum.GetValues<Split>())
            {
                IReadOnlyList<Problem> problems = await _task.DrawAsync(level, 50, split);
                Assert.That(problems, Has.All.Matches<Problem>(problem => problem.Split == split && Splits.Of(problem.Question) == split));
                string[] questions = [.. problems.Select(problem => problem.Question).Distinct()];
                Assert.That(questions, Has.Length.GreaterThan(40), $"level {level}, {split}: too few different questions");
                Assert.That(questions.Where(question => !seen.Add(question)), Is.Empty, $"level {level}, {split}");
            }
        }
    }

    [Test]
    public async Task The_worked_solution_scores_1_in_every_format()
    {
        foreach (string format in AnswerFormats.Names)
        {
            await using IEnvironment environment = (await Repository.Catalog.FactoryAsync(id, AnswerFormats.Find(format)))();
            foreach (int level in Repository.Levels(_task))
            {
                for (ulong seed = 0; seed < 5; seed++)
                {
                    Observation asked = await environment.ResetAsync(seed, new ResetOptions(level));
                    StepResult judged = await environment.StepAsync(asked.Demonstration!);
                    Assert.That(judged.Rewards[0].Value, Is.EqualTo(1).Within(1e-9), $"level {level}, {format}: {judged.Observation.Text}\n{asked.Demonstration}");
                }
            }
        }
    }

    [Test]
    public async Task A_completion_without_an_answer_scores_0()
    {
        await using IEnvironment environment = (await Repository.Catalog.FactoryAsync(id))();
        await environment.ResetAsync(1);
        Assert.That((await environment.StepAsync("")).Rewards[0].Value, Is.Zero);
    }

    [Test]
    public async Task Near_misses_and_adversarial_answers_score_0()
    {
        foreach (int level in Repository.Levels(_task))
        {
            string[] candidates = [.. (await _task.DrawAsync(level, 30, seed: 2)).Select(problem => problem.Answer)];
            foreach (Problem problem in await _task.DrawAsync(level, 3, seed: 1))
            {
                string[] wrong = [.. WrongAnswers.Adversarial(problem, candidates)];
                double[] scores = await Task.WhenAll(wrong.Select(answer => _task.ScoreAsync(problem, answer)));
                Assert.That(
                    wrong.Zip(scores).Where(pair => pair.Second > 0).Select(pair => pair.First),
                    Is.Empty,
                    $"level {level}: {problem.Question} ({problem.Answer})");
            }
        }
    }

    /// <summary>Seldom, not never: several answers may be right, and small answers repeat.</summary>
    [Test]
    public async Task Another_problems_answer_is_seldom_right()
    {
        foreach (int level in Repository.Levels(_task))
        {
            IReadOnlyList<Problem> problems = await _task.DrawAsync(level, 100);
            double[] scores = await Task.WhenAll(problems.Zip(problems.Skip(1), (one, other) => _task.ScoreAsync(one, other.Answer)));
            Assert.That(scores.Average(), Is.LessThan(0.15), $"level {level}");
        }
    }

    [Test]
    public async Task The_oracle_earns_everything_in_an_episode()
    {
        EpisodeRequest[] requests = [.. Repository.Levels(_task).Select(level => new EpisodeRequest(id, level, Split.Test, Seed: 3))];
        IReadOnlyList<Episode> episodes = await new EpisodeRunner(Repository.Catalog).RunAsync(requests, new OracleAgent());
        Assert.That(episodes.Select(episode => episode.Reward.Value), Is.All.EqualTo(1).Within(1e-9));
    }

    private static string[] Texts(IEnumerable<Problem> problems) =>
        [.. problems.Select(problem => $"{problem.Question}|{problem.Answer}|{problem.Solution}|{problem.Data}")];
}
