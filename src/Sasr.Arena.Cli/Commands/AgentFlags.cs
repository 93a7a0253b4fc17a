using System.CommandLine;
using Sasr.Arena.Agents;
using Sasr.Arena.Agents.Caching;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Cli.Agents;

namespace Sasr.Arena.Cli.Commands;

/// <summary>The options of every command that takes an agent: how it is asked, where it is, what is kept of it.</summary>
internal sealed class AgentFlags
{
    private readonly Option<double> _temperature = CommonOptions.Temperature(0);
    private readonly Option<double> _topP = new("--top-p")
    {
        Description = "Draw only from the likeliest tokens that have this probability together",
        HelpName = "P",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int?> _maxTokens = new("--max-tokens")
    {
        Description = "Most tokens of a completion (default: what the model was trained with, or the endpoint's limit)",
        HelpName = "N",
    };

    private readonly Option<int> _threads = CommonOptions.Threads();
    private readonly Option<string?> _format = new("--format") { Description = "Answer format instead of the agent's own", HelpName = "FORMAT" };
    private readonly Option<string?> _baseUrl = new("--base-url")
    {
        Description = $"Root of an endpoint's API (default: {EndpointOptions.OpenAI})",
        HelpName = "URL",
    };

    private readonly Option<string> _keyVariable = new("--api-key-variable")
    {
        Description = "Environment variable with the endpoint's key",
        HelpName = "NAME",
        DefaultValueFactory = _ => ApiKey.UsualVariable,
    };

    private readonly Option<bool> _stream = new("--stream") { Description = "Have an endpoint stream its completions" };
    private readonly Option<int> _concurrency = CommonOptions.AtLeastOne("--concurrency", "Requests to an endpoint at one time", Usual.Concurrency);
    private readonly Option<int> _attempts = CommonOptions.AtLeastOne("--attempts", "Attempts at one completion of an endpoint", Usual.Attempts);
    private readonly Option<int?> _timeout = new("--request-timeout")
    {
        Description = $"Seconds for one attempt (default: the suite's, or {Usual.AttemptTimeout.TotalSeconds})",
        HelpName = "N",
    };

    private readonly Option<string[]> _omit = new("--omit")
    {
        Description = $"Fields that an endpoint refuses: {string.Join(", ", EndpointOptions.Fields)}",
        HelpName = "FIELD",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "Folder for the completions that are kept (default: sasr-arena/completions in the user's cache)",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Ask for every completion, and keep none" };

    private static EndpointOptions Usual { get; } = new("");

    /// <summary>How completions are drawn.</summary>
    public Option[] DecodingOptions => [_temperature, _topP, _maxTokens];

    /// <summary>All of them.</summary>
    public Symbol[] Symbols =>
    [
        .. DecodingOptions, _threads, _format,
        _baseUrl, _keyVariable, _stream, _concurrency, _attempts, _timeout, _omit, _cache, _noCache,
    ];

    /// <summary>How the command line says that completions are drawn.</summary>
    /// <exception cref="InputException">A value is out of its range.</exception>
    public Decoding Decoding(ParseResult parsed)
    {
        var decoding = new Decoding
        {
            Temperature = parsed.GetValue(_temperature),
            TopP = parsed.GetValue(_topP),
            MaxTokens = parsed.GetValue(_maxTokens),
        };
        decoding.Validate();
        return decoding;
    }

    /// <summary>What the command line says of everything else.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="decoding">How completions are drawn.</param>
    /// <param name="seed">Of the agent's sampling.</param>
    /// <param name="seconds">For one attempt, where the command line does not say it.</param>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public AgentOptions Read(ParseResult parsed, Decoding decoding, ulong seed, double? seconds = null) =>
        new(decoding, parsed.GetValue(_threads), parsed.GetValue(_format), seed)
        {
            Endpoint = Usual with
            {
                BaseUrl = parsed.GetValue(_baseUrl) is { } url ? Address(url) : EndpointOptions.OpenAI,
                Streaming = parsed.GetValue(_stream),
                Concurrency = parsed.GetValue(_concurrency),
                Attempts = parsed.GetValue(_attempts),
                AttemptTimeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout) ?? seconds ?? Usual.AttemptTimeout.TotalSeconds),
                Omit = [.. parsed.GetValue(_omit)!.SelectMany(fields => fields.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            },
            ApiKeyVariable = parsed.GetValue(_keyVariable)!,
            CacheFolder = parsed.GetValue(_noCache) ? null : parsed.GetValue(_cache) ?? CompletionCache.UsualFolder,
        };

    private static Uri Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        ? address
        : throw new InputException($"--base-url: '{url}' is no address such as http://localhost:8000/v1.");
}
