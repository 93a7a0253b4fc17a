namespace TorchSharp;

/// <summary>The scopes of one thread, the innermost on top.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? t_current;

    private readonly List<DisposeScope> _scopes = [];

    private DisposeScopeManager()
    {
    }

    /// <summary>What the calling thread has made and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current.StatisticsOfThread;

    internal static DisposeScopeManager Current => t_current ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics StatisticsOfThread { get; } = new();

    internal DisposeScope? Innermost => _scopes.Count == 0 ? null : _scopes[^1];

    internal DisposeScope NewScope()
    {
        var scope = new DisposeScope(this, Innermost);
        _scopes.Add(scope);
        return scope;
    }

    internal void Remove(DisposeScope scope) => _scopes.Remove(scope);

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        var scope = Innermost;
        if (scope is null)
        {
            StatisticsOfThread.CreatedOutsideScopeCount++;
            return null;
        }

        StatisticsOfThread.CreatedInScopeCount++;
        scope.Include(tensor);
        return scope;
    }
}
