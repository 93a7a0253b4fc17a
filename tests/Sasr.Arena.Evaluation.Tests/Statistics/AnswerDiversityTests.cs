using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class AnswerDiversityTests
{
    // By hand: H(1/2, 1/4, 1/4) = 1.5 bits; four that differ are 2 bits; H(3/4, 1/4) = 2 - 0.75 log2(3).
    [TestCase("a a b c", 3, 1.5)]
    [TestCase("a b c d", 4, 2.0)]
    [TestCase("a a a a", 1, 0.0)]
    [TestCase("a a a b", 2, 0.811278124459133)]
    [TestCase("- - a a", 2, 1.0)]
    public void The_entropy_is_that_of_the_answers_shares(string answers, int distinct, double bits)
    {
        AnswerDiversity diversity = AnswerDiversity.Of(
            [.. answers.Split(' ').Select(answer => new SampledAnswer(answer == "-" ? null : answer, "s", false))]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diversity.DistinctAnswers, Is.EqualTo(distinct));
            Assert.That(diversity.AnswerEntropy, Is.EqualTo(bits).Within(1e-12));
            Assert.That(diversity.DistinctCorrect, Is.Zero);
        }
    }

    [Test]
    public void Solutions_that_are_right_and_differ_in_more_than_white_space_are_counted()
    {
        AnswerDiversity diversity = AnswerDiversity.Of(
        [
            new("4", "2 + 2 = 4", true), new("4", "2 + 2\n= 4 ", true), new("4", "1 + 3 = 4", true), new("5", "2 + 3 = 5", false),
        ]);
        Assert.That(diversity.DistinctCorrect, Is.EqualTo(2));
    }

    [Test]
    public void An_empty_answer_is_not_the_same_as_none() =>
        Assert.That(AnswerDiversity.Of([new("", "s", false), new(null, "s", false)]).DistinctAnswers, Is.EqualTo(2));

    [Test]
    public void Nothing_sampled_has_no_diversity() => Assert.That(AnswerDiversity.Of([]), Is.EqualTo(new AnswerDiversity(0, 0, 0)));
}
