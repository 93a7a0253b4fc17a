namespace Sasr.Arena.Scripting.Tests;

/// <summary>One host for all tests that do not harm it: the compiler warms up once.</summary>
[SetUpFixture]
internal sealed class SharedHost
{
    public static ScriptHost Instance { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start() => Instance = new ScriptHost();

    [OneTimeTearDown]
    public async Task Stop() => await Instance.DisposeAsync();
}
