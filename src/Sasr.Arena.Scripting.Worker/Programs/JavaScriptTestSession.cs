using System.Text.Json;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A file of tests in JavaScript, in whose realm every function of the program is one.</summary>
internal sealed class JavaScriptTestSession(TestItem item) : TestSession(item)
{
    // The supervisor's deadlines hold the tests; the engine's clock runs on while the program does.
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(30);

    protected override TestFailure? RunTests()
    {
        var engine = new JintEngine("tests.js", Budget);
        engine.Define("__remote", new Func<string, string, string>(Remote));
        engine.Define("__passed", new Action(Pass));
        EmbeddedScript.Json.RunIn(engine);
        EmbeddedScript.Tests.RunIn(engine);
        engine.Call("__define", JsonSerializer.Serialize(Item.Functions, ProgramJson.Default.IReadOnlyListProgramFunction));
        try
        {
            return Parse((string)engine.Call("__run", Item.Source, Item.EntryPoint ?? "")!);
        }
        catch (ScriptException e)
        {
            return new TestFailure(TestFailureKind.Exception, ProgramError.Line(e.Error.Message));
        }
    }

    private static TestFailure? Parse(string end)
    {
        if (end.Length == 0)
            return null;
        int colon = end.IndexOf(':', StringComparison.Ordinal);
        return new TestFailure(Enum.Parse<TestFailureKind>(end[..colon], ignoreCase: true), ProgramError.Line(end[(colon + 1)..]));
    }

    private string Remote(string function, string arguments) => Call(function, arguments) switch
    {
        { Error: { } error } => $"!{error}",
        { Value: { } value } => $"={value}",
        _ => "?",
    };
}
