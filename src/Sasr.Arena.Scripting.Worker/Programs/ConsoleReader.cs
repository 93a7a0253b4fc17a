namespace Sasr.Arena.Scripting.Programs;

/// <summary>Standard input of a program's run, which is empty for threads that an earlier program left behind.</summary>
/// <param name="output">The same run's output.</param>
/// <param name="text">All of the input.</param>
internal sealed class ConsoleReader(ConsoleWriter output, string text) : TextReader
{
    private readonly StringReader _text = new(text);

    private TextReader Source => ProgramConsole.IsOfRun(output) ? _text : Null;

    public override int Peek() => Source.Peek();

    public override int Read() => Source.Read();

    public override int Read(char[] buffer, int index, int count) => Source.Read(buffer, index, count);

    public override string? ReadLine() => Source.ReadLine();

    public override string ReadToEnd() => Source.ReadToEnd();
}
