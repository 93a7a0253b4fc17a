using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models;

/// <summary>
/// Runs asynchronous work, with all its continuations, on one thread: dispose scopes, gradient modes and the number of
/// threads that libtorch uses belong to the thread, and results are repeatable to the bit only while that number stays.
/// </summary>
public static class TorchThread
{
    /// <summary>Runs the work to its end on a thread of its own.</summary>
    /// <param name="threads">CPU threads that one operation may use.</param>
    /// <param name="work">What to run.</param>
    public static Task<T> RunAsync<T>(int threads, Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Pump(threads, work, done)) { IsBackground = true, Name = "torch" };
        thread.Start();
        return done.Task;
    }

    private static void Pump<T>(int threads, Func<Task<T>> work, TaskCompletionSource<T> done)
    {
        using var queue = new WorkQueue();
        SynchronizationContext.SetSynchronizationContext(queue);
        try
        {
            set_num_threads(threads);
            Task<T> running = work();
            running.ContinueWith(_ => queue.Finish(), TaskScheduler.Default);
            queue.Run();
            done.SetResult(running.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException e)
        {
            done.SetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private sealed class WorkQueue : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

        public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

        public void Run()
        {
            foreach ((SendOrPostCallback callback, object? state) in _work.GetConsumingEnumerable())
                callback(state);
        }

        public void Finish() => _work.CompleteAdding();

        public void Dispose() => _work.Dispose();
    }
}
