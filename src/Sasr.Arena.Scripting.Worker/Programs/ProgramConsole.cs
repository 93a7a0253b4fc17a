namespace Sasr.Arena.Scripting.Programs;

/// <summary>Gives a program standard streams of its own for as long as it runs.</summary>
internal sealed class ProgramConsole : IDisposable
{
    private readonly TextReader _input = Console.In;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;

    public ProgramConsole(TextReader input, TextWriter output)
    {
        Console.SetIn(input);
        Console.SetOut(output);
        Console.SetError(TextWriter.Null);
    }

    public void Dispose()
    {
        Console.SetIn(_input);
        Console.SetOut(_output);
        Console.SetError(_error);
    }
}
