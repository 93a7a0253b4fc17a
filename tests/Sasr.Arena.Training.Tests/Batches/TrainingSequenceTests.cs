using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Training.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Training.Tests.Batches;

public sealed class TrainingSequenceTests
{
    private static readonly CharTokenizer Tokenizer = CharTokenizer.Of("\nabcxy!");

    [Test]
    public void Only_what_the_agent_wrote_is_trained_on()
    {
        using Policy policy = Create(instructions: false);

        TrainingSequence sequence = TrainingSequence.Of(Episode(new AgentAction("x"), new AgentAction("y")), policy);

        // <s> a b \n [x </s>] c \n [y </s>]
        Assert.That(sequence.Tokens, Is.EqualTo(new[] { 0, 3, 4, 2, 6, 1, 5, 2, 7, 1 }));
        Assert.That(Marks(sequence), Is.EqualTo("....**..**"));
        Assert.That(sequence.WrittenCount, Is.EqualTo(4));
    }

    [Test]
    public void Instructions_come_first_where_the_policy_is_shown_them()
    {
        using Policy policy = Create(instructions: true);

        TrainingSequence sequence = TrainingSequence.Of(Episode(new AgentAction("x")), policy);

        Assert.That(Tokenizer.Decode(sequence.Tokens), Is.EqualTo("!!\n\nab\nx"));
        Assert.That(Marks(sequence), Is.EqualTo("........**"));
    }

    [Test]
    public void Drawn_tokens_are_trained_on_as_they_were_drawn()
    {
        using Policy policy = Create(instructions: false);
        var truncated = new AgentAction("xy", new TokenTrace([0, 3, 4, 2], [6, 7], [-1, -1], Truncated: true));

        TrainingSequence sequence = TrainingSequence.Of(Episode(truncated, new AgentAction("y")), policy);

        // A completion that was cut off has no end of sequence, and gets none.
        Assert.That(sequence.Tokens, Is.EqualTo(new[] { 0, 3, 4, 2, 6, 7, 5, 2, 7, 1 }));
        Assert.That(Marks(sequence), Is.EqualTo("....**..**"));
    }

    [Test]
    public void A_batch_points_from_every_trained_token_to_the_one_before_it()
    {
        TrainingSequence[] sequences =
        [
            new([0, 3, 6, 1], [false, false, true, true]),
            new([0, 5, 2, 7, 1, 3], [false, true, false, false, true, false]),
        ];
        using DisposeScope scope = NewDisposeScope();

        TokenBatch batch = TokenBatch.Pack(sequences, CPU);

        Assert.That(batch.Ids.shape, Is.EqualTo(new long[] { 2, 6 }));
        Assert.That(batch.Ids.data<long>().ToArray(), Is.EqualTo(new long[] { 0, 3, 6, 1, 0, 0, 0, 5, 2, 7, 1, 3 }));
        Assert.That(batch.Positions.data<long>().ToArray(), Is.EqualTo(new long[] { 1, 2, 6, 9 }));
        Assert.That(batch.Targets.data<long>().ToArray(), Is.EqualTo(new long[] { 6, 1, 5, 1 }));
        Assert.That(batch.Spread([0.5f, 2]).data<float>().ToArray(), Is.EqualTo(new[] { 0.5f, 0.5f, 2, 2 }));
    }

    private static string Marks(TrainingSequence sequence) => string.Concat(sequence.Written.Select(written => written ? '*' : '.'));

    private static Episode Episode(params AgentAction[] actions)
    {
        string[] observations = ["ab", "c"];
        var info = new EnvironmentInfo("games/x", 1, 1, 1, 2, "!!", [], "");
        return new Episode(
            new EpisodeRequest("games/x", 1, Split.Train, 1), info,
            [.. actions.Select((action, turn) => new Exchange(new Observation(observations[turn]), action))],
            [Reward.Of(1)], "", Truncated: false);
    }

    private static Policy Create(bool instructions)
    {
        using var generator = new Generator(1, CPU);
        var config = new LlamaConfig { VocabSize = Tokenizer.VocabularySize, HiddenSize = 4, IntermediateSize = 4, NumHiddenLayers = 1, NumAttentionHeads = 1 };
        return new Policy(new LlamaForCausalLM(config, CPU, generator), Tokenizer, new PromptStyle(Instructions: instructions));
    }
}
