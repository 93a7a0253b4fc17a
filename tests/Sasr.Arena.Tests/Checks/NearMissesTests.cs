using Sasr.Arena.Checks;

namespace Sasr.Arena.Tests.Checks;

public class NearMissesTests
{
    [TestCase("42")]
    [TestCase("-7")]
    [TestCase("0")]
    [TestCase("3/4")]
    [TestCase("0.50")]
    [TestCase("0.1234567")]
    [TestCase("knight, knave, knight")]
    [TestCase("yes")]
    [TestCase("(1, 2), (3, 4)")]
    [TestCase("a")]
    public void None_is_the_answer_itself(string answer)
    {
        string[] misses = [.. NearMisses.Of(answer, "numeric").Select(miss => miss.Answer)];
        Assert.That(misses, Has.None.EqualTo(answer));
        Assert.That(misses, Has.Length.GreaterThanOrEqualTo(7));
    }

    [TestCase("0.50", "0.5")]
    [TestCase("0.1234567", "0.123456")]
    [TestCase("0.75936", "0.759361")]
    [TestCase("1439.69", "1439.691")]
    [TestCase("0", "-0")]
    public void None_has_the_same_value(string answer, string same) =>
        Assert.That(NearMisses.Of(answer, "numeric").Select(miss => miss.Answer), Has.None.EqualTo(same));

    [TestCase("42", "43")]
    [TestCase("42", "-42")]
    [TestCase("42", "4")]
    [TestCase("42", "421")]
    [TestCase("a b", "b a")]
    [TestCase("42", "The answer is 42")]
    public void What_a_person_may_write_by_mistake_is_among_them(string answer, string miss) =>
        Assert.That(NearMisses.Of(answer, "exact").Select(near => near.Answer), Has.Some.EqualTo(miss));
}
