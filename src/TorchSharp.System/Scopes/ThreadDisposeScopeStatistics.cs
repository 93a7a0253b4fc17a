namespace TorchSharp;

/// <summary>How many tensors a thread has made and disposed; those that were finalized count as live.</summary>
public class ThreadDisposeScopeStatistics
{
    internal ThreadDisposeScopeStatistics()
    {
    }

    /// <summary>Made minus disposed, since the start of the thread or the last <see cref="Reset"/>.</summary>
    public long ThreadTotalLiveCount
        => CreatedInScopeCount + CreatedOutsideScopeCount - DisposedInScopeCount - DisposedOutsideScopeCount;

    /// <summary>Made while the thread had no scope.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    internal long CreatedInScopeCount { get; set; }

    internal long DisposedInScopeCount { get; set; }

    internal long DisposedOutsideScopeCount { get; set; }

    /// <summary>Sets all counts to zero.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DisposedInScopeCount = 0;
        DisposedOutsideScopeCount = 0;
    }
}
