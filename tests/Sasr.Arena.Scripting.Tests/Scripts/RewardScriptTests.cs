using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Scripts;

public sealed class RewardScriptTests
{
    private static readonly Problem Problem = new("math/x", 1, 1, Split.Train, 0, "Say it.", "yes", "It is yes.");

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [TestCase("same.csx", "Reward(version: 4);\nbool Score(Problem problem, string answer) => answer == problem.Answer;")]
    [TestCase("same.js", "reward({ version: 4 });\nfunction score(problem, answer) { return answer === problem.answer; }")]
    public async Task A_reward_judges_any_tasks_answers(string name, string source)
    {
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("same", _folder.Write(name, source));
        Assert.Multiple(() =>
        {
            Assert.That((reward.Name, reward.Version), Is.EqualTo(("same", 4)));
            Assert.That(async () => (await reward.ScoreAsync(new Submission(Problem, "yes"))).Value, Is.EqualTo(1));
            Assert.That(async () => (await reward.ScoreAsync(new Submission(Problem, "no"))).Value, Is.Zero);
        });
    }

    [TestCase("whole.csx", "Reward(version: 1);\ndouble Score(Problem problem, string answer, string completion) => completion == \"so: \" + answer ? 1 : 0;")]
    [TestCase("whole.csx", "Reward(version: 1);\nbool Score(Problem problem, string answer, string completion) => completion == \"so: \" + answer;")]
    [TestCase("whole.js", "reward({ version: 1 });\nfunction score(problem, answer, completion) { return completion === 'so: ' + answer; }")]
    public async Task A_third_parameter_is_the_whole_completion(string name, string source)
    {
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("whole", _folder.Write(name, source));

        Assert.That((await reward.ScoreAsync(new Submission(Problem, "yes", "so: yes"))).Value, Is.EqualTo(1));
        Assert.That((await reward.ScoreAsync(new Submission(Problem, "yes", "yes"))).Value, Is.Zero);
        Assert.That((await reward.ScoreAsync(new Submission(Problem, "so: so: "))).Value, Is.Zero, "without one, it is the answer");
    }

    [Test]
    public async Task A_score_outside_0_to_1_is_a_failure_and_not_0(
        [Values("csx", "js")] string language, [Values("1.5", "-0.1", "0.0 / 0.0", "1 / 0.0")] string value)
    {
        string source = language == "csx"
            ? $"Reward(version: 1);\ndouble Score(Problem problem, string answer) => {value};"
            : $"reward({{ version: 1 }});\nfunction score(problem, answer) {{ return {value}; }}";
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("wild", _folder.Write($"wild.{language}", source));
        Reward score = await reward.ScoreAsync(new Submission(Problem, "yes"));
        Assert.That(score.IsScored, Is.False);
        Assert.That(score.Unscored, Does.Contain("wild").And.Contain("a score lies in 0 to 1"));
    }

    [TestCase("it's \"quoted\" \\ and\nbroken")]
    [TestCase("ünïcödé 漢字 😀")]
    [TestCase("\ud800 alone")]
    [TestCase("\0")]
    [TestCase("")]
    public async Task Any_text_can_be_an_answer(string answer)
    {
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("any", _folder.Write(
            "any.js", "reward({ version: 1 });\nfunction score(problem, answer) { return typeof answer === 'string' ? 1 : 0; }"));
        Assert.That((await reward.ScoreAsync(new Submission(Problem, answer))).Value, Is.EqualTo(1));
    }

    [Test]
    public async Task Concurrent_calls_get_their_own_results()
    {
        IRewardScript reward = await SharedHost.Instance.LoadRewardAsync("echo", _folder.Write(
            "echo.csx", "Reward(version: 1);\ndouble Score(Problem problem, string answer) => int.Parse(answer) / 2000.0;"));
        Reward[] rewards = await Task.WhenAll(Enumerable.Range(0, 2000)
            .Select(i => reward.ScoreAsync(new Submission(Problem, $"{i}")).AsTask()));
        Assert.That(rewards.Select(score => score.Value), Is.EqualTo(Enumerable.Range(0, 2000).Select(i => i / 2000.0)));
    }
}
