using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Tests.Statistics;

public class MajorityAtKTests
{
    // Answers, the right one being 7; - is a sample without an answer.
    [TestCase("7 7 3", 1.0, TestName = "Most_are_right")]
    [TestCase("7 3 3", 0.0, TestName = "Most_agree_on_a_wrong_answer")]
    [TestCase("7 7 3 3", 0.5, TestName = "A_tie_of_two_is_right_half_of_the_time")]
    [TestCase("7 3 4", 1.0 / 3, TestName = "A_tie_of_three_is_right_a_third_of_the_time")]
    [TestCase("3 3 4 4 7", 0.0, TestName = "A_tie_of_wrong_answers_is_wrong")]
    [TestCase("- - - 7 3 7", 1.0, TestName = "Samples_without_an_answer_have_no_vote")]
    [TestCase("- - -", 0.0, TestName = "No_answer_at_all_is_wrong")]
    [TestCase("7", 1.0, TestName = "One_sample_is_its_own_majority")]
    public void The_commonest_answer_decides(string answers, double expected) =>
        Assert.That(MajorityAtK.Of([.. answers.Split(' ').Select(Sample)]), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Space_around_an_answer_makes_no_other_one() =>
        Assert.That(MajorityAtK.Of([Sample("3"), new(" 7\n", "a", true), new("7", "b", true)]), Is.EqualTo(1));

    [Test]
    public void No_sample_is_refused() => Assert.That(() => MajorityAtK.Of([]), Throws.ArgumentException);

    private static SampledAnswer Sample(string answer) => new(answer == "-" ? null : answer, answer, answer == "7");
}
