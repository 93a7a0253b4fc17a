namespace TorchSharp.Tests;

/// <summary>Every test has a dispose scope of its own, and the same random numbers.</summary>
public abstract class ScopedTests
{
    private DisposeScope? _scope;

    [SetUp]
    public void OpenScope()
    {
        _scope = NewDisposeScope();
        manual_seed(1);
    }

    [TearDown]
    public void CloseScope() => _scope?.Dispose();
}
