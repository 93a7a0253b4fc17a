using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Evaluation.Tests;

public class EvaluatorTests
{
    [Test]
    public async Task The_oracle_is_right_everywhere()
    {
        await using var arena = new FakeArena();
        EvaluationResult result = await RunAsync(arena, new OracleAgent(), ["counting/*"], problems: 10);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Counts(result.Total), Is.EqualTo((40, 40, 1d, 0)));
            Assert.That(result.Environments.Select(environment => environment.Environment), Is.EqualTo(new[] { "counting/after", "counting/before" }));
            Assert.That(result.Environments[0].Levels.Select(level => level.Score.N), Is.EqualTo(new[] { 10, 10 }));
            Assert.That(result.Environments[0].Version, Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Right_and_wrong_answers_are_counted_by_environment_and_level()
    {
        await using var arena = new FakeArena();
        EvaluationResult result = await RunAsync(arena, new EveryFourthRight(), ["counting/*"], problems: 6);
        using (Assert.EnterMultipleScope())
        {
            // Questions 0, 4, 8, ... of 24, six to a level.
            Assert.That(result.Environments.SelectMany(environment => environment.Levels).Select(level => level.Score.Correct),
                Is.EqualTo(new[] { 2, 1, 2, 1 }));
            Assert.That(result.Environments.Select(environment => environment.Total.Correct), Is.EqualTo(new[] { 3, 3 }));
            Assert.That(result.Total.Accuracy, Is.EqualTo(0.25));
            Assert.That(result.Total.MeanReward, Is.EqualTo(0.25));
        }
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task The_size_of_the_batches_changes_nothing(int batchSize)
    {
        await using var arena = new FakeArena();
        EvaluationResult result = await RunAsync(arena, new EveryFourthRight(), ["counting/*"], 6, batchSize: batchSize);
        EvaluationResult usual = await RunAsync(arena, new EveryFourthRight(), ["counting/*"], 6);
        Assert.That((result with { Seconds = null }).ToJson(), Is.EqualTo((usual with { Seconds = null }).ToJson()));
    }

    [Test]
    public async Task What_could_not_be_scored_is_counted_apart_and_left_out()
    {
        await using FakeArena arena = FailingOnce(after: 30);
        EvaluationResult result = await RunAsync(arena, new OracleAgent(), ["counting/after"], problems: 30);
        Assert.That(Counts(result.Total), Is.EqualTo((59, 59, 1d, 1)));
    }

    [Test]
    public async Task Too_many_that_could_not_be_scored_fail_the_run_and_the_reason_is_named()
    {
        await using FakeArena arena = FailingOnce(after: 3);
        var failure = Assert.ThrowsAsync<InfrastructureException>(
            () => RunAsync(arena, new OracleAgent(), ["counting/after"], problems: 20));
        Assert.That(failure!.Message, Does.Contain("1 of").And.Contain("2 % of 40").And.Contain("the worker died"));
    }

    [Test]
    public async Task Progress_reports_every_episode_once()
    {
        await using var arena = new FakeArena();
        var done = new List<int>();
        var episodes = new List<Episode>();
        await RunAsync(arena, new OracleAgent(), ["counting/after"], problems: 5, batchSize: 4, progress: progress =>
        {
            done.Add(progress.Done);
            episodes.AddRange(progress.Latest);
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(done, Is.EqualTo(new[] { 4, 8, 10 }));
            Assert.That(episodes.Select(episode => episode.Request).Distinct().Count(), Is.EqualTo(10));
        }
    }

    [Test]
    public async Task Every_sample_is_an_episode_of_the_same_problem_and_of_its_own_randomness()
    {
        await using var arena = new FakeArena();
        var seen = new List<Conversation>();
        EvaluationResult result = await RunAsync(arena, new Watched(new OracleAgent(), seen), ["counting/after"], problems: 3, samples: 4);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Episodes.Select(episode => (episode.Level, episode.Index, episode.Sample)), Is.EqualTo(
                from level in new[] { 1, 2 } from index in Enumerable.Range(0, 3) from sample in Enumerable.Range(0, 4) select (level, index, sample)));
            Assert.That(result.Episodes.GroupBy(episode => (episode.Level, episode.Index)).Select(problem => problem.Select(episode => episode.Question).Distinct().Count()),
                Is.All.EqualTo(1));
            Assert.That(seen.Select(conversation => conversation.Id), Is.Unique);
        }
    }

    [Test]
    public async Task An_episode_is_kept_with_what_was_shown_done_given_and_right()
    {
        await using var arena = new FakeArena();
        EpisodeRecord kept = (await RunAsync(arena, new OracleAgent(), ["counting/after"], problems: 1)).Episodes[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept.Turns, Has.Count.EqualTo(1));
            Assert.That(kept.Given, Is.EqualTo(kept.Answer).And.Not.Empty);
            Assert.That(kept.Turns[0].Action, Does.Contain(kept.Answer));
            Assert.That((kept.Reward, kept.Correct, kept.Outcome), Is.EqualTo((1d, true, "Right.")));
        }
    }

    [Test]
    public async Task A_cancelled_evaluation_gives_no_result()
    {
        await using var arena = new FakeArena();
        using var cancellation = new CancellationTokenSource();
        Assert.That(
            () => RunAsync(arena, new OracleAgent(), ["counting/after"], problems: 5, batchSize: 4, progress: _ => cancellation.Cancel(), ct: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static (int N, int Correct, double? MeanReward, int Unscored) Counts(Score score) => (score.N, score.Correct, score.MeanReward, score.Unscored);

    private static FakeArena FailingOnce(int after)
    {
        int scored = 0;
        return new FakeArena(submission => Interlocked.Increment(ref scored) == after
            ? Reward.Failed("the worker died")
            : Reward.Of(submission.Answer == submission.Problem.Answer ? 1 : 0));
    }

    private static async Task<EvaluationResult> RunAsync(
        FakeArena arena,
        IAgent agent,
        string[] patterns,
        int problems,
        int samples = 1,
        int batchSize = Evaluator.DefaultBatchSize,
        Action<EvaluationProgress>? progress = null,
        CancellationToken ct = default)
    {
        EvaluationPlan plan = (await EvaluationPlan.FromPatternsAsync(arena.Catalog, patterns, levels: null, problems)) with { Seed = 5, Samples = samples };
        return await new Evaluator(new EpisodeRunner(arena.Catalog), batchSize).RunAsync(plan, agent, "fake", progress, ct);
    }

    private sealed class Watched(IAgent inner, List<Conversation> seen) : IAgent
    {
        public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
        {
            seen.AddRange(conversations);
            return inner.ActAsync(conversations, ct);
        }
    }
}
