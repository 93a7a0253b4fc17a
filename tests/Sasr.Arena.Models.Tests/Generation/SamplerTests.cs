using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Transformer;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Generation;

public sealed class SamplerTests
{
    private const int EndOfSequence = 1;

    private static readonly Prompt[] Prompts =
    [
        new([0, 5, 6], 11), new([0], 12), new([0, 3, 3, 3, 8, 2], 13), new([0, 9], 14), new([0, 5, 6], 15), new([0, 7, 2, 4], 16),
    ];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1.7)]
    public void With_the_cache_the_tokens_and_their_probabilities_are_those_of_whole_forward_passes(double temperature)
    {
        using LlamaForCausalLM model = TinyModels.Create();
        IReadOnlyList<Completion> completions = new Sampler(model, EndOfSequence)
            .Sample(Prompts, new SamplingOptions(16, temperature));

        foreach ((Prompt prompt, Completion completion) in Prompts.Zip(completions))
        {
            float[][] logs = LogProbabilities(model, prompt, completion, temperature == 0 ? 1 : temperature);
            for (int i = 0; i < completion.Tokens.Count; i++)
            {
                Assert.That(completion.LogProbabilities[i], Is.EqualTo(logs[i][completion.Tokens[i]]).Within(1e-4));
                if (temperature == 0)
                    Assert.That(completion.Tokens[i], Is.EqualTo(Array.IndexOf(logs[i], logs[i].Max())));
            }
        }
    }

    [Test]
    public void A_seed_draws_the_same_completion_alone_as_in_company()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        var sampler = new Sampler(model, EndOfSequence);
        var options = new SamplingOptions(16);

        IReadOnlyList<Completion> together = sampler.Sample(Prompts, options);

        for (int i = 0; i < Prompts.Length; i++)
            Assert.That(sampler.Sample([Prompts[i]], options)[0].Tokens, Is.EqualTo(together[i].Tokens));
        Assert.That(together[0].Tokens, Is.Not.EqualTo(together[4].Tokens), "the same prompt, another seed");
    }

    [Test]
    public void A_prompt_that_nearly_fills_the_model_takes_no_room_from_the_others()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        var sampler = new Sampler(model, endOfSequence: -1);
        int limit = model.Config.MaxPositionEmbeddings;
        var options = new SamplingOptions(16);
        Prompt longest = new([.. Enumerable.Range(0, limit - 3).Select(i => i % 11)], 99);

        IReadOnlyList<Completion> together = sampler.Sample([.. Prompts, longest], options);

        Assert.That(together.Select(completion => completion.Tokens.Count), Is.EqualTo(new[] { 16, 16, 16, 16, 16, 16, 3 }));
        for (int i = 0; i < Prompts.Length; i++)
            Assert.That(sampler.Sample([Prompts[i]], options)[0].Tokens, Is.EqualTo(together[i].Tokens));
    }

    [Test]
    public void A_completion_ends_with_the_end_of_sequence_or_is_truncated()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        Prompt[] prompts = [.. Enumerable.Range(0, 200).Select(i => new Prompt([0, i % 11], (ulong)i))];

        IReadOnlyList<Completion> completions = new Sampler(model, EndOfSequence).Sample(prompts, new SamplingOptions(6));

        Assert.That(completions.Select(completion => completion.Truncated).Distinct().Count(), Is.EqualTo(2), "both kinds must occur");
        foreach (Completion completion in completions)
        {
            Assert.That(completion.Truncated, Is.EqualTo(completion.Tokens[^1] != EndOfSequence));
            Assert.That(completion.Truncated ? completion.Tokens.Count : 6, Is.EqualTo(6));
            Assert.That(completion.Tokens.SkipLast(1), Has.None.EqualTo(EndOfSequence));
            Assert.That(completion.LogProbabilities, Has.Count.EqualTo(completion.Tokens.Count));
        }
    }

    [Test]
    public void First_tokens_are_as_frequent_as_the_model_says()
    {
        const int Draws = 20_000;
        using LlamaForCausalLM model = TinyModels.Create();
        Prompt[] prompts = [.. Enumerable.Range(0, Draws).Select(i => new Prompt([0, 5], (ulong)i))];

        int[] counts = new int[TinyModels.Config.VocabSize];
        foreach (Completion completion in new Sampler(model, EndOfSequence).Sample(prompts, new SamplingOptions(1)))
            counts[completion.Tokens[0]]++;

        float[] logs = LogProbabilities(model, prompts[0], new Completion([0], [0], true), 1)[0];
        double chiSquare = counts.Zip(logs, (count, log) => Math.Pow(count - Draws * Math.Exp(log), 2) / (Draws * Math.Exp(log))).Sum();
        // 10 degrees of freedom: 29.6 is exceeded once in a thousand.
        Assert.That(chiSquare, Is.LessThan(29.6));
    }

    [Test]
    public void Top_k_and_top_p_leave_only_the_likeliest_tokens()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        Prompt[] prompts = [.. Enumerable.Range(0, 500).Select(i => new Prompt([0, 5], (ulong)i))];
        float[] probabilities = [.. LogProbabilities(model, prompts[0], new Completion([0], [0], true), 1)[0].Select(log => MathF.Exp(log))];
        int[] ranked = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i])];
        double half = (probabilities[ranked[0]] + probabilities[ranked[0]] + probabilities[ranked[1]]) / 2;

        Assert.That(Drawn(new SamplingOptions(1, TopK: 3)), Is.EquivalentTo(ranked[..3]));
        Assert.That(Drawn(new SamplingOptions(1, TopP: half)), Is.EquivalentTo(ranked[..2]));

        IEnumerable<int> Drawn(SamplingOptions options) =>
            new Sampler(model, EndOfSequence).Sample(prompts, options).Select(completion => completion.Tokens[0]).Distinct();
    }

    [Test]
    public void Sampling_leaves_no_tensor_behind()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        var sampler = new Sampler(model, EndOfSequence);
        sampler.Sample(Prompts, new SamplingOptions(16));
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        sampler.Sample(Prompts, new SamplingOptions(16));

        Assert.That(DisposeScopeManager.Statistics.ThreadTotalLiveCount, Is.EqualTo(before));
    }

    [Test]
    public void A_prompt_that_fills_the_model_is_refused()
    {
        using LlamaForCausalLM model = TinyModels.Create();
        var prompt = new Prompt([.. Enumerable.Repeat(2, 32)], 1);

        Assert.That(
            () => new Sampler(model, EndOfSequence).Sample([prompt], new SamplingOptions(4)),
            Throws.TypeOf<InputException>().With.Message.Contains("leaves no room"));
    }

    /// <summary>By place of the completion and token, from one forward pass over prompt and completion without a cache.</summary>
    private static float[][] LogProbabilities(LlamaForCausalLM model, Prompt prompt, Completion completion, double temperature)
    {
        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        long[] ids = [.. prompt.Tokens.Concat(completion.Tokens).Select(token => (long)token)];
        Tensor logs = (model.forward(tensor(ids, [1, ids.Length])) / temperature).log_softmax(-1)[0];
        return [.. completion.Tokens.Select((_, i) => logs[prompt.Tokens.Count - 1 + i].data<float>().ToArray())];
    }
}
