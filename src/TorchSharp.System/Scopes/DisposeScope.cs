namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread makes while it is the innermost scope, and disposes them with itself. What is to
/// outlive it is moved to the scope around it, or to another one, or detached from all.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
    }

    /// <summary>How many tensors, and other disposables, the scope owns.</summary>
    public int DisposablesCount => _disposables.Count;

    internal DisposeScope? Outer { get; }

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(Outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
        => MoveToOther(Outer, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
        => MoveToOther(Outer, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(Outer, (IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, disposables);

    /// <summary>Moves what this scope owns to another scope; null: to none. What it doesn't own stays where it is.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        Move(scope, first);
        Move(scope, second);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Move(scope, first);
        Move(scope, second);
        Move(scope, third);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables)
        => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    /// <summary>Takes what this scope owns out of all scopes.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
        => MoveToOther(null, first, second);

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
        => MoveToOther(null, first, second, third);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, (IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Gives the scope something to own, wherever it was before.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor { OwningDisposeScope: { } owner })
            owner.Move(this, disposable);
        else
            Add(this, disposable);
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToArray();
        foreach (var disposable in all)
            Attach(disposable);
        return all;
    }

    /// <summary>Disposes what the scope owns, except for some, which it goes on to own.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var kept = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        var all = _disposables;
        _disposables = kept;
        foreach (var disposable in all)
        {
            if (!kept.Contains(disposable))
                disposable.Dispose();
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void Dispose()
    {
        DisposeEverythingBut([]);
        _manager.Remove(this);
    }

    internal void Include(torch.Tensor tensor) => _disposables.Add(tensor);

    internal void MarkAsDisposed(torch.Tensor tensor)
    {
        _disposables.Remove(tensor);
        tensor.OwningDisposeScope = null;
        _manager.StatisticsOfThread.DisposedInScopeCount++;
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        if (disposable is not null && _disposables.Remove(disposable))
            Add(scope, disposable);
    }

    private static void Add(DisposeScope? scope, IDisposable disposable)
    {
        scope?._disposables.Add(disposable);
        if (disposable is torch.Tensor tensor)
            tensor.OwningDisposeScope = scope;
    }
}
