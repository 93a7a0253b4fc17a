using Sasr.Arena.Agents.Caching;
using Sasr.Arena.Agents.Endpoints;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Agents.Tests.Caching;

public sealed class AgentIdentityTests
{
    [Test]
    public void An_endpoint_is_its_address_its_model_and_what_it_is_sent()
    {
        var options = new EndpointOptions("m") { BaseUrl = new Uri("http://localhost:1/v1") };
        var decoding = new Decoding { Temperature = 0.5 };
        string[] identities =
        [
            AgentIdentity.OfEndpoint(options, decoding, 1),
            AgentIdentity.OfEndpoint(options with { Model = "n" }, decoding, 1),
            AgentIdentity.OfEndpoint(options with { BaseUrl = new Uri("http://localhost:2/v1") }, decoding, 1),
            AgentIdentity.OfEndpoint(options with { Omit = ["seed"] }, decoding, 1),
            AgentIdentity.OfEndpoint(options, decoding with { Temperature = 0.6 }, 1),
            AgentIdentity.OfEndpoint(options, decoding with { MaxTokens = 9 }, 1),
            AgentIdentity.OfEndpoint(options, decoding with { TopP = 0.5 }, 1),
            AgentIdentity.OfEndpoint(options, decoding, 2),
        ];
        Assert.That(identities, Is.Unique);
        Assert.That(
            AgentIdentity.OfEndpoint(options with { BaseUrl = new Uri("http://localhost:1/v1/"), Concurrency = 99, Streaming = true }, decoding, 1),
            Is.EqualTo(identities[0]), "how it is reached does not matter");
    }

    [Test]
    public void A_model_is_the_contents_of_its_files()
    {
        using var folder = new TemporaryFolder();
        string a = folder.File("a.json"), b = folder.File("b.bin");
        File.WriteAllText(a, "1");
        File.WriteAllText(b, "2");
        string Identity(params string[] files) => AgentIdentity.OfModel(files, new Decoding(), 1, "CPU");
        string before = Identity(a, b);

        Assert.That(Identity(b, a), Is.EqualTo(before));
        File.WriteAllText(b, "3");
        Assert.That(Identity(a, b), Is.Not.EqualTo(before));
        File.WriteAllText(b, "2");
        Assert.That(Identity(a, b), Is.EqualTo(before));
    }
}
