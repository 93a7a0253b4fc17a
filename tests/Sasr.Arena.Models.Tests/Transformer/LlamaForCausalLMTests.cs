using Sasr.Arena.Models.Transformer;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Transformer;

public sealed class LlamaForCausalLMTests
{
    [Test]
    public void Weights_have_the_names_that_Hugging_Face_gives_them()
    {
        using LlamaForCausalLM model = TinyModels.Create(TinyModels.Config with { TieWordEmbeddings = false, NumHiddenLayers = 1, ModelType = "qwen2" });
        using DisposeScope scope = NewDisposeScope();

        string[] expected =
        [
            "lm_head.weight", "model.embed_tokens.weight",
            "model.layers.0.input_layernorm.weight", "model.layers.0.mlp.down_proj.weight", "model.layers.0.mlp.gate_proj.weight",
            "model.layers.0.mlp.up_proj.weight", "model.layers.0.post_attention_layernorm.weight",
            "model.layers.0.self_attn.k_proj.bias", "model.layers.0.self_attn.k_proj.weight", "model.layers.0.self_attn.o_proj.weight",
            "model.layers.0.self_attn.q_proj.bias", "model.layers.0.self_attn.q_proj.weight",
            "model.layers.0.self_attn.v_proj.bias", "model.layers.0.self_attn.v_proj.weight", "model.norm.weight",
        ];
        Assert.That(model.state_dict().Keys.Order(StringComparer.Ordinal), Is.EqualTo(expected));
    }

    [Test]
    public void A_later_token_does_not_change_an_earlier_position()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor a = model.forward(tensor([1L, 2, 3, 4], [1, 4])), b = model.forward(tensor([1L, 2, 3, 9], [1, 4]));

        float[] first = a.narrow(1, 0, 3).contiguous().data<float>().ToArray();

        Assert.That(first, Is.EqualTo(b.narrow(1, 0, 3).contiguous().data<float>().ToArray()));
        Assert.That(a[0][3].data<float>().ToArray(), Is.Not.EqualTo(b[0][3].data<float>().ToArray()));
    }

    [TestCase("llama", true)]
    [TestCase("qwen2", false)]
    public void The_gradient_of_the_whole_decoder_is_that_of_finite_differences(string modelType, bool tied)
    {
        const double Step = 1e-6;
        using LlamaForCausalLM model = TinyModels.Create(TinyModels.Config with { ModelType = modelType, TieWordEmbeddings = tied });
        model.to(ScalarType.Float64);
        long[] ids = [3, 1, 4, 1, 5, 9, 2, 6];
        Loss(model, ids).backward();

        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Parameter parameter) in model.named_parameters())
        {
            double[] gradient = parameter.grad!.data<double>().ToArray();
            // Every weight of small tensors, every seventh of large ones.
            for (int i = 0; i < gradient.Length; i += gradient.Length > 100 ? 7 : 1)
            {
                double numeric = (LossWith(parameter, i, Step) - LossWith(parameter, i, -Step)) / (2 * Step);
                Assert.That(gradient[i], Is.EqualTo(numeric).Within(1e-7 + 1e-6 * Math.Abs(numeric)), $"{name}[{i}]");
            }
        }

        double LossWith(Parameter parameter, int i, double change)
        {
            using var _ = no_grad();
            using DisposeScope inner = NewDisposeScope();
            Tensor place = parameter.view(-1).narrow(0, i, 1);
            Tensor before = place.clone();
            place.add_(change);
            double loss = Loss(model, ids).item<double>();
            place.copy_(before);
            return loss;
        }
    }

    [Test]
    public void Sizes_that_do_not_fit_are_refused_with_a_reason()
    {
        Assert.That(
            () => TinyModels.Create(TinyModels.Config with { NumKeyValueHeads = 3 }),
            Throws.TypeOf<InputException>().With.Message.Contains("4 query heads do not divide among 3 key-value heads"));
    }

    private static Tensor Loss(LlamaForCausalLM model, long[] ids)
    {
        Tensor all = tensor(ids, [2, 4]);
        Tensor logits = model.forward(all.narrow(1, 0, 3));
        return nn.functional.cross_entropy(logits.reshape(6, -1), all.narrow(1, 1, 3).reshape(6));
    }
}
