using System.Globalization;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Benchmarks;

/// <summary>
/// Tokens a second of the quick-start recipe's decoder, sampled and trained on, at a batch of 256; sampling as GRPO does it,
/// in groups of 8 with one prompt.
/// </summary>
internal static class ModelRates
{
    private const int Batch = 256, Group = 8, PromptLength = 30, CompletionLength = 22;

    public static void Run(TextWriter output, string recipe, int threads)
    {
        set_num_threads(threads);
        CharTokenizer tokenizer = CharTokenizer.Of(CharTokenizer.Ascii);
        LlamaConfig config = RecipeFile.Read(recipe).Recipe.Model.Config(tokenizer);
        using var generator = new Generator(1, CPU);
        using var model = new LlamaForCausalLM(config, CPU, generator);
        // No token ends a sequence, so that every completion has the same length.
        var sampler = new Sampler(model, endOfSequence: -1);
        var random = new Random(1);
        int[][] prompts = [.. Enumerable.Range(0, Batch / Group).Select(_ => Tokens(PromptLength))];
        Prompt[] batch = [.. Enumerable.Range(0, Batch).Select(i => new Prompt(prompts[i / Group], (ulong)i))];
        TrainingSequence[] sequences =
        [
            .. Enumerable.Range(0, Batch).Select(_ => new TrainingSequence(
                Tokens(PromptLength + CompletionLength),
                [.. Enumerable.Range(0, PromptLength + CompletionLength).Select(i => i >= PromptLength)])),
        ];

        Report("sampled", Batch * CompletionLength, () => sampler.Sample(batch, new SamplingOptions(CompletionLength)));
        Report("SFT, forward and backward", Batch * (PromptLength + CompletionLength), Train);

        int[] Tokens(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2, config.VocabSize))];

        void Train()
        {
            using DisposeScope scope = NewDisposeScope();
            model.zero_grad();
            TokenScores.Of(model, TokenBatch.Pack(sequences, CPU)).LogProbabilities.mean().neg().backward();
        }

        void Report(string name, int tokens, Action action) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-40} {tokens / Stopwatches.MedianOf(action) * 1e3,10:F1} thousand tokens/s"));
    }
}
