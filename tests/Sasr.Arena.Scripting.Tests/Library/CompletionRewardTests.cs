using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Rewards that look at all that the agent wrote.</summary>
public sealed class CompletionRewardTests
{
    [TestCase(4, 1)]
    [TestCase(10, 1)]
    [TestCase(15, 0.5)]
    [TestCase(20, 0)]
    [TestCase(1_000_000, 0)]
    public async Task Length_falls_from_the_limit_to_twice_the_limit(int length, double score) =>
        Assert.That(await ScoreAsync("length", new string('a', length), new { max_length = 10 }), Is.EqualTo(score));

    [TestCase(2000, 1)]
    [TestCase(3000, 0.5)]
    public async Task Length_has_a_limit_of_its_own(int length, double score) =>
        Assert.That(await ScoreAsync("length", new string('a', length), null), Is.EqualTo(score));

    // Runs of four words: eight times 'a' has five, all the same.
    [TestCase("", 1)]
    [TestCase("one two three", 1)]
    [TestCase("a b c d e f g h", 1)]
    [TestCase("a a a a a a a a", 0.2)]
    [TestCase("a b c d a b c d", 0.8)]
    [TestCase("__proto__ __proto__ __proto__ __proto__", 1)]
    public async Task Repeated_runs_of_words_count_once(string completion, double score) =>
        Assert.That(await ScoreAsync("no-repetition", completion, null), Is.EqualTo(score).Within(1e-12));

    private static async Task<double> ScoreAsync(string name, string completion, object? data)
    {
        IRewardScript script = await Repository.Catalog.RewardAsync(name);
        Reward reward = await script.ScoreAsync(new Submission(Repository.Problem("x", data), "x", completion));
        Assert.That(reward.Unscored, Is.Null);
        return reward.Value;
    }
}
