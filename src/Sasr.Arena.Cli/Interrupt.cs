using System.Runtime.InteropServices;

namespace Sasr.Arena.Cli;

/// <summary>
/// Ctrl-C and SIGTERM as a cancellation: the command ends in its own time and saves what it has. A second one ends the
/// process at once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupt() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        // Not on the signal's own thread: it would run what is registered on the token.
        _ = _source.CancelAsync();
    }
}
