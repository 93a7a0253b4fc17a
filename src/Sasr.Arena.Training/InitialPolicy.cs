using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training;

/// <summary>The policy that a run begins with.</summary>
internal static class InitialPolicy
{
    /// <summary>A new decoder, or the one that the recipe names: a model's folder or a run's, below the arena's folder.</summary>
    public static Policy Create(Recipe recipe, string root)
    {
        Device device = Device(recipe.Device);
        var style = new PromptStyle(recipe.Format ?? new PromptStyle().Format, recipe.Instructions, recipe.MaxTokens);
        if (recipe.Model.From is { } folder)
        {
            Policy policy = Policy.Load(RunFolder.ModelIn(Path.Combine(root, folder)), device);
            return new Policy(policy.Model, policy.Tokenizer, style);
        }
        var tokenizer = CharTokenizer.Of(recipe.Model.Characters ?? CharTokenizer.Ascii);
        using var generator = new Generator(recipe.Seed, CPU);
        return new Policy(new LlamaForCausalLM(recipe.Model.Config(tokenizer), device, generator), tokenizer, style);
    }

    /// <summary>A decoder with the same weights, without gradients.</summary>
    public static LlamaForCausalLM Copy(LlamaForCausalLM model)
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(0, CPU);
        var copy = new LlamaForCausalLM(model.Config, model.Device, generator);
        copy.load_state_dict(model.state_dict());
        return copy;
    }

    private static Device Device(string name)
    {
        bool cuda = torch.cuda.is_available();
        if (name == "cuda" && !cuda)
            throw new InputException("device: 'cuda' was asked for, and there is no CUDA device that libtorch can use; write 'cpu' or 'auto'.");
        return name == "cpu" || !cuda ? CPU : CUDA;
    }
}
