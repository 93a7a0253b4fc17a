using Sasr.Arena.Agents;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Models.Policies;

/// <summary>Acts by sampling a policy; every action carries its tokens, so that it can be trained on.</summary>
/// <param name="policy">The decoder.</param>
/// <param name="options">How completions are drawn.</param>
/// <param name="seed">The same seed gives the same actions in the same conversations.</param>
/// <param name="batchSize">Most conversations sampled together.</param>
public sealed class PolicyAgent(Policy policy, SamplingOptions options, ulong seed, int batchSize = 256) : IAgent
{
    private readonly Sampler _sampler = new(policy.Model, policy.Tokenizer.EndOfSequence);

    /// <summary>
    /// Told of every prompt that leaves no room in the model's longest sequence, with its tokens; such a prompt gets an empty action, as of
    /// one who could not read it. Null: it is an error.
    /// </summary>
    public Action<Conversation, int>? OnLongPrompt { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InputException">A prompt leaves no room, and nobody wants to be told.</exception>
    public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        Prompt[] prompts = [.. conversations.Select(conversation => new Prompt(
            policy.Prompt(conversation), Seeds.Derive("sample", seed, conversation.Id)))];
        var actions = new AgentAction[prompts.Length];
        // Prompts of like length share a batch: padding is work for nothing.
        int[] order = [.. Enumerable.Range(0, prompts.Length).Where(i => Fits(conversations[i], prompts[i])).OrderBy(i => prompts[i].Tokens.Count)];
        foreach (int[] chunk in order.Chunk(batchSize))
        {
            IReadOnlyList<Completion> completions = _sampler.Sample([.. chunk.Select(i => prompts[i])], options, ct);
            foreach ((int i, Completion completion) in chunk.Zip(completions))
                actions[i] = Act(prompts[i], completion);
        }
        for (int i = 0; i < actions.Length; i++)
            actions[i] ??= new AgentAction("");
        return ValueTask.FromResult<IReadOnlyList<AgentAction>>(actions);
    }

    private bool Fits(Conversation conversation, Prompt prompt)
    {
        int limit = policy.Model.Config.MaxPositionEmbeddings;
        if (prompt.Tokens.Count < limit)
            return true;
        if (OnLongPrompt is null)
        {
            throw new InputException(
                $"{conversation.Environment.Id}: a prompt of {prompt.Tokens.Count} tokens leaves no room in a model whose longest sequence is {limit} (max_position_embeddings).");
        }
        OnLongPrompt(conversation, prompt.Tokens.Count);
        return false;
    }

    private AgentAction Act(Prompt prompt, Completion completion) => new(
        policy.Tokenizer.Decode(completion.Tokens),
        new TokenTrace(prompt.Tokens, completion.Tokens, completion.LogProbabilities, completion.Truncated));
}
