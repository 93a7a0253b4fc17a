namespace Sasr.Arena.Cli.Rendering;

/// <summary>A bar on the terminal's error stream that is written over; nothing where that is no terminal.</summary>
internal sealed class ProgressLine(Terminal terminal, string what, int total)
{
    private const int Width = 30;
    private int _shown;

    public void Show(int done)
    {
        if (!terminal.ShowsProgress || done >= total)
            return;
        int filled = Width * done / total;
        string line = $"{what} [{new string('#', filled)}{new string('.', Width - filled)}] {done} of {total}";
        terminal.Error.Write($"\r{line}");
        _shown = line.Length;
    }

    public void Clear()
    {
        if (_shown > 0)
            terminal.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}
