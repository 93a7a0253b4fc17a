using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A C# program: compiled once, run as often as there are inputs.</summary>
internal sealed class CSharpCandidate : CandidateProgram
{
    private readonly CompileItem _item;
    private readonly CompiledCandidate _compiled;
    private CandidateAssembly? _assembly;
    private CandidateFunctions? _functions;

    public CSharpCandidate(CompileItem item)
    {
        _item = item;
        _compiled = item.Whole ? CandidateCompiler.CompileProgram(item) : CandidateCompiler.CompileFunctions(item);
    }

    public override void Prepare()
    {
        Load();
        _functions = Guard(
            new ConsoleWriter(_item.OutputLength),
            _ => new CandidateFunctions(_assembly!, _assembly!.RunTopLevel(), new ArgumentJson(_item.OutputLength)));
    }

    public override string Run(string input)
    {
        if (_assembly is null || _compiled.HasState)
            Load();
        return Guard(
            new ConsoleWriter(_item.OutputLength),
            output =>
            {
                int code = _assembly!.RunMain();
                return code == 0 ? output.Take() : throw ProgramError.Runtime($"the program ended with exit code {code}");
            },
            input);
    }

    public override string? Invoke(string function, string arguments)
    {
        CandidateFunctions functions = _functions ?? throw ProgramError.Input("the program is not prepared");
        return Guard(new ConsoleWriter(_item.OutputLength), _ => functions.Invoke(function, arguments));
    }

    public override IReadOnlyList<ProgramFunction> Functions() =>
        (_functions ?? throw ProgramError.Input("the program is not prepared")).All();

    public override void Dispose()
    {
        _assembly?.Dispose();
        base.Dispose();
    }

    private void Load()
    {
        _assembly?.Dispose();
        _assembly = new CandidateAssembly(_compiled);
    }

    private static T Guard<T>(ConsoleWriter output, Func<ConsoleWriter, T> run, string input = "")
    {
        using var console = new ProgramConsole(input, output);
        try
        {
            return run(output);
        }
        catch (Exception e)
        {
            throw output.IsOverflowed ? ProgramError.Runtime(output.Overflow) : ProgramError.Of(e, CandidateCompiler.File);
        }
    }
}
