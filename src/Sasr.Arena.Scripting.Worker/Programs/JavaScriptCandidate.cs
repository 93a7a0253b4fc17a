using System.Text.Json;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A JavaScript program: an engine of its own, and another for every run of a whole program.</summary>
internal sealed class JavaScriptCandidate(CompileItem item) : CandidateProgram
{
    private const string File = "program.js";

    private JintEngine? _engine;

    public override void Prepare() => Guard(
        output =>
        {
            _engine = Start("", output);
            return true;
        });

    public override string Run(string input) => Guard(output =>
    {
        Start(input, output).Call("__flush");
        return output.Take();
    });

    public override string? Invoke(string function, string arguments) => Guard(_ =>
    {
        string? value = (string?)Prepared.Call("__call", function, arguments);
        return value is null || value.Length <= item.OutputLength
            ? value
            : throw ProgramError.Runtime($"{function} returned more than {item.OutputLength} characters");
    });

    public override IReadOnlyList<ProgramFunction> Functions() => Guard(_ =>
    {
        string functions = (string)Prepared.Call("__functions", item.Source)!;
        return JsonSerializer.Deserialize(functions, ProgramJson.Default.IReadOnlyListProgramFunction)!;
    });

    private JintEngine Prepared => _engine ?? throw ProgramError.Input("the program is not prepared");

    private JintEngine Start(string input, BoundedWriter output)
    {
        var engine = new JintEngine(File, TimeSpan.FromMilliseconds(item.RunMilliseconds));
        engine.Define("__input", new Func<string>(() => input));
        engine.Define("__write", new Action<string>(output.Write));
        EmbeddedScript.Json.RunIn(engine);
        EmbeddedScript.Program.RunIn(engine);
        engine.Execute(item.Source, File);
        return engine;
    }

    private T Guard<T>(Func<BoundedWriter, T> run)
    {
        var output = new BoundedWriter(item.OutputLength);
        try
        {
            return run(output);
        }
        catch (Exception) when (output.IsOverflowed)
        {
            throw ProgramError.Runtime(output.Overflow);
        }
        catch (ScriptException e)
        {
            throw new ScriptException(e.Error with { Kind = Kind(e), Message = ProgramError.Line(e.Error.Message) }, e);
        }
        catch (Exception e)
        {
            throw ProgramError.Of(e, File);
        }
    }

    // The engine reports errors of syntax and whatever the top level throws as one kind.
    private static ScriptErrorKind Kind(ScriptException e) => e.GetBaseException() switch
    {
        OutOfMemoryException => ScriptErrorKind.OutOfMemory,
        TimeoutException => ScriptErrorKind.TimedOut,
        _ when e.Error.Kind != ScriptErrorKind.Compile => e.Error.Kind,
        _ => e.Error.Message.StartsWith("SyntaxError", StringComparison.Ordinal) ? ScriptErrorKind.Compile : ScriptErrorKind.Runtime,
    };
}
