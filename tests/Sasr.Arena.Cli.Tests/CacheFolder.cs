using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests;

/// <summary>Keeps what the tests' agents complete out of the user's cache.</summary>
[SetUpFixture]
internal sealed class CacheFolder
{
    private const string Variable = "XDG_CACHE_HOME";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable(Variable, _folder.Path);
    }

    [OneTimeTearDown]
    public void Close()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Dispose();
    }
}
