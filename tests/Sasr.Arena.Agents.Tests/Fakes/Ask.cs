using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Environments;

namespace Sasr.Arena.Agents.Tests.Fakes;

/// <summary>Conversations, and agents that are quick to try again.</summary>
internal static class Ask
{
    public const string Key = "sk-test-0123456789abcdef";

    private const string Variable = "SASR_ARENA_TEST_KEY";

    public static EnvironmentInfo Doubling { get; } = new("math/double", 1, 3, 1, 1, "Work it out.", [], "double a number");

    /// <summary>The questions '2 * 0', '2 * 1' and so on.</summary>
    public static Conversation[] Questions(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Conversation((ulong)i, Doubling, [], new Observation($"2 * {i}")))];

    public static EndpointOptions Options(Uri url) => new("tiny")
    {
        BaseUrl = url,
        RetryDelay = TimeSpan.FromMilliseconds(5),
        MaxRetryDelay = TimeSpan.FromMilliseconds(40),
        AttemptTimeout = TimeSpan.FromSeconds(20),
        BreakDuration = TimeSpan.FromMilliseconds(500),
        GiveUpAfter = 1000,
    };

    public static EndpointAgent Agent(EndpointOptions options, TimeProvider? time = null) => new(options, TestKey(), new Decoding(), time: time);

    public static ApiKey TestKey()
    {
        Environment.SetEnvironmentVariable(Variable, Key);
        return ApiKey.FromEnvironment(Variable);
    }
}
