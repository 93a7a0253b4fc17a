using Sasr.Arena.Agents.Endpoints;

namespace Sasr.Arena.Agents.Tests.Endpoints;

public sealed class ApiKeyTests
{
    private const string Variable = "SASR_ARENA_TEST_OTHER_KEY";

    [TearDown]
    public void Forget() => Environment.SetEnvironmentVariable(Variable, null);

    [Test]
    public void A_missing_key_names_the_variable()
    {
        Assert.That(() => ApiKey.FromEnvironment(Variable), Throws.TypeOf<InputException>().With.Message.Contains(Variable));
        Assert.That(ApiKey.FromEnvironment(Variable, required: false).IsSet, Is.False);
    }

    [TestCase("secret secret")]
    [TestCase("secret\nX-Other: 1")]
    [TestCase("secrët")]
    public void What_no_header_may_hold_is_refused_unseen(string key)
    {
        Environment.SetEnvironmentVariable(Variable, key);
        Assert.That(() => ApiKey.FromEnvironment(Variable), Throws.TypeOf<InputException>().With.Message.Not.Contains("secr"));
    }

    [Test]
    public void A_key_does_not_say_itself()
    {
        Environment.SetEnvironmentVariable(Variable, " sk-secret \n");
        var key = ApiKey.FromEnvironment(Variable);
        Assert.That(key.ToString(), Is.EqualTo($"the key in {Variable}"));
        Assert.That(key.Redact("a sk-secret b"), Is.EqualTo("a [key] b"));
    }
}
