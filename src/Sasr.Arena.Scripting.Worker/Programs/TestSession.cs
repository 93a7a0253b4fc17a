using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// A file of tests on a thread of its own. It runs while the worker's thread waits for it, and waits where it calls the program:
/// that runs in another process.
/// </summary>
internal abstract class TestSession(TestItem item) : IDisposable
{
    private const int StackBytes = 16 << 20;

    private readonly SemaphoreSlim _answered = new(0);
    private readonly SemaphoreSlim _stepped = new(0);
    private volatile bool _isAbandoned;
    private AnswerItem? _answer;
    private TestStep? _step;
    private int _passed;

    protected TestItem Item => item;

    public static TestSession Create(TestItem item) => item.Language switch
    {
        ProgramLanguage.CSharp => new CSharpTestSession(item),
        ProgramLanguage.JavaScript => new JavaScriptTestSession(item),
        _ => throw ProgramError.Input($"this worker runs no tests in {item.Language}"),
    };

    /// <summary>Runs up to the first call, or to the end.</summary>
    public TestStep Begin()
    {
        new Thread(Run, StackBytes) { IsBackground = true, Name = "tests" }.Start();
        return Wait();
    }

    /// <summary>Runs up to the next call, or to the end.</summary>
    public TestStep Resume(AnswerItem answer)
    {
        if (_step?.Call is null)
            throw ProgramError.Input("the tests wait for no answer");
        _answer = answer;
        _answered.Release();
        return Wait();
    }

    public void Dispose()
    {
        _isAbandoned = true;
        _answered.Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs the whole file.</summary>
    /// <returns>Why it ended early; null where it did not.</returns>
    protected abstract TestFailure? RunTests();

    /// <summary>Counts an assertion that holds.</summary>
    protected void Pass() => _passed++;

    /// <summary>Calls a function of the program.</summary>
    /// <exception cref="ObjectDisposedException">Nobody wants to know any more.</exception>
    protected AnswerItem Call(string function, string arguments)
    {
        Step(new TestStep(_passed, new InvokeItem(function, arguments)));
        _answered.Wait();
        ObjectDisposedException.ThrowIf(_isAbandoned, this);
        return _answer!;
    }

    private void Run()
    {
        TestFailure? failure;
        try
        {
            failure = RunTests();
        }
        catch (Exception e)
        {
            failure = new TestFailure(TestFailureKind.Exception, ProgramError.Describe(e));
        }
        Step(new TestStep(_passed, Failure: failure));
    }

    private void Step(TestStep step)
    {
        _step = step;
        _stepped.Release();
    }

    private TestStep Wait()
    {
        _stepped.Wait();
        return _step!;
    }
}
