using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Tests.Python;

/// <summary>A hostile program that is held prints <c>held</c>, or comes to the named end.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Source">The program.</param>
/// <param name="Outcomes">How it may end.</param>
internal sealed record PythonAttack(string Name, string Source, params VerdictOutcome[] Outcomes)
{
    // `denied` runs something that must be refused with an error, and says so where it is not.
    private const string Prelude = """
        import ctypes, os, sys
        libc = ctypes.CDLL(None, use_errno=True)
        def denied(action, *arguments):
            try:
                result = action(*arguments)
            except (OSError, ValueError, RuntimeError) as error:
                return
            print('not denied:', arguments, result)
        def refused(name, *arguments):
            result = getattr(libc, name)(*arguments)
            if result != -1:
                print('not refused:', name, arguments, result)

        """;

    /// <summary>Those that Python's part of the sandbox is measured by, and more.</summary>
    public static IEnumerable<PythonAttack> All(string canary) =>
    [
        Held("fork bomb", "for _ in range(200): denied(os.fork)"),
        Held("socket", "import socket\ndenied(socket.socket)\ndenied(socket.socketpair)\ndenied(socket.socket, socket.AF_UNIX)"),
        Held("unshare", "refused('unshare', 0x10000000)\nrefused('unshare', 0x20000)\nrefused('setns', 3, 0)"),
        Held("mount", "refused('mount', b'none', b'/tmp', b'tmpfs', 0, None)\nrefused('umount2', b'/proc', 2)\nrefused('chroot', b'/tmp')\nrefused('pivot_root', b'/tmp', b'/tmp')"),
        Held("ptrace", "refused('ptrace', 16, 1, 0, 0)\nrefused('ptrace', 0, 0, 0, 0)\nrefused('ptrace', 0x4206, os.getppid(), 0, 0)"),
        Held("host reads", $"""
            for path in '/etc/passwd', '/etc/shadow', '/root/.bashrc', '/var/log', '/home', '/work', '/proc/1/environ', '/proc/1/maps', r'{canary}':
                denied(open, path)
            if os.path.isdir('/root'):  # where it holds Python itself, that alone
                own = [name for name in os.listdir('/root') if not os.path.realpath(os.__file__).startswith('/root/' + name)]
                print(*own, end='')
            denied(os.listdir, '/proc/1/fd')
            denied(os.listdir, os.path.dirname(r'{canary}'))
            """),
        Held("writes outside", $"""
            for path in '/escaped', '/etc/escaped', '/usr/lib/escaped', '/dev/escaped', '/proc/sys/kernel/core_pattern', '/proc/1/oom_score_adj', '/proc/1/mem', r'{canary}':
                denied(open, path, 'w')
            denied(os.mkdir, '/escaped')
            denied(os.chmod, sys.executable or '/usr/lib', 0o777)
            """),
        Held("big file", "f = open('big', 'wb')\ndenied(lambda: [f.write(bytes(1 << 20)) for _ in range(64)])"),
        Held("full folder", "def fill():\n    for i in range(64):\n        with open(str(i), 'wb') as f: f.write(bytes(1 << 20))\ndenied(fill)"),
        new("memory", "x = []\nwhile True: x.append(bytearray(1 << 20))", VerdictOutcome.OutOfMemory),
        new("memory by mapping", "import mmap\nx = []\nwhile True: x.append(mmap.mmap(-1, 1 << 26))", VerdictOutcome.RuntimeError, VerdictOutcome.OutOfMemory),
        new("endless loop", "while True:\n    try:\n        while True: pass\n    except BaseException: pass", VerdictOutcome.TimedOut),
        Held("signals", """
            import signal
            for target in 1, -1, 0, os.getppid(), -os.getpgrp():
                for number in signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM: denied(os.kill, target, number)
            denied(os.killpg, 1, signal.SIGKILL)
            """),

        Held("another program", """
            import subprocess
            denied(os.execv, sys.executable or '/usr/bin/prlimit', ['x'])
            denied(os.posix_spawn, '/usr/bin/prlimit', ['x'], {})
            denied(subprocess.run, ['/usr/bin/prlimit'])
            denied(lambda: os.system('true') == 0 or denied(os.fork) or (_ for _ in ()).throw(OSError()))
            """),
        Held("system calls by number", """
            if os.uname().machine == 'x86_64':
                # process_vm_readv, bpf, io_uring_setup, userfaultfd, perf_event_open, add_key, keyctl, pidfd_open, kexec_load, init_module, open_by_handle_at, fsopen
                for number in 310, 321, 425, 323, 298, 248, 250, 434, 246, 175, 304, 430:
                    refused('syscall', number, 1, 0, 0, 0, 0, 0)
            """),
        Held("limits raised", """
            import resource
            for kind in resource.RLIMIT_DATA, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_AS:
                denied(resource.setrlimit, kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            denied(resource.prlimit, 1, resource.RLIMIT_NOFILE, (0, 0))
            denied(resource.prlimit, os.getppid(), resource.RLIMIT_CPU, (0, 0))
            """),
        Held("another user", "denied(os.setuid, 0)\ndenied(os.setgid, 0)\ndenied(os.setgroups, [0])\nrefused('capset', b'x' * 8, b'x' * 24)"),
        Held("thread bomb", """
            import threading, time
            def spin():
                time.sleep(60)
            def bomb():
                for _ in range(1000): threading.Thread(target=spin, daemon=True).start()
            denied(bomb)
            """),
        new("threads that stay", "import threading\ndef spin():\n    while True: pass\nfor _ in range(4): threading.Thread(target=spin).start()", VerdictOutcome.TimedOut),
        new("forged frames on every descriptor", """
            import struct
            for descriptor in range(256):
                if descriptor != 1:
                    for frame in struct.pack('<cII', b'E', 1, 2) + b'{}', struct.pack('<IcIII', 2, b'r', 1, 9, 9) + b'{}', b'\xff' * 4096:
                        try: os.write(descriptor, frame)
                        except OSError: pass
            print('held')
            """, VerdictOutcome.RuntimeError),
        new("every descriptor closed", "os_ = __import__('os')\nos_.closerange(0, 4096)\nwhile True: pass", VerdictOutcome.RuntimeError, VerdictOutcome.TimedOut),
        new("endless output", "while True: print('x' * 10000)", VerdictOutcome.RuntimeError, VerdictOutcome.TimedOut),
        new("endless output of errors", "import sys\nfor _ in range(2000): sys.stderr.write('x' * 10000)\nprint('held')", VerdictOutcome.Passed),
        new("recursion without a limit", "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(x): return f((x,)) + 1\nf(0)", VerdictOutcome.RuntimeError, VerdictOutcome.OutOfMemory, VerdictOutcome.TimedOut),
        new("deep source", "x = " + new string('(', 50_000) + "1" + new string(')', 50_000), VerdictOutcome.CompileError, VerdictOutcome.OutOfMemory),
        new("regular expression", "import re\nre.match('(a+)+$', 'a' * 64 + 'b')", VerdictOutcome.TimedOut),
        new("whole number of a billion digits", "print(len(str(7 ** (10 ** 9))))", VerdictOutcome.TimedOut, VerdictOutcome.OutOfMemory),
        new("zip bomb", "import zlib\nz = zlib.compress(bytes(1 << 26), 9)\nx = [zlib.decompress(z) for _ in range(64)]", VerdictOutcome.OutOfMemory),
        new("crash", "import ctypes\nctypes.string_at(0)", VerdictOutcome.RuntimeError),
        new("exit code 0 early", "import os\nos._exit(0)", VerdictOutcome.Wrong),
        new("hooks at the end", """
            import atexit, sys
            class Last:
                def __del__(self): print('wrong')
            sys.settrace(lambda *a: None)
            sys.excepthook = lambda *a: print('held')
            atexit.register(lambda: (_ for _ in ()).throw(SystemExit(0)))
            last = Last()
            raise ValueError
            """, VerdictOutcome.RuntimeError),
        Held("entries that cannot be removed", """
            os.symlink('/etc', 'etc'); os.symlink('/proc/1/root', 'root'); os.mkfifo('fifo')
            os.makedirs('/'.join(['d' * 200] * 15))
            os.mkdir('shut'); open('shut/x', 'w').close(); os.chmod('shut', 0)
            """),
    ];

    public override string ToString() => Name;

    private static PythonAttack Held(string name, string source) => new(name, $"{Prelude}{source}\nprint('held')", VerdictOutcome.Passed);
}
