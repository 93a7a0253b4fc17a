using Sasr.Arena.Agents;
using Sasr.Arena.Agents.Baselines;
using Sasr.Arena.Agents.Caching;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Episodes;
using Sasr.Arena.Scripting;

namespace Sasr.Arena.Cli.Agents;

/// <summary>Finds the agent that a user names.</summary>
/// <param name="workspace">Where tasks and scripts are.</param>
/// <param name="terminal">Is told what came from the cache, and where there can be none.</param>
internal sealed class AgentSource(Workspace workspace, Terminal terminal)
{
    /// <summary>Every form of a name.</summary>
    public const string Names = "oracle, random, openai:MODEL, script:FILE, or the folder of a model or of a run";

    private const string Oracle = "oracle";
    private const string Chance = "random";
    private const string Endpoint = "openai:";
    private const string Script = "script:";

    /// <summary>Whether the name is that of a folder, and not of anything else.</summary>
    public static bool IsFolder(string name) =>
        name is not (Oracle or Chance) && !name.StartsWith(Endpoint, StringComparison.Ordinal) && !name.StartsWith(Script, StringComparison.Ordinal);

    /// <summary>The format of that name; null for none.</summary>
    public static IAnswerFormat? Format(string? name) => name is null ? null : AnswerFormats.Find(name);

    /// <summary>Runs work with the agent and with what it changes in the environments.</summary>
    /// <exception cref="InputException">There is no such agent, or an option does not fit.</exception>
    public async Task<T> UseAsync<T>(string name, AgentOptions options, Func<IAgent, EnvironmentOverrides, Task<T>> work)
    {
        var overrides = new EnvironmentOverrides(Format(options.Format));
        if (name == Oracle)
            return await work(new OracleAgent(), overrides);
        if (name == Chance)
            return await work(new RandomAgent(workspace.Catalog, overrides), overrides);
        if (name.StartsWith(Endpoint, StringComparison.Ordinal))
            return await UseEndpointAsync(name[Endpoint.Length..], options, agent => work(agent, overrides));
        if (name.StartsWith(Script, StringComparison.Ordinal))
            return await UseScriptAsync(name[Script.Length..], options, agent => work(agent, overrides));
        return await UseModelAsync(name, options, work);
    }

    private async Task<T> UseModelAsync<T>(string path, AgentOptions options, Func<IAgent, EnvironmentOverrides, Task<T>> work)
    {
        int tooLong = 0;
        T result = await ModelAgent.UseAsync(
            path,
            options,
            (agent, style, policy) => UseCachedAsync(
                agent, ModelAgent.Identity(path, options, policy), CacheGranularity.Batch, options, cached => work(cached, style)),
            (_, _) => tooLong++);
        if (tooLong > 0)
            await terminal.Error.WriteLineAsync($"{tooLong} prompts are longer than {path} can read and count as not answered.");
        return result;
    }

    private async Task<T> UseEndpointAsync<T>(string model, AgentOptions options, Func<IAgent, Task<T>> work)
    {
        EndpointOptions endpoint = (options.Endpoint ?? new EndpointOptions("")) with { Model = model };
        // A server of one's own seldom wants a key.
        var key = ApiKey.FromEnvironment(options.ApiKeyVariable, required: endpoint.BaseUrl == EndpointOptions.OpenAI);
        using var agent = new EndpointAgent(endpoint, key, options.Decoding, options.Seed);
        return await UseCachedAsync(agent, AgentIdentity.OfEndpoint(endpoint, options.Decoding, options.Seed), CacheGranularity.Each, options, work);
    }

    private async Task<T> UseScriptAsync<T>(string path, AgentOptions options, Func<IAgent, Task<T>> work)
    {
        string file = File.Exists(path) ? path : Path.Combine(workspace.Root, path);
        if (!File.Exists(file) || Path.GetExtension(file) is not (".csx" or ".js"))
            throw new InputException($"There is no agent '{Script}{path}': it names a .csx or .js file, from here or from {workspace.Root}.");
        var agent = new ScriptAgent(await workspace.Scripts.LoadAgentAsync(Path.GetFileNameWithoutExtension(file), Path.GetFullPath(file)));
        string identity = $"{AgentIdentity.OfScript(file)} on {typeof(ScriptHost).Module.ModuleVersionId}";
        return await UseCachedAsync(agent, identity, CacheGranularity.Each, options, work);
    }

    private async Task<T> UseCachedAsync<T>(
        IAgent agent, string identity, CacheGranularity granularity, AgentOptions options, Func<IAgent, Task<T>> work)
    {
        if (options.CacheFolder is not { } folder)
            return await work(agent);
        var cache = new CompletionCache(folder) { Warn = terminal.Error.WriteLine };
        var cached = new CachedAgent(agent, cache, identity, granularity);
        T result = await work(cached);
        if (cached.Kept > 0)
            await terminal.Error.WriteLineAsync(FormattableString.Invariant(
                $"{cached.Kept} of {cached.Kept + cached.Asked} completions came from the cache in {cache.Folder}; --no-cache asks for all."));
        return result;
    }
}
