using Sasr.Arena.Agents;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Suites;

namespace Sasr.Arena.Cli.Agents;

/// <summary>Finds the agent that a user names: <c>oracle</c>, or the folder of a model or of a run.</summary>
internal static class AgentSource
{
    public const string Oracle = "oracle";

    /// <summary>Runs work with the agent and with what it changes in the environments.</summary>
    /// <exception cref="InputException">There is no such agent.</exception>
    public static Task<T> UseAsync<T>(string name, AgentOptions options, Func<IAgent, EnvironmentOverrides, Task<T>> work) => name == Oracle
        ? work(new OracleAgent(), new EnvironmentOverrides(Format(options.Format)))
        : ModelAgent.UseAsync(name, options, (agent, overrides, _) => work(agent, overrides));

    /// <summary>The format of that name; null for none.</summary>
    public static IAnswerFormat? Format(string? name) => name is null ? null : AnswerFormats.Find(name);
}

/// <summary>How a model is asked.</summary>
/// <param name="Decoding">How its completions are drawn.</param>
/// <param name="Threads">CPU threads.</param>
/// <param name="Format">Answer format; null for the one that it was trained on, or the environment's own.</param>
/// <param name="Seed">Of its sampling.</param>
internal sealed record AgentOptions(Decoding Decoding, int Threads = 2, string? Format = null, ulong Seed = 0);
