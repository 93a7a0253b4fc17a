using System.Text.Json;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Models.Weights;
using Sasr.Arena.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Transformer;

/// <summary>A real Llama checkpoint against a forward pass in double precision that was written without torch.</summary>
public sealed class Stories260KTests
{
    private LlamaForCausalLM _model = null!;
    private JsonElement _expected;

    [OneTimeSetUp]
    public void Load()
    {
        string folder = RepositoryFiles.SharedData("stories260k");
        _model = ModelFolder.Load(folder, CPU);
        _expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;
    }

    [OneTimeTearDown]
    public void Unload() => _model?.Dispose();

    [Test]
    public void The_last_logits_of_a_prompt_are_those_of_the_reference()
    {
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor logits = _model.forward(tensor(Longs("prompt"), ScalarType.Int64).unsqueeze(0));

        float[] last = logits[0][-1].data<float>().ToArray();

        Assert.That(last, Is.EqualTo(Doubles("logits_last")).Within(1e-4));
    }

    [Test]
    public void The_logits_of_every_position_sum_to_the_references_sums()
    {
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor logits = _model.forward(tensor(Longs("prompt"), ScalarType.Int64).unsqueeze(0));

        double[] sums = logits[0].to(ScalarType.Float64).sum(-1).data<double>().ToArray();

        // 512 logits, each within 1e-4.
        Assert.That(sums, Is.EqualTo(Doubles("logits_sum_per_position")).Within(512 * 1e-4));
    }

    [Test]
    public void The_greedy_continuation_is_the_references_token_by_token()
    {
        long[] expected = Longs("greedy_from_bos");
        var sampler = new Sampler(_model, endOfSequence: 2);

        Completion completion = sampler.Sample(
            [new Prompt([(int)expected[0]], Seed: 1)], new SamplingOptions(expected.Length - 1, Temperature: 0))[0];

        Assert.That(completion.Tokens, Is.EqualTo(expected[1..]));
    }

    private long[] Longs(string name) => [.. _expected.GetProperty(name).EnumerateArray().Select(value => value.GetInt64())];

    private double[] Doubles(string name) => [.. _expected.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
