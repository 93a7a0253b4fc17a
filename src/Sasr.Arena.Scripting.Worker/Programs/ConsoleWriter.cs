namespace Sasr.Arena.Scripting.Programs;

/// <summary>Standard output of a program's run, for the threads of that run alone: one that an earlier program left behind prints nothing.</summary>
internal sealed class ConsoleWriter(int capacity) : BoundedWriter(capacity)
{
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (ProgramConsole.IsOfRun(this))
            base.Write(buffer);
    }
}
