using System.Globalization;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>The kernel's limits on a confined process, as setrlimit(2) has them.</summary>
internal sealed record ResourceLimits
{
    /// <summary>Open files.</summary>
    public int Files { get; init; } = 256;

    /// <summary>Processes and threads.</summary>
    public int Processes { get; init; } = 64;

    /// <summary>Bytes of one file that it writes.</summary>
    public long FileBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of private writable memory.</summary>
    public long DataBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of all files in its /tmp, the only folder that it can write.</summary>
    public long TemporaryBytes { get; init; } = 64L << 20;

    /// <summary>As arguments of prlimit(1).</summary>
    public IEnumerable<string> Arguments() =>
    [
        "--core=0",
        string.Create(CultureInfo.InvariantCulture, $"--nofile={Files}"),
        string.Create(CultureInfo.InvariantCulture, $"--nproc={Processes}"),
        string.Create(CultureInfo.InvariantCulture, $"--fsize={FileBytes}"),
        string.Create(CultureInfo.InvariantCulture, $"--data={DataBytes}"),
    ];
}
