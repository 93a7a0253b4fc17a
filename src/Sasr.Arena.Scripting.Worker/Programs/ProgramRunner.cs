using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Runs items of programs and of files of tests, one at a time, on those that it keeps.</summary>
internal sealed class ProgramRunner
{
    private readonly Dictionary<long, CandidateProgram> _programs = [];
    private readonly Dictionary<long, TestSession> _tests = [];

    /// <summary>The item's result; every exception that a program can cause becomes an error in it.</summary>
    public WorkResult Run(ProgramItem item)
    {
        try
        {
            return item switch
            {
                { Compile: { } compile } => Compile(item.Id, compile),
                { Prepare: true } => Prepare(item.Id),
                { Input: { } input } => Result(new() { Output = Program(item.Id).Run(input) }),
                { Invoke: { } invoke } => Result(new() { Value = Program(item.Id).Invoke(invoke.Function, invoke.Arguments) }),
                { Functions: true } => Result(new() { Functions = Program(item.Id).Functions() }),
                { Test: { } test } => Result(new() { Step = Test(item.Id, test) }),
                { Answer: { } answer } => Result(new() { Step = Tests(item.Id).Resume(answer) }),
                { Forget: true } => Forget(item.Id),
                _ => throw ProgramError.Input("an item without a task"),
            };
        }
        catch (ScriptException e)
        {
            return new() { Error = e.Error };
        }
        catch (OutOfMemoryException e)
        {
            return new() { Error = ProgramError.Of(e, "").Error };
        }
    }

    private static WorkResult Result(ProgramResult result) => new() { Program = result };

    private WorkResult Compile(long id, CompileItem item)
    {
        _programs.Add(id, CandidateProgram.Create(item));
        return WorkResult.Done;
    }

    private WorkResult Prepare(long id)
    {
        Program(id).Prepare();
        return WorkResult.Done;
    }

    private TestStep Test(long id, TestItem item)
    {
        TestSession session = TestSession.Create(item);
        _tests.Add(id, session);
        return session.Begin();
    }

    private WorkResult Forget(long id)
    {
        if (_programs.Remove(id, out CandidateProgram? program))
            program.Dispose();
        if (_tests.Remove(id, out TestSession? session))
            session.Dispose();
        return WorkResult.Done;
    }

    private CandidateProgram Program(long id) => _programs.TryGetValue(id, out CandidateProgram? program)
        ? program
        : throw ProgramError.Input("there is no such program");

    private TestSession Tests(long id) => _tests.TryGetValue(id, out TestSession? session)
        ? session
        : throw ProgramError.Input("there are no such tests");
}
