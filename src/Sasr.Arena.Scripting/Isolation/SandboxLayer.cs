using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>One of the things that hold a worker.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsActive">Whether it holds on this machine.</param>
/// <param name="Detail">What it keeps a script from.</param>
public sealed record SandboxLayer(string Name, bool IsActive, string Detail)
{
    /// <summary>The layers of a worker, outermost first, as it finds itself held.</summary>
    internal static IReadOnlyList<SandboxLayer> Of(Restraints? held) =>
    [
        new("supervisor", true, "a deadline for every call, numbered replies, another worker after a death"),
        new("namespaces", held is { ProcessId: 1 }, "bubblewrap: no network, its own processes, read-only files, 64 MiB of /tmp"),
        new(
            "unprivileged user",
            held is { UserId: not 0, Capabilities: 0, NoNewPrivileges: true, ProcessId: 1 },
            held is { ProcessId: 1 } ? $"user {held.UserId}, no capabilities, and no way to get any" : "a user of its own, without capabilities"),
        new("outer system call filter", held is { SeccompFilters: >= 2, ProcessId: 1 }, "no sockets, tracing, mounts, namespaces, keys, BPF, io_uring"),
        new("inner system call filter", held is { SeccompFilters: >= 1 }, "no other programs, processes or signals"),
        new(
            "resource limits",
            held is { MaxDataBytes: not null, MaxProcesses: not null },
            held is { MaxDataBytes: { } bytes, MaxProcesses: { } processes }
                ? $"{bytes >> 20} MiB of data, {processes} threads, 256 open files, 16 MiB a file"
                : "memory, threads, open files, sizes of files"),
        new("engine limits", true, "heap, recursion, regular expressions, JavaScript statements"),
        new("gates", true, "C# may use what is on a list, checked as source and again as compiled"),
    ];
}
