using FsCheck;
using FsCheck.Fluent;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>No answer makes a reward throw, or leave [0, 1].</summary>
public sealed class RewardFuzzTests
{
    private static readonly Config Draws = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(40).WithReplay(20261121, 7);

    // What the rewards' readers look for, and what they trip over.
    private static readonly string[] Words =
    [
        "0", "1", "12", "3.5", ".", ",", " ", "-", "+", "/", "*", "^", "(", ")", "[", "]", "{", "}", "|", "%", "=", "<", "x", "y", "e", "i", "_", "$",
        "\\frac", "\\sqrt", "\\left(", "\\right)", "\\pm", "\\boxed{", "\\text{", "\\begin{pmatrix}", "\\end{pmatrix}", "\\\\", "\\", "&", "sin", "log", "pi",
        "U", "\\cup", "none", "or ", "1e9", "1/0", "9999999999999999999999", "\u2212", "\u221a", "\u00b1", "\u00b2", "\u2205", "\0", "\ud800", "A", "(B)", "cm", "\n",
    ];

    [TestCase("exact", "two words")]
    [TestCase("numeric", "3/4")]
    [TestCase("numeric", "12 cm")]
    [TestCase("set", "1, 2, 8")]
    [TestCase("ordered-list", "3 1 2")]
    [TestCase("choice", "B")]
    [TestCase("math-equivalence", "6x(x^2 + 1)^2")]
    [TestCase("math-equivalence", "{1 - sqrt(2), 1 + sqrt(2)}")]
    [TestCase("math-equivalence", "2x + 3y = 6")]
    [TestCase("math-equivalence", "[0, 1) \\cup (2, \\infty)")]
    [TestCase("length", "x")]
    [TestCase("no-repetition", "x")]
    public async Task Any_text_has_a_score(string name, string expected)
    {
        IRewardScript script = await Repository.Catalog.RewardAsync(name);
        Gen<string> mixed = Gen.Elements(Words).ListOf().Select(string.Concat);
        var answers = new List<string>();
        Check.One(Draws, Prop.ForAll(Gen.OneOf(mixed, mixed, ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), text => answers.Add(text ?? "")));
        Reward[] rewards = await Task.WhenAll(answers.Select(answer => script.ScoreAsync(new Submission(Repository.Problem(expected), answer)).AsTask()));
        foreach ((string answer, Reward reward) in answers.Zip(rewards))
        {
            Assert.That(reward.Unscored, Is.Null, answer);
            Assert.That(reward.Value, Is.InRange(0, 1), answer);
        }
    }
}
