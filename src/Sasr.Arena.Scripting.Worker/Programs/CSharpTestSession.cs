using Sasr.Arena.Scripting.CSharp;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A file of tests in the dialect of C# scripts, whose functions are those of <see cref="TestGlobals"/>.</summary>
internal sealed class CSharpTestSession(TestItem item) : TestSession(item)
{
    private const string File = "tests.csx";

    protected override TestFailure? RunTests()
    {
        ScriptAssembly tests;
        try
        {
            var script = new LoadItem(File, ScriptKind.Reward, File, File, Item.Source, CallMilliseconds: 0);
            tests = new ScriptAssembly(ScriptCompiler.Compile(script, typeof(TestGlobals)));
        }
        catch (ScriptException e)
        {
            return new TestFailure(TestFailureKind.Broken, e.Error.ToString());
        }
        try
        {
            object instance = tests.Run(new TestGlobals(Call, Pass));
            return Item.EntryPoint is { } function ? Check(tests, instance, function) : null;
        }
        catch (ScriptException e)
        {
            return e.InnerException switch
            {
                AssertionException assertion => new TestFailure(TestFailureKind.Assertion, ProgramError.Line(assertion.Message)),
                ProgramException program => new TestFailure(TestFailureKind.Program, ProgramError.Line(program.Message)),
                _ => new TestFailure(TestFailureKind.Exception, ProgramError.Line(e.Error.ToString())),
            };
        }
        finally
        {
            tests.Context.Unload();
        }
    }

    private static TestFailure? Check(ScriptAssembly tests, object instance, string function)
    {
        if (!tests.Defines("Check"))
            return new TestFailure(TestFailureKind.Broken, $"{File}: the tests define no Check(string function)");
        Action<string> check = tests.Bind<Action<string>>(instance, "Check", "void Check(string function)")!;
        return tests.Guard<TestFailure?>(() =>
        {
            check(function);
            return null;
        });
    }
}
