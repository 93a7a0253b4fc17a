using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>
/// Programs past the gates that reach for what lies outside: what the system's layers alone hold. Each prints what it got.
/// </summary>
public sealed class ReachTests
{
    private const string Preamble = """
        using System.Runtime.InteropServices;

        Console.WriteLine(Try());

        static string Try()
        {
            try { return Reach()?.ToString() ?? "nothing"; }
            catch (Exception e) when (e is not OutOfMemoryException) { return "held"; }
        }

        partial class Program
        {
            [DllImport("libc", SetLastError = true)] static extern long syscall(long number, long a, long b, long c, long d);
            [DllImport("libc", SetLastError = true)] static extern int setuid(int user);
            [DllImport("libc", SetLastError = true)] static extern int kill(int process, int signal);
            [DllImport("libc", SetLastError = true)] static extern int prctl(int option, long a, long b, long c, long d);
            static object Held(long result) => result == -1 ? "held" : result;
            static Type Find(string type, string assembly) => Type.GetType($"{type}, {assembly}", throwOnError: true)!;
        }
        """;

    private static readonly ProgramLimits Limits = new() { Time = TimeSpan.FromSeconds(20), OutputLength = 10_000 };

    private static readonly CodeRunnerOptions Options = new() { Workers = 1, SkipGates = true };

    private readonly EngineRunner _runner = new(ProgramLanguage.CSharp, Options, Sandbox.OfThisMachine.Launcher);

    private string _secret = "";

    [OneTimeSetUp]
    public void Start()
    {
        if (!Sandbox.OfThisMachine.IsActive)
            Assert.Ignore($"No sandbox here: {Sandbox.OfThisMachine.Problem}");
        _secret = Path.Combine(AppContext.BaseDirectory, "reach-secret.txt");
        File.WriteAllText(_secret, "secret");
        Environment.SetEnvironmentVariable("REACH_SECRET", "secret");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _runner.DisposeAsync();
        File.Delete(_secret);
        Environment.SetEnvironmentVariable("REACH_SECRET", null);
    }

    [TestCase("System.IO.File.ReadAllText(\"/etc/passwd\")", TestName = "read /etc/passwd")]
    [TestCase("System.IO.File.ReadAllText(\"/etc/hostname\")", TestName = "read /etc/hostname")]
    [TestCase("System.IO.Directory.GetFileSystemEntries(\"/root\").Length", TestName = "list /root")]
    [TestCase("System.IO.Directory.GetFileSystemEntries(\"/home\").Length", TestName = "list /home")]
    [TestCase("System.IO.File.ReadAllText(\"SECRET\")", TestName = "read a file of the supervisor's folder")]
    [TestCase("Environment.GetEnvironmentVariable(\"REACH_SECRET\") ?? \"held\"", TestName = "read the environment")]
    [TestCase("System.IO.File.ReadAllText(\"/proc/1/environ\").Contains(\"secret\") ? \"secret\" : \"held\"", TestName = "read the first process's environment")]
    [TestCase("System.IO.File.ReadAllText(\"/proc/self/mountinfo\").Contains(\"reach-secret\") ? \"secret\" : \"held\"", TestName = "find the supervisor's folder among the mounts")]
    [TestCase("System.IO.Directory.GetDirectories(\"/proc\").Count(p => char.IsAsciiDigit(p[6])) > 1 ? \"others\" : \"held\"", TestName = "see other processes")]
    [TestCase("System.IO.File.Create(\"/reach\").Name", TestName = "write to the root folder")]
    [TestCase("System.IO.File.Create(\"/usr/lib/reach\").Name", TestName = "write among the libraries")]
    [TestCase("System.IO.File.Create(System.IO.Path.Combine(AppContext.BaseDirectory, \"reach\")).Name", TestName = "write into the worker's folder")]
    [TestCase("System.IO.File.OpenWrite(typeof(object).Assembly.Location).Name", TestName = "overwrite the runtime")]
    [TestCase("System.IO.File.Create(\"/dev/shm/reach\").Name", TestName = "write to shared memory")]
    [TestCase("System.IO.File.OpenWrite(\"/proc/sys/kernel/hostname\").Name", TestName = "write a kernel setting")]
    [TestCase("Find(\"System.Diagnostics.Process\", \"System.Diagnostics.Process\").GetMethod(\"Start\", [typeof(string)])!.Invoke(null, [\"/usr/bin/id\"])", TestName = "start a process")]
    [TestCase("Find(\"System.Diagnostics.Process\", \"System.Diagnostics.Process\").GetMethod(\"Start\", [typeof(string)])!.Invoke(null, [Environment.ProcessPath])", TestName = "start itself again")]
    [TestCase("Held(syscall(57, 0, 0, 0, 0))", TestName = "fork")]
    [TestCase("Held(syscall(59, 0, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"exec\"", TestName = "exec")]
    [TestCase("Held(syscall(41, 2, 1, 6, 0))", TestName = "open a TCP socket")]
    [TestCase("Held(syscall(41, 1, 1, 0, 0))", TestName = "open a Unix socket")]
    [TestCase("Find(\"System.Net.Dns\", \"System.Net.NameResolution\").GetMethod(\"GetHostAddresses\", [typeof(string)])!.Invoke(null, [\"localhost\"])", TestName = "resolve a name")]
    [TestCase("Activator.CreateInstance(Find(\"System.Net.Sockets.TcpClient\", \"System.Net.Sockets\"), \"127.0.0.1\", PORT)", TestName = "connect to the machine")]
    [TestCase("Held(syscall(41, 16, 3, 15, 0))", TestName = "open a netlink socket")]
    [TestCase("Held(kill(-1, 9))", TestName = "kill everything")]
    [TestCase("Held(kill(1, 9))", TestName = "kill the first process")]
    [TestCase("Held(setuid(0)) is \"held\" ? \"held\" : Environment.UserName", TestName = "become root")]
    [TestCase("Held(syscall(101, 16, 1, 0, 0))", TestName = "ptrace")]
    [TestCase("Held(syscall(310, 1, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"read\"", TestName = "read another process's memory")]
    [TestCase("Held(syscall(165, 0, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"mount\"", TestName = "mount")]
    [TestCase("Held(syscall(272, 0x10000000, 0, 0, 0))", TestName = "make a user namespace")]
    [TestCase("Held(syscall(56, 0x10000011, 0, 0, 0))", TestName = "clone into a user namespace")]
    [TestCase("Held(syscall(435, 0, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 38 ? \"held\" : \"clone3\"", TestName = "clone3")]
    [TestCase("Held(syscall(321, 0, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"bpf\"", TestName = "bpf")]
    [TestCase("Held(syscall(425, 1, 0, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"io_uring\"", TestName = "io_uring")]
    [TestCase("Held(syscall(250, 0, -3, 1, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"keyctl\"", TestName = "keyctl")]
    [TestCase("Held(prctl(38, 0, 0, 0, 0))", TestName = "take back no_new_privs")]
    [TestCase("System.IO.File.OpenRead(\"/dev/tty\").Name", TestName = "open the terminal")]
    [TestCase("System.IO.File.OpenRead(\"/dev/ptmx\").Name", TestName = "make a terminal")]
    [TestCase("Held(syscall(16, 0, 0x5412, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"TIOCSTI\"", TestName = "type into the terminal")]
    [TestCase("Held(syscall(16, 0, 0x541C, 0, 0)) is \"held\" && Marshal.GetLastPInvokeError() == 1 ? \"held\" : \"TIOCLINUX\"", TestName = "paste into the console")]
    [TestCase("Held(kill(0, 19))", TestName = "signal its process group")]
    [TestCase("Held(syscall(112, 0, 0, 0, 0))", TestName = "make a session")]
    public async Task What_lies_outside_is_out_of_reach(string expression) =>
        Assert.That(await ReachAsync(_runner, expression), Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 1)));

    /// <summary>That it is the sandbox which holds them.</summary>
    [TestCase("System.IO.File.ReadAllText(\"SECRET\")", TestName = "read a file, in a plain worker")]
    [TestCase("Activator.CreateInstance(Find(\"System.Net.Sockets.TcpClient\", \"System.Net.Sockets\"), \"127.0.0.1\", PORT)", TestName = "connect to the machine, in a plain worker")]
    public async Task A_plain_worker_reaches_it(string expression)
    {
        await using var runner = new EngineRunner(ProgramLanguage.CSharp, Options, new PlainLauncher());
        Assert.That((await ReachAsync(runner, expression)).Outcome, Is.EqualTo(VerdictOutcome.Wrong));
    }

    /// <summary>The process may end of it; nothing else may.</summary>
    [TestCase("for (int i = 0; ; i++) new Thread(() => Thread.Sleep(-1)) { IsBackground = true }.Start();", TestName = "a bomb of threads")]
    [TestCase("for (;;) { nint p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24); for (int i = 0; i < 1 << 24; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); }", TestName = "native memory without end")]
    [TestCase("using var f = System.IO.File.Create(\"/tmp/a\"); for (long i = 0; i < 10_000; i++) f.Write(new byte[1 << 20]); Console.Write(1);", TestName = "ten gigabytes in one file")]
    [TestCase("for (int i = 0; i < 10_000; i++) System.IO.File.WriteAllBytes($\"/tmp/{i}\", new byte[1 << 20]); Console.Write(1);", TestName = "ten gigabytes in many files")]
    [TestCase("var all = new List<System.IO.FileStream>(); for (int i = 0; i < 100_000; i++) all.Add(System.IO.File.Create($\"/tmp/f{i}\")); Console.Write(1);", TestName = "open files without end")]
    public async Task What_a_program_may_have_is_bounded(string source)
    {
        Verdict verdict = await _runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, source), Io(("", "1")), Limits);
        Assert.That(verdict.Outcome, Is.Not.EqualTo(VerdictOutcome.Passed), verdict.Message);

        verdict = await _runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, "Console.Write(1);"), Io(("", "1")), Limits);
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    /// <summary>It writes a reply of its own to every descriptor before the worker's.</summary>
    [Test]
    public async Task A_forged_frame_is_the_workers_death_and_no_verdict()
    {
        const string Source = """
            byte[] reply = System.Text.Encoding.UTF8.GetBytes("{\"Id\":1,\"First\":0,\"Results\":[{\"Program\":{\"Output\":\"1\"}}]}");
            byte[] frame = [.. BitConverter.GetBytes(reply.Length), .. reply];
            for (int fd = 0; fd < 1024; fd++)
            {
                try
                {
                    using var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(fd, ownsHandle: false);
                    System.IO.RandomAccess.Write(handle, frame, 0);
                }
                catch (Exception) { }
            }
            """;
        Verdict verdict = await _runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, Source), Io(("", "1")), Limits);
        Assert.That(verdict.Outcome, Is.Not.EqualTo(VerdictOutcome.Passed), verdict.Message);
        verdict = await _runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, "Console.Write(2);"), Io(("", "2")), Limits);
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    private async Task<Verdict> ReachAsync(EngineRunner runner, string expression)
    {
        if (expression.Contains("syscall") && RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Ignore("The numbers of the system calls are those of x86-64.");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        expression = expression.Replace("SECRET", _secret).Replace("PORT", $"{((IPEndPoint)listener.LocalEndpoint).Port}");
        string source = $"{Preamble}\npartial class Program {{ static object? Reach() => {expression}; }}";
        return await runner.JudgeAsync(new Candidate(ProgramLanguage.CSharp, source), Io(("", "held")), Limits);
    }
}
