using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Testing;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly CharTokenizer Tokenizer = CharTokenizer.Of("\nabcdefgh");
    private static readonly EnvironmentInfo Info = new("a/b", 1, 1, 1, 3, "abc", [], "");

    [Test]
    public async Task A_saved_policy_acts_the_same_when_loaded()
    {
        using var folder = new TemporaryFolder();
        using Policy policy = Create(new PromptStyle("compact", Instructions: false, MaxTokens: 9));
        policy.Save(folder.Path);

        using Policy loaded = Policy.Load(folder.Path, CPU);

        Assert.That(loaded.Style, Is.EqualTo(policy.Style));
        Assert.That(await ActAsync(loaded, seed: 3), Is.EqualTo(await ActAsync(policy, seed: 3)));
    }

    [Test]
    public async Task Another_seed_acts_otherwise_and_every_action_carries_its_tokens()
    {
        using Policy policy = Create(new PromptStyle("compact", Instructions: false));
        var agent = new PolicyAgent(policy, new SamplingOptions(8), seed: 3, batchSize: 4);

        IReadOnlyList<AgentAction> actions = await agent.ActAsync(Conversations());

        Assert.That(actions.Select(action => action.Text), Is.Not.EqualTo(await ActAsync(policy, seed: 4)));
        foreach ((Conversation conversation, AgentAction action) in Conversations().Zip(actions))
        {
            Assert.That(action.Trace!.Prompt, Is.EqualTo(policy.Prompt(conversation)), "in the order of the conversations");
            Assert.That(Tokenizer.Decode(action.Trace.Tokens), Is.EqualTo(action.Text));
        }
    }

    [Test]
    public void Each_turns_prompt_begins_with_the_last_and_what_was_done_there()
    {
        using Policy policy = Create(new PromptStyle("compact", Instructions: true));
        var first = new Conversation(1, Info, [], new Observation("d"));
        var action = new AgentAction("ee");
        var second = new Conversation(2, Info, [new Exchange(first.Observation, action)], new Observation("f"));

        Assert.That(Tokenizer.Decode(policy.Prompt(second)), Is.EqualTo("abc\n\nd\neef\n"));
        int[] before = [.. policy.Prompt(first), .. policy.Completion(action)];
        Assert.That(policy.Prompt(second).Take(before.Length), Is.EqualTo(before));
        Assert.That(before[^1], Is.EqualTo(Tokenizer.EndOfSequence));
    }

    [Test]
    public async Task A_prompt_that_does_not_fit_is_an_error_or_where_it_is_told_an_empty_action()
    {
        using Policy policy = Create(new PromptStyle("compact", Instructions: false));
        Conversation[] conversations = Conversations();
        conversations[4] = conversations[4] with { Observation = new Observation(new string('a', policy.Model.Config.MaxPositionEmbeddings)) };
        var told = new List<(ulong, int)>();

        IReadOnlyList<AgentAction> actions = await new PolicyAgent(policy, new SamplingOptions(8), seed: 3)
        {
            OnLongPrompt = (conversation, tokens) => told.Add((conversation.Id, tokens)),
        }.ActAsync(conversations);

        string[] usual = await ActAsync(policy, seed: 3);
        Assert.That(actions.Select(action => action.Text), Is.EqualTo(usual.Select((text, i) => i == 4 ? "" : text)));
        Assert.That(told, Is.EqualTo(new[] { (4UL, policy.Model.Config.MaxPositionEmbeddings + 2) }));
        Assert.That(
            async () => await new PolicyAgent(policy, new SamplingOptions(8), seed: 3).ActAsync(conversations),
            Throws.TypeOf<InputException>().With.Message.StartsWith($"{Info.Id}: a prompt of {policy.Model.Config.MaxPositionEmbeddings + 2} tokens leaves no room"));
    }

    [Test]
    public void A_tokenizer_of_another_size_is_refused()
    {
        using var folder = new TemporaryFolder();
        using Policy policy = Create(new PromptStyle());
        policy.Save(folder.Path);
        CharTokenizer.Of("ab").Save(folder.File("tokenizer.json"));

        Assert.That(() => Policy.Load(folder.Path, CPU), Throws.TypeOf<InputException>().With.Message.Contains("the tokenizer has 4 tokens"));
    }

    private static Policy Create(PromptStyle style) => new(TinyModels.Create(), Tokenizer, style);

    private static Conversation[] Conversations() =>
        [.. Enumerable.Range(0, 10).Select(i => new Conversation((ulong)i, Info, [], new Observation("abcdefgh"[..(1 + i * 5 % 7)])))];

    private static async Task<string[]> ActAsync(Policy policy, ulong seed) =>
        [.. (await new PolicyAgent(policy, new SamplingOptions(8), seed).ActAsync(Conversations())).Select(action => action.Text)];
}
