using System.Diagnostics;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;

namespace Sasr.Arena.Scripting.Tests.Supervision;

/// <summary>Workers that say on their standard error what they die of, and take their time to die.</summary>
[Platform("Linux")]
public sealed class LastWordsTests
{
    private const string Last = "last";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _heard = new(0);

    [TearDown]
    public void Forget()
    {
        while (_heard.Wait(0))
        {
        }
    }

    [OneTimeTearDown]
    public void Stop() => _heard.Dispose();

    [TestCase("Stack overflow.", DeathCause.StackOverflow, "stack overflow")]
    [TestCase("Out of memory.", DeathCause.OutOfMemory, "out of memory")]
    [TestCase("Unhandled exception. System.OutOfMemoryException: Exception of type", DeathCause.OutOfMemory, "out of memory")]
    [TestCase("Something else.", DeathCause.Deadline, "ran past its deadline")]
    public void A_worker_that_is_killed_over_its_report_died_of_what_it_reports(string line, object cause, string message)
    {
        using WorkerProcess worker = Start($"echo '{line}' >&2; echo {Last} >&2; exec sleep 600");
        long batch = worker.Send([new WorkItem { Status = true }]);
        WaitForLastWords();

        WorkerDiedException death = Assert.Throws<WorkerDiedException>(() => worker.Receive(batch, 0, 1, Short));
        Assert.That((death.Cause, death.AtDeadline), Is.EqualTo(((DeathCause)cause, true)));
        Assert.That(death.Message, Does.Contain(message));
    }

    [Test]
    public void A_worker_that_is_killed_from_outside_died_of_that_whatever_it_said()
    {
        using WorkerProcess worker = Start($"echo 'Stack overflow.' >&2; echo {Last} >&2; exec sleep 600");
        long batch = worker.Send([new WorkItem { Status = true }]);
        WaitForLastWords();
        using var process = Process.GetProcessById(worker.Id);
        process.Kill();

        WorkerDiedException death = Assert.Throws<WorkerDiedException>(() => worker.Receive(batch, 0, 1, Patience));
        Assert.That((death.Cause, death.AtDeadline), Is.EqualTo((DeathCause.Exited, false)));
    }

    /// <summary>The worker says which item it has begun by writing into the page that it was given.</summary>
    [Test]
    public void What_was_said_over_one_item_is_not_the_death_of_the_next()
    {
        using var frames = new FrameWriter();
        int length = frames.Write(new WorkRequest(1, [new WorkItem { Status = true }])).Length;
        using WorkerProcess worker = Start($$"""
            echo 'Stack overflow.' >&2
            echo {{Last}} >&2
            head -c {{length}} >/dev/null
            printf '\001' 1<>"/proc/self/fd/$1"
            exec sleep 600
            """);
        long batch = worker.Send([new WorkItem { Status = true }]);
        WaitForLastWords();
        worker.Send([new WorkItem { Status = true }]);
        var clock = Stopwatch.StartNew();
        while (worker.Progress is null or (0, 0) && clock.Elapsed < Patience)
            Thread.Sleep(10);
        Assert.That(worker.Progress, Is.EqualTo(((long, int)?)(0, 1)));

        WorkerDiedException death = Assert.Throws<WorkerDiedException>(() => worker.Receive(batch, 0, 1, Short));
        Assert.That(death.Cause, Is.EqualTo(DeathCause.Deadline));
    }

    private void WaitForLastWords() => Assert.That(_heard.Wait(Patience), Is.True);

    private WorkerProcess Start(string afterFirstByte)
    {
        string greeting = $$"""{"first":{{Frame.Version}},"results":[]}""";
        string script = $"""
            printf '\{Convert.ToString(greeting.Length, 8)}\000\000\000%s' '{greeting}'
            head -c 1 >/dev/null
            {afterFirstByte}
            """;
        ConfinedProgram program = WorkerProgram.Create(new ScriptHostOptions()) with { FileName = "/bin/sh", Arguments = ["-c", script] };
        return WorkerProcess.Start(new PlainLauncher(), program, new ScriptHostOptions
        {
            Output = line =>
            {
                if (line == Last)
                    _heard.Release();
            },
        });
    }
}
