using TorchSharp;
using Sasr.Arena.Models.Transformer;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Weights;

/// <summary>A decoder as Hugging Face stores it: <c>config.json</c> and <c>model.safetensors</c> in a folder.</summary>
public static class ModelFolder
{
    private const string Config = "config.json";
    private const string Weights = "model.safetensors";

    /// <summary>Reads a decoder; weights of other types become 32-bit floats.</summary>
    /// <exception cref="InputException">A file is missing, or the weights do not fit the configuration.</exception>
    public static LlamaForCausalLM Load(string folder, Device device)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: there is no such folder; a model is a folder with {Config} and {Weights}.");
        LlamaConfig config = LlamaConfig.Load(Path.Combine(folder, Config));
        using var generator = new Generator(0);
        var model = new LlamaForCausalLM(config, device, generator);
        LoadWeights(model, Path.Combine(folder, Weights));
        return model;
    }

    /// <summary>Writes a decoder.</summary>
    public static void Save(string folder, LlamaForCausalLM model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Directory.CreateDirectory(folder);
        model.Config.Save(Path.Combine(folder, Config));
        using DisposeScope scope = NewDisposeScope();
        Safetensors.Save(Path.Combine(folder, Weights), model.state_dict());
    }

    /// <summary>Copies a file's weights into a decoder.</summary>
    /// <exception cref="InputException">A weight is missing, unknown, or of another shape.</exception>
    public static void LoadWeights(LlamaForCausalLM model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        Dictionary<string, Tensor> stored = Safetensors.Load(path);
        Dictionary<string, Tensor> weights = model.state_dict();
        if (model.Config.TieWordEmbeddings)
            stored.Remove("lm_head.weight");
        foreach ((string name, Tensor weight) in weights)
        {
            if (!stored.Remove(name, out Tensor? value))
                throw new InputException($"{path}: there is no tensor '{name}'.");
            if (!value.shape.SequenceEqual(weight.shape))
                throw new InputException($"{path}: '{name}' is [{string.Join(", ", value.shape)}] where the configuration says [{string.Join(", ", weight.shape)}].");
            weight.copy_(value);
        }
        if (stored.Count > 0)
            throw new InputException($"{path}: the decoder has no place for '{stored.Keys.Order(StringComparer.Ordinal).First()}'.");
    }
}
