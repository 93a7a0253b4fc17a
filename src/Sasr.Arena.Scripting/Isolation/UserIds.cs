namespace Sasr.Arena.Scripting.Isolation;

/// <summary>
/// Users that exist nowhere else, one a process: the kernel counts a user's processes together, and lets them signal each other.
/// </summary>
/// <param name="isAlive">Whether a process runs still, by its id.</param>
internal sealed class UserIds(Func<int, bool> isAlive)
{
    private const int Slots = 64;
    private const long Span = 1L << 28; // a process id has 22 bits, a slot 6
    private const long Highest = int.MaxValue;

    private readonly int?[] _owners = new int?[Slots];
    private int _last;

    /// <summary>The slot used longest ago of those whose processes have ended; where all of them run, of all.</summary>
    public int Next()
    {
        int next = (_last + 1) % Slots;
        for (int i = 0; i < Slots; i++)
        {
            int slot = (next + i) % Slots;
            if (_owners[slot] is not { } owner || !isAlive(owner))
                return _last = slot;
        }
        return _last = next;
    }

    /// <summary>Notes which process has a slot's user.</summary>
    public void Give(int slot, int process) => _owners[slot] = process;

    /// <summary>The user for a slot of this process.</summary>
    public static long Of(int slot) => Of(File.ReadLines("/proc/self/uid_map"), Environment.ProcessId, slot);

    /// <summary>The user for a slot of a process, among those that this user namespace knows (user_namespaces(7), 'uid_map').</summary>
    internal static long Of(IEnumerable<string> map, int process, int slot)
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
