namespace Sasr.Arena.Scripting.Isolation;

/// <summary>
/// Users that exist nowhere else, one a process: the kernel counts a user's processes together, and lets them signal each other.
/// </summary>
internal static class UserIds
{
    private const int Slots = 64;
    private const long Span = 1L << 28; // a process id has 22 bits, a slot 6
    private const long Highest = int.MaxValue;

    private static int _last;

    /// <summary>The next user of this process, the first of them again after 64.</summary>
    public static long Next() => Next(File.ReadLines("/proc/self/uid_map"), Environment.ProcessId, Interlocked.Increment(ref _last));

    /// <summary>The user for a slot of a process, among those that this user namespace knows (user_namespaces(7), 'uid_map').</summary>
    internal static long Next(IEnumerable<string> map, int process, int slot)
    {
        (long first, long count) = map
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(fields => (long.Parse(fields[0], null), long.Parse(fields[2], null)))
            .MaxBy(range => range.Item2);
        long end = Math.Min(first + count - 1, Highest);
        long span = Math.Max(1, Math.Min(Span, (end - first) / 2));
        return end - 1 - ((((long)process * Slots) + (slot & (Slots - 1))) % span);
    }
}
