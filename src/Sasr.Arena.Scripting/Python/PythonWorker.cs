using System.Collections.Concurrent;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Python;

/// <summary>One thread that judges candidate after candidate. It starts the processes that it needs, and they end with it at the latest.</summary>
internal sealed class PythonWorker : IDisposable
{
    private readonly BlockingCollection<PythonJob> _jobs;
    private readonly ZygotePool _pool;
    private readonly PythonRunnerOptions _options;
    private readonly bool _isSandbox;
    private readonly Thread _thread;

    public PythonWorker(BlockingCollection<PythonJob> jobs, ZygoteLauncher launcher, PythonRunnerOptions options)
    {
        (_jobs, _options, _isSandbox) = (jobs, options, launcher.IsSandbox);
        _pool = new ZygotePool(launcher, options);
        _thread = new Thread(Run) { IsBackground = true, Name = "python" };
        _thread.Start();
    }

    /// <summary>Ends the candidate that runs now, whose verdict is then an infrastructure failure.</summary>
    public void Kill() => _pool.Stop();

    /// <summary>Ends the candidate that runs now, and waits for the thread's end.</summary>
    public void Dispose()
    {
        _pool.Stop();
        _thread.Join();
    }

    private void Run()
    {
        foreach (PythonJob job in _jobs.GetConsumingEnumerable())
        {
            job.Complete(Judge(job));
            if (!_jobs.IsAddingCompleted)
                _pool.Refresh();
        }
        _pool.Dispose();
    }

    private Verdict Judge(PythonJob job)
    {
        var progress = new Progress();
        var context = new JudgeContext(_pool, _options, job.Limits, progress, _isSandbox);
        _pool.Resume();
        try
        {
            if (_jobs.IsAddingCompleted)
                return Verdict.Failed("The runner was closed.");
            using CancellationTokenRegistration cancellation = job.Cancelled.Register(_pool.Stop);
            return job.Tests switch
            {
                StandardIoTests tests => StandardIoJudge.Judge(job.Candidate.Source, tests, context),
                FunctionTests tests => FunctionJudge.Judge(job.Candidate.Source, tests, context),
                TestFile tests => TestFileJudge.Judge(job.Candidate.Source, tests, context),
                _ => Verdict.Failed($"Python programs cannot be judged by {job.Tests.GetType().Name}."),
            };
        }
        catch (LateException)
        {
            return new Verdict(
                VerdictOutcome.TimedOut, $"It ran longer than {job.Limits.Time.TotalSeconds:0.###} s.", progress.Case, progress.Passed);
        }
        catch (ForgedMessageException e)
        {
            _pool.Stop();
            return new Verdict(VerdictOutcome.RuntimeError, $"The program wrote to the runner's own pipes: {e.Message}", progress.Case, progress.Passed);
        }
        catch (ZygoteException e)
        {
            return Verdict.Failed(e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or OutOfMemoryException)
        {
            _pool.Stop();
            return Verdict.Failed($"The runner failed: {e.Message}");
        }
    }
}
