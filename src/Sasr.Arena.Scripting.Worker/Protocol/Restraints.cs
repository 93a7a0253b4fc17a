namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What the kernel holds a process by, as the process itself finds it (proc_pid_status(5)).</summary>
/// <param name="ProcessId">Its number where it lives; 1 in a namespace of its own.</param>
/// <param name="UserId">Its user there.</param>
/// <param name="Capabilities">Its effective capabilities, as a bit set.</param>
/// <param name="NoNewPrivileges">Whether no program that it starts can have more rights.</param>
/// <param name="SeccompFilters">Filters on its system calls.</param>
/// <param name="MaxProcesses">Processes and threads that it may have; null where there is no limit.</param>
/// <param name="MaxDataBytes">Private memory that it may have; null where there is no limit.</param>
internal sealed record Restraints(
    int ProcessId, long UserId, ulong Capabilities, bool NoNewPrivileges, int SeccompFilters, long? MaxProcesses, long? MaxDataBytes);
