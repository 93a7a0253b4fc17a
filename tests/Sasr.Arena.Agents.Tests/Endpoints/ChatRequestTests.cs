using System.Text.Json.Nodes;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Agents.Tests.Fakes;
using Sasr.Arena.Environments;

namespace Sasr.Arena.Agents.Tests.Endpoints;

public sealed class ChatRequestTests
{
    private static readonly EndpointOptions Own = new("tiny") { BaseUrl = new Uri("http://localhost:8000/v1") };
    private static readonly Decoding Decoding = new() { Temperature = 0.5, TopP = 0.9, MaxTokens = 40 };

    [Test]
    public void A_conversation_becomes_the_messages_of_its_roles()
    {
        Exchange[] history = [new(new Observation("say 3", Demonstration: "never shown"), new AgentAction("3"))];
        var conversation = new Conversation(1, Ask.Doubling, history, new Observation("say 2", Demonstration: "never shown"));

        JsonNode body = Body(ChatRequest.Of(conversation, Own, Decoding, 1));

        Assert.That(
            body["messages"]!.AsArray().Select(message => $"{message!["role"]}: {message["content"]}"),
            Is.EqualTo(new[] { "system: Work it out.", "user: say 3", "assistant: 3", "user: say 2" }));
        Assert.That(body.ToJsonString(), Does.Not.Contain("never shown"));
    }

    [Test]
    public void Decoding_is_sent_under_the_names_that_the_server_knows()
    {
        Conversation conversation = Ask.Questions(1)[0];
        JsonNode own = Body(ChatRequest.Of(conversation, Own with { Streaming = true }, Decoding, 1));
        JsonNode openAI = Body(ChatRequest.Of(conversation, new EndpointOptions("m"), Decoding, 1));

        Assert.That(Keys(own), Is.EquivalentTo(new[] { "model", "messages", "temperature", "top_p", "max_tokens", "seed", "stream" }));
        Assert.That(Keys(openAI), Is.EquivalentTo(new[] { "model", "messages", "temperature", "top_p", "max_completion_tokens", "seed" }));
        Assert.That(((double)own["temperature"]!, (double)own["top_p"]!, (int)own["max_tokens"]!), Is.EqualTo((0.5, 0.9, 40)));
    }

    [Test]
    public void What_an_endpoint_refuses_is_left_out()
    {
        JsonNode body = Body(ChatRequest.Of(Ask.Questions(1)[0], Own with { Omit = EndpointOptions.Fields }, Decoding, 1));

        Assert.That(Keys(body), Is.EquivalentTo(new[] { "model", "messages" }));
    }

    [Test]
    public void The_seed_is_of_the_conversation_and_of_the_run_and_fits_31_bits()
    {
        int[] Seeds(ulong seed) => [.. Ask.Questions(200).Select(conversation => (int)Body(ChatRequest.Of(conversation, Own, Decoding, seed))["seed"]!)];

        int[] first = Seeds(1), again = Seeds(1);
        Assert.That(again, Is.EqualTo(first));
        Assert.That(first.Concat(Seeds(2)), Is.Unique.And.All.GreaterThanOrEqualTo(0));
    }

    private static JsonNode Body(ChatRequest request) => JsonNode.Parse(request.ToBinary().ToString())!;

    private static IEnumerable<string> Keys(JsonNode body) => body.AsObject().Select(pair => pair.Key);
}
