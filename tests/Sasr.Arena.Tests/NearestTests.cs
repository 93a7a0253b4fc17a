namespace Sasr.Arena.Tests;

public sealed class NearestTests
{
    [TestCase("sars", "sasr")]
    [TestCase("math/pick_two", "math/pick-two")]
    [TestCase("something else entirely", null)]
    public void The_name_with_the_fewest_edits_is_meant(string name, string? expected) =>
        Assert.That(Nearest.Find(name, ["sft", "grpo", "sasr", "math/pick-two"]), Is.EqualTo(expected));
}
