namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>Reaching for files, processes, the network, threads and the console.</summary>
internal static class SystemAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
        new("read a file", 1, 27, "System.IO.File", "System.IO.File", """
            var text = System.IO.File.ReadAllText("/etc/passwd");
            """),
        new("list a folder", 1, 33, "System.IO.Directory", "System.IO.Directory", """
            var files = System.IO.Directory.GetFiles("/root");
            """),
        new("start a process", 1, 28, "System.Diagnostics.Process", "System.Diagnostics.Process", """
            System.Diagnostics.Process.Start("sh");
            """),
        new("open a socket", 1, 14, "System.Net.Sockets.TcpClient", "System.Net.Sockets.TcpClient", """
            var client = new System.Net.Sockets.TcpClient("127.0.0.1", 80);
            """),
        new("fetch a page", 1, 80, "System.Threading.Tasks.Task", "System.Net.Http.HttpClient", """
            var text = new System.Net.Http.HttpClient().GetStringAsync("http://localhost").Result;
            """),
        new("exit", 1, 20, "System.Environment.Exit", "System.Environment.Exit", """
            System.Environment.Exit(0);
            """),
        new("fail fast", 1, 20, "System.Environment.FailFast", "System.Environment.FailFast", """
            System.Environment.FailFast("x");
            """),
        new("read the environment", 1, 31, "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariable", """
            var home = System.Environment.GetEnvironmentVariable("HOME");
            """),
        new("finalizer", 3, 5, "A destructor", "System.Object.Finalize", """
            class Late
            {
                ~Late() { while (true) { } }
            }
            """),
        new("thread", 2, 40, "System.Threading.Thread", "System.Threading.ThreadStart", """
            using System.Threading;
            new Thread(() => { while (true) { } }).Start();
            """),
        new("thread pool", 1, 29, "System.Threading.ThreadPool", "System.Threading.WaitCallback", """
            System.Threading.ThreadPool.QueueUserWorkItem(_ => { });
            """),
        new("background task", 1, 29, "System.Threading.Tasks.Task", "System.Threading.Tasks.Task", """
            System.Threading.Tasks.Task.Run(() => { while (true) { } });
            """),
        new("parallel loop", 1, 33, "System.Threading.Tasks.Parallel", "System.Threading.Tasks.Parallel", """
            System.Threading.Tasks.Parallel.For(0, 9, i => { });
            """),
        new("timer", 1, 13, "System.Threading.Timer", "System.Threading.Timer", """
            var timer = new System.Threading.Timer(_ => { }, null, 0, 1);
            """),
        new("sleep", 1, 25, "System.Threading.Thread", "System.Threading.Thread", """
            System.Threading.Thread.Sleep(1000);
            """),
        new("set the output", 1, 9, "System.Console.SetOut", "System.Console.SetOut", """
            Console.SetOut(Console.Error);
            """),
        new("raw output", 1, 30, "System.IO.Stream", "System.IO.Stream", """
            Console.OpenStandardOutput().WriteByte(1);
            """),
        new("ctrl-c handler", 1, 1, "System.Console.add_CancelKeyPress", "System.ConsoleCancelEventHandler", """
            Console.CancelKeyPress += (_, _) => { };
            """),
        new("console input in a script", 1, 20, "System.Console.ReadLine", "System.Console.ReadLine", """
            var line = Console.ReadLine();
            """),
    ];
}
