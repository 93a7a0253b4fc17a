using Sasr.Arena.Agents;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Models.Weights;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Policies;

/// <summary>A decoder that acts: its weights, its tokenizer, and how it is asked.</summary>
public sealed class Policy(LlamaForCausalLM model, ITokenizer tokenizer, PromptStyle style) : IDisposable
{
    private const string TokenizerFile = "tokenizer.json";

    /// <summary>The decoder.</summary>
    public LlamaForCausalLM Model => model;

    /// <summary>Its tokenizer.</summary>
    public ITokenizer Tokenizer => tokenizer;

    /// <summary>How it is asked.</summary>
    public PromptStyle Style => style;

    /// <summary>Reads <c>config.json</c>, <c>model.safetensors</c>, <c>tokenizer.json</c> and <c>arena.json</c>.</summary>
    /// <exception cref="InputException">A file is missing or does not fit.</exception>
    public static Policy Load(string folder, Device device)
    {
        LlamaForCausalLM model = ModelFolder.Load(folder, device);
        try
        {
            CharTokenizer tokenizer = CharTokenizer.Load(Path.Combine(folder, TokenizerFile));
            if (tokenizer.VocabularySize != model.Config.VocabSize)
                throw new InputException($"{folder}: the tokenizer has {tokenizer.VocabularySize} tokens and the model {model.Config.VocabSize}.");
            return new Policy(model, tokenizer, PromptStyle.Load(folder));
        }
        catch (InputException)
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public void Save(string folder)
    {
        ModelFolder.Save(folder, model);
        tokenizer.Save(Path.Combine(folder, TokenizerFile));
        style.Save(folder);
    }

    /// <summary>
    /// The tokens before an action: the beginning, the instructions where the style has them, and every observation on a
    /// line of its own with the action taken on it. Each turn's prompt begins with the whole of the last.
    /// </summary>
    public IReadOnlyList<int> Prompt(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        List<int> tokens = [tokenizer.BeginOfSequence];
        if (style.Instructions && conversation.Environment.Instructions.Length > 0)
            tokens.AddRange(tokenizer.Encode($"{conversation.Environment.Instructions}\n\n"));
        foreach (Exchange exchange in conversation.History)
        {
            tokens.AddRange(tokenizer.Encode($"{exchange.Observation.Text}\n"));
            tokens.AddRange(Completion(exchange.Action));
        }
        tokens.AddRange(tokenizer.Encode($"{conversation.Observation.Text}\n"));
        return tokens;
    }

    /// <summary>The tokens of an action: those that were drawn, or its text and the end.</summary>
    public IReadOnlyList<int> Completion(AgentAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Trace?.Tokens ?? [.. tokenizer.Encode(action.Text), tokenizer.EndOfSequence];
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
