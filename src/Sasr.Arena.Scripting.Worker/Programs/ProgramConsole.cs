using System.Globalization;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Gives a program standard streams of its own for as long as it runs.</summary>
internal sealed class ProgramConsole : IDisposable
{
    // Threads and tasks take it over from where they are started.
    private static readonly AsyncLocal<ConsoleWriter?> Run = new();

    private readonly TextReader _input = Console.In;
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;

    public ProgramConsole(string input, ConsoleWriter output)
    {
        Run.Value = output;
        Console.SetIn(new ConsoleReader(output, input));
        Console.SetOut(output);
        Console.SetError(TextWriter.Null);
    }

    /// <summary>Whether this thread belongs to the run that has this output.</summary>
    public static bool IsOfRun(ConsoleWriter output) => Run.Value == output;

    public void Dispose()
    {
        Run.Value = null;
        Console.SetIn(_input);
        Console.SetOut(_output);
        Console.SetError(_error);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
