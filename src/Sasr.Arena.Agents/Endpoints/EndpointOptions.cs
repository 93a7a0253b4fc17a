namespace Sasr.Arena.Agents.Endpoints;

/// <summary>An OpenAI-compatible endpoint, and how patient to be with it.</summary>
/// <param name="Model">Name of the model, as the endpoint knows it.</param>
public sealed record EndpointOptions(string Model)
{
    /// <summary>Where nothing else is said.</summary>
    public static Uri OpenAI { get; } = new("https://api.openai.com/v1");

    /// <summary>Root of the API; <c>/chat/completions</c> lies below it.</summary>
    public Uri BaseUrl { get; init; } = OpenAI;

    /// <summary>Whether completions are streamed: no reply is then silent for long, which proxies may take for dead.</summary>
    public bool Streaming { get; init; }

    /// <summary>Most requests at one time.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Most attempts at one completion.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Time for one attempt, up to the last byte of its reply.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>From the first attempt to the second; it doubles from attempt to attempt, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between any two attempts, at most, where the endpoint names no time.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest <c>Retry-After</c> that is waited for; one that asks for more ends the attempts.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long no request is sent after most have failed; then one tries whether the endpoint is back.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The period over which failures are counted for that.</summary>
    public TimeSpan BreakPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Completions that fail in a row, after all attempts, before the whole run ends: the endpoint is down.</summary>
    public int GiveUpAfter { get; init; } = 20;

    /// <summary>Fields of <see cref="Fields"/> that are left out of requests, because the endpoint refuses them.</summary>
    public IReadOnlyList<string> Omit { get; init; } = [];

    /// <summary>The fields that <see cref="Omit"/> may name.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["temperature", "top_p", "max_tokens", "seed"];

    /// <summary>Checks the values.</summary>
    /// <exception cref="InputException">One cannot be used.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Model))
            throw new InputException("The endpoint's model has no name; write openai:MODEL.");
        if (!BaseUrl.IsAbsoluteUri || BaseUrl.Scheme is not ("http" or "https"))
            throw new InputException($"--base-url: '{BaseUrl.OriginalString}' is no address such as http://localhost:8000/v1.");
        // Not shown: what stands there is often a key.
        if (BaseUrl.UserInfo.Length > 0 || BaseUrl.Query.Length > 0 || BaseUrl.Fragment.Length > 0)
            throw new InputException("--base-url holds a name, a password or a query; a key belongs in an environment variable (--api-key-variable).");
        if (Omit.FirstOrDefault(field => !Fields.Contains(field)) is { } unknown)
            throw new InputException($"--omit: '{unknown}' is none of {string.Join(", ", Fields)}.");
        AtLeastOne(Concurrency, "concurrency");
        AtLeastOne(Attempts, "attempts");
        AtLeastOne(GiveUpAfter, "give_up_after");
        if (AttemptTimeout <= TimeSpan.Zero)
            throw new InputException("The time for an attempt must be above 0.");
    }

    private static void AtLeastOne(int value, string name)
    {
        if (value < 1)
            throw new InputException($"{name} is {value}; it must be at least 1.");
    }
}
