using Sasr.Arena.Agents;
using Sasr.Arena.Agents.Caching;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Training.Runs;
using static TorchSharp.torch;

namespace Sasr.Arena.Cli.Agents;

/// <summary>A trained model as an agent, asked the way it was trained.</summary>
internal static class ModelAgent
{
    // What decides about a completion; a folder also holds recipes, evaluations and what is read by people.
    private static readonly string[] Files = ["arena.json", "*config.json", "*.safetensors*", "tokenizer*", "vocab*", "merges*"];

    /// <summary>Loads a model and runs work with it, all on one thread of libtorch's.</summary>
    /// <exception cref="InputException">The folder holds no model.</exception>
    /// <param name="path">Of the model's or run's folder.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="work">What is done with it.</param>
    /// <param name="onLongPrompt">See <see cref="PolicyAgent.OnLongPrompt"/>.</param>
    public static Task<T> UseAsync<T>(
        string path, AgentOptions options, Func<IAgent, EnvironmentOverrides, Policy, Task<T>> work, Action<Conversation, int>? onLongPrompt = null)
    {
        string folder = Find(path);
        return TorchThread.RunAsync(options.Threads, async () =>
        {
            using Policy policy = Policy.Load(folder, cuda.is_available() ? CUDA : CPU);
            var sampling = new SamplingOptions(options.Decoding.MaxTokens ?? policy.Style.MaxTokens, options.Decoding.Temperature, TopP: options.Decoding.TopP);
            sampling.Validate();
            var overrides = new EnvironmentOverrides(AgentSource.Format(options.Format ?? policy.Style.Format));
            return await work(new PolicyAgent(policy, sampling, options.Seed) { OnLongPrompt = onLongPrompt }, overrides, policy);
        });
    }

    /// <summary>Says which model it is, by its files and all else that decides about the last bit.</summary>
    public static string Identity(string path, AgentOptions options, Policy policy)
    {
        string folder = Find(path);
        IEnumerable<string> files = Files.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)).Distinct();
        string device = cuda.is_available() ? "CUDA" : "CPU";
        string engine = FormattableString.Invariant($"{device} {options.Threads} threads, {typeof(Policy).Module.ModuleVersionId}");
        Decoding decoding = options.Decoding with { MaxTokens = options.Decoding.MaxTokens ?? policy.Style.MaxTokens };
        return AgentIdentity.OfModel(files, decoding, options.Seed, engine);
    }

    /// <summary>The folder of the model that a path means, from here or from the repository.</summary>
    private static string Find(string path)
    {
        string folder = Directory.Exists(path) ? path : Path.Combine(Workspace.FindRoot(), path);
        return Directory.Exists(folder)
            ? RunFolder.ModelIn(folder)
            : throw new InputException($"There is no agent '{path}': it is {AgentSource.Names}.");
    }
}
