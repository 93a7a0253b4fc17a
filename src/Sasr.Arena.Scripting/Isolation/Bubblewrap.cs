using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Sasr.Arena.Scripting.Confinement;

namespace Sasr.Arena.Scripting.Isolation;

/// <summary>
/// Starts programs in a sandbox of bubblewrap's: namespaces of their own, a file system of a few read-only folders, the outer seccomp
/// filter, resource limits, no capabilities. Where this process is root, under a user of their own; otherwise in a user namespace.
/// </summary>
/// <param name="tools">Where the programs that it is made of lie.</param>
/// <param name="root">Whether this process is root.</param>
internal sealed class Bubblewrap(BubblewrapTools tools, bool root) : ILauncher
{
    private const int SigKill = 9;
    private const long DeviceBytes = 1 << 20;

    // What is ignored stays so in every program that follows.
    private const string IgnoreSignals = "trap '' HUP INT QUIT TERM TSTP; exec \"$@\"";

    // Not bubblewrap's own choice, which has terminals among them.
    private static readonly string[] Devices = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

    private static readonly string[] Libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64"];
    private static readonly Lock StartLock = new(); // one's filter must not be shut to it by another's start
    private static readonly UserIds Users = new(process => Directory.Exists($"/proc/{process}"));
    private static readonly byte[] Filter = SeccompFilter.IsSupported ? SeccompFilter.Outer() : [];

    private readonly PlainLauncher _plain = new();

    public bool IsSandbox => true;

    public Process Start(ConfinedProgram program)
    {
        lock (StartLock)
        {
            Descriptors.KeepFromChildren(program.Inherited);
            using var filter = new MemoryFile("seccomp", Filter);
            int slot = Users.Next();
            string[] command = [.. Outside(program), .. Arguments(program, filter.Descriptor), .. Inside(program, slot)];
            Process process = Process.Start(PlainLauncher.StartInfo(command[0], command[1..], new Dictionary<string, string>()))!;
            Users.Give(slot, process.Id);
            return process;
        }
    }

    /// <remarks>
    /// The program is killed and bubblewrap collects it. Were it the other way round, the program would be left to the first process of
    /// the machine or container to collect, which in a container is often one that does not.
    /// </remarks>
    public void Kill(Process process)
    {
        if (Child(process.Id) is { } child && kill(child, SigKill) == 0)
            return;
        _plain.Kill(process);
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);

    private static int? Child(int process)
    {
        try
        {
            string children = File.ReadAllText($"/proc/{process}/task/{process}/children");
            return int.TryParse(children.AsSpan().Trim(), CultureInfo.InvariantCulture, out int child) ? child : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Parents(string path)
    {
        string? parent = Path.GetDirectoryName(path);
        return parent is null or "/" ? [] : [.. Parents(parent), parent];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // A terminal's signals are for this process to act on. Between processes of different users, the death of the parent kills
    // nothing; but where the first process of a namespace goes, the kernel ends all others in it.
    private IEnumerable<string> Outside(ConfinedProgram program)
    {
        IEnumerable<string> unsignalled = program.OwnSession ? [tools.SetSid] : [tools.Shell, "-c", IgnoreSignals, "sh"];
        IEnumerable<string> namespaces = root
            ? [tools.SetPriv, "--pdeathsig=KILL", tools.Unshare, "--pid", "--fork", "--kill-child=KILL"]
            : [];
        return [.. unsignalled, .. namespaces, tools.Bubblewrap];
    }

    private List<string> Arguments(ConfinedProgram program, int filter)
    {
        List<string> arguments =
        [
            "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
            "--die-with-parent", "--as-pid-1", "--hostname", "sandbox",
        ];
        if (program.OwnSession)
            arguments.Add("--new-session");
        if (!root)
            arguments.AddRange(["--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"]);

        arguments.AddRange(["--proc", "/proc", "--size", Text(DeviceBytes), "--tmpfs", "/dev"]);
        foreach (string device in Devices)
            arguments.AddRange(["--dev-bind", device, device]);
        arguments.AddRange(["--symlink", "/proc/self/fd", "/dev/fd", "--size", Text(DeviceBytes), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]);
        arguments.AddRange(["--size", Text(program.Limits.TemporaryBytes), "--perms", "1777", "--tmpfs", "/tmp"]);
        foreach (string folder in Libraries)
        {
            if (new DirectoryInfo(folder).LinkTarget is { } target)
                arguments.AddRange(["--symlink", target, folder]);
            else if (Directory.Exists(folder))
                Expose(folder);
        }
        foreach (string path in program.Readable.Concat(tools.Inside(root)).Append(program.FileName).Distinct())
            Expose(path);
        arguments.AddRange(["--remount-ro", "/", "--chdir", "/tmp", "--clearenv"]);
        foreach ((string name, string value) in program.Environment)
            arguments.AddRange(["--setenv", name, value]);
        arguments.AddRange(["--seccomp", Text(filter)]);
        return arguments;

        void Expose(string path)
        {
            // bubblewrap itself would make them readable to root alone.
            foreach (string parent in Parents(path))
                arguments.AddRange(["--dir", parent]);
            arguments.AddRange(["--ro-bind", path, path]);
        }
    }

    // The limits are set inside, where a user namespace counts its own processes alone.
    private IEnumerable<string> Inside(ConfinedProgram program, int slot)
    {
        string user = Text(root ? UserIds.Of(slot) : 0);
        string[] unprivileged = root
            ?
            [
                tools.SetPriv, $"--reuid={user}", $"--regid={user}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all",
                "--no-new-privs",
            ]
            : [];
        return [tools.PrLimit, .. program.Limits.Arguments(), .. unprivileged, program.FileName, .. program.Arguments];
    }
}
