using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting.Confinement;

/// <summary>A system call by its numbers, which differ between processors; null where the processor has none.</summary>
/// <param name="name">As in the kernel's sources.</param>
/// <param name="x64">On x86-64 (asm/unistd_64.h).</param>
/// <param name="arm64">On arm64 (asm-generic/unistd.h).</param>
internal sealed class Syscall(string name, int? x64, int? arm64)
{
    public static Syscall Clone { get; } = new("clone", 56, 220);

    public static Syscall Clone3 { get; } = new("clone3", 435, 435);

    public static Syscall Ioctl { get; } = new("ioctl", 16, 29);

    public static Syscall Seccomp { get; } = new("seccomp", 317, 277);

    /// <summary>What nothing in a sandbox needs.</summary>
    public static IReadOnlyList<Syscall> Outside { get; } =
    [
        // the network
        new("socket", 41, 198),
        new("socketpair", 53, 199),
        new("connect", 42, 203),
        new("bind", 49, 200),
        new("listen", 50, 201),
        new("accept", 43, 202),
        new("accept4", 288, 242),
        // other processes
        new("ptrace", 101, 117),
        new("process_vm_readv", 310, 270),
        new("process_vm_writev", 311, 271),
        new("process_madvise", 440, 440),
        new("pidfd_open", 434, 434),
        new("pidfd_getfd", 438, 438),
        new("kcmp", 312, 272),
        // what the kernel runs for user space
        new("bpf", 321, 280),
        new("io_uring_setup", 425, 425),
        new("io_uring_enter", 426, 426),
        new("io_uring_register", 427, 427),
        new("perf_event_open", 298, 241),
        new("userfaultfd", 323, 282),
        new("keyctl", 250, 219),
        new("add_key", 248, 217),
        new("request_key", 249, 218),
        // mounts and namespaces
        new("mount", 165, 40),
        new("umount2", 166, 39),
        new("pivot_root", 155, 41),
        new("chroot", 161, 51),
        new("open_tree", 428, 428),
        new("move_mount", 429, 429),
        new("fsopen", 430, 430),
        new("fsconfig", 431, 431),
        new("fsmount", 432, 432),
        new("fspick", 433, 433),
        new("mount_setattr", 442, 442),
        new("unshare", 272, 97),
        new("setns", 308, 268),
        new("open_by_handle_at", 304, 265),
        new("name_to_handle_at", 303, 264),
        new("fanotify_init", 300, 262),
        // memory shared by key, and queues
        new("shmget", 29, 194),
        new("shmat", 30, 196),
        new("shmctl", 31, 195),
        new("semget", 64, 190),
        new("semop", 65, 193),
        new("semctl", 66, 191),
        new("msgget", 68, 186),
        new("msgsnd", 69, 189),
        new("msgrcv", 70, 188),
        new("msgctl", 71, 187),
        new("mq_open", 240, 180),
        new("memfd_secret", 447, 447),
        // the machine
        new("kexec_load", 246, 104),
        new("kexec_file_load", 320, 294),
        new("init_module", 175, 105),
        new("finit_module", 313, 273),
        new("delete_module", 176, 106),
        new("reboot", 169, 142),
        new("swapon", 167, 224),
        new("swapoff", 168, 225),
        new("acct", 163, 89),
        new("quotactl", 179, 60),
        new("syslog", 103, 116),
        new("settimeofday", 164, 170),
        new("clock_settime", 227, 112),
        new("adjtimex", 159, 171),
        new("clock_adjtime", 305, 266),
        new("sethostname", 170, 161),
        new("setdomainname", 171, 162),
        new("vhangup", 153, 58),
        new("ioperm", 173, null),
        new("iopl", 172, null),
        new("modify_ldt", 154, null),
        new("vmsplice", 278, 75),
    ];

    /// <summary>What a program no longer needs once it runs: other programs, and signals to other processes.</summary>
    public static IReadOnlyList<Syscall> Processes { get; } =
    [
        new("execve", 59, 221),
        new("execveat", 322, 281),
        new("fork", 57, null),
        new("vfork", 58, null),
        new("kill", 62, 129),
        new("rt_sigqueueinfo", 129, 138),
        new("rt_tgsigqueueinfo", 297, 240),
        new("pidfd_send_signal", 424, 424),
        new("setsid", 112, 157),
        new("setpgid", 109, 154),
    ];

    /// <summary>Its number on this processor.</summary>
    public int? Number => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => x64,
        Architecture.Arm64 => arm64,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => name;
}
