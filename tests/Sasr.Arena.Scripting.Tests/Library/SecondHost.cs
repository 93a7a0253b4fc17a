using Sasr.Arena.Environments;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>The repository's scripts in another process than <see cref="Repository.Catalog"/>'s: what differs between the two does not depend on the seed alone.</summary>
[SetUpFixture]
internal sealed class SecondHost
{
    private static readonly Lazy<ScriptHost> Host = new(() => new ScriptHost(new ScriptHostOptions { Spares = 0 }));
    private static readonly Lazy<ArenaCatalog> Shared = new(() => new ArenaCatalog(Repository.Root, Host.Value));

    public static ArenaCatalog Catalog => Shared.Value;

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Host.IsValueCreated)
            await Host.Value.DisposeAsync();
    }
}
