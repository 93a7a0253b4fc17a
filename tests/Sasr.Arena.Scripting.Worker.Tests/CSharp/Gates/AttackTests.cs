using Sasr.Arena.Scripting.CSharp.Gates;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

/// <summary>Code that must not run. Each gate stops it by itself; positions are those of the first thing that is refused.</summary>
public sealed class AttackTests
{
    [TestCaseSource(nameof(Attacks))]
    public void The_source_gate_refuses(Attack attack)
    {
        Refusal? refusal = attack.Compile().BySource;
        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Message, Does.StartWith($"{attack.SourceNames} may not be used in a "));
        Assert.That((refusal.Line, refusal.Column), Is.EqualTo((attack.Line, attack.Column)));
    }

    [TestCaseSource(nameof(Compilable))]
    public void The_assembly_gate_refuses(Attack attack)
    {
        Compiled code = attack.Compile();
        Assert.That(code.Errors, Is.Empty, "the attack itself must compile");
        Refusal? refusal = code.ByAssembly;
        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Message, Does.StartWith($"{attack.AssemblyNames} may not be used in a "));
    }

    private static IEnumerable<TestCaseData> Attacks() => All().Select(attack => new TestCaseData(attack).SetArgDisplayNames(attack.Name));

    // Without those that leave no trace in an assembly, and those that are harmless once they are compiled.
    private static IEnumerable<TestCaseData> Compilable() =>
        All().Where(attack => attack.AssemblyNames is not null).Select(attack => new TestCaseData(attack).SetArgDisplayNames(attack.Name));

    private static IEnumerable<Attack> All() =>
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
        new("reflection", 1, 30, "System.Type.GetMethods", "System.Reflection.MethodInfo", """
            var methods = typeof(string).GetMethods();
            """),
        new("private reflection", 1, 27, "System.Type.GetField", "System.Reflection.FieldInfo", """
            var field = "x".GetType().GetField("_stringLength", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance);
            field.SetValue("x", 9);
            """),
        new("type of an object", 1, 25, "System.Object.GetType", "System.Object.GetType", """
            var type = new object().GetType();
            """),
        new("assembly of a type", 1, 31, "System.Type.Assembly", "System.Reflection.Assembly", """
            var assembly = typeof(string).Assembly;
            """),
        new("a type by its name", 1, 17, "System.Type.GetType", "System.Type.GetType", """
            var type = Type.GetType("System.IO.File");
            """),
        new("activator", 1, 22, "System.Activator", "System.Activator", """
            var list = Activator.CreateInstance<List<int>>();
            """),
        new("array of a type", 1, 19, "System.Array.CreateInstance", "System.Array.CreateInstance", """
            var array = Array.CreateInstance(typeof(int), 3);
            """),
        new("delegate's method", 2, 16, "System.Delegate.Method", "System.Reflection.MethodInfo", """
            Func<int> f = () => 1;
            var method = f.Method;
            """),
        new("dynamic invoke", 2, 16, "System.Delegate.DynamicInvoke", "System.Delegate.DynamicInvoke", """
            Func<int> f = () => 1;
            var result = f.DynamicInvoke();
            """),
        new("load an assembly", 1, 51, "System.Runtime.Loader.AssemblyLoadContext", "System.Runtime.Loader.AssemblyLoadContext", """
            System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromAssemblyPath("/tmp/x.dll");
            """),
        new("assembly load", 1, 28, "System.Reflection.Assembly", "System.Reflection.Assembly", """
            System.Reflection.Assembly.Load("System.Net.Http");
            """),
        new("unsafe write", 1, 1, "'unsafe'", "An assembly with a table DeclSecurity", """
            unsafe void F()
            {
                int x = 1;
                int* p = &x;
                p[1000] = 1;
            }
            """),
        new("unsafe without a variable", 1, 1, "'unsafe'", "An assembly with a table DeclSecurity", """
            unsafe { *(int*)0 = 1; }
            """),
        new("function pointer", 1, 1, "'unsafe'", "An assembly with a table DeclSecurity", """
            unsafe void F() { delegate*<string, int> p = &int.Parse; p("1"); }
            """),
        new("native function", 2, 2, "System.Runtime.InteropServices.DllImportAttribute", "An assembly with a table ModuleRef", """
            using System.Runtime.InteropServices;
            [DllImport("libc")] static extern int getpid();
            getpid();
            """),
        new("native library", 1, 46, "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.NativeLibrary", """
            System.Runtime.InteropServices.NativeLibrary.Load("libc");
            """),
        new("native memory", 1, 48, "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.Marshal", """
            var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 30);
            """),
        new("a delegate of a pointer", 1, 48, "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.Marshal", """
            var f = System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Action>((nint)1);
            """),
        new("Unsafe.As", 1, 51, "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.Unsafe.As", """
            var text = System.Runtime.CompilerServices.Unsafe.As<string>(new object());
            """),
        new("MemoryMarshal", 1, 57, "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.InteropServices.MemoryMarshal.AsMemory", """
            var span = System.Runtime.InteropServices.MemoryMarshal.AsMemory("x".AsMemory());
            """),
        new("a span over anything", 3, 61, "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.InteropServices.MemoryMarshal.CreateSpan", """
            void F(int x)
            {
                var span = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref x, 1000);
            }
            """),
        new("uninitialized object", 1, 56, "System.Runtime.CompilerServices.RuntimeHelpers", "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject", """
            var x = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(string));
            """),
        new("handle", 1, 54, "System.Runtime.InteropServices.GCHandle", "System.Runtime.InteropServices.GCHandle", """
            var handle = System.Runtime.InteropServices.GCHandle.Alloc(new object());
            """),
        new("explicit layout", 2, 2, "System.Runtime.InteropServices.StructLayoutAttribute", "An assembly with a table FieldLayout", """
            using System.Runtime.InteropServices;
            [StructLayout(LayoutKind.Explicit)]
            struct Both
            {
                [FieldOffset(0)] public object A;
                [FieldOffset(0)] public string B;
            }
            """),
        new("huge struct", 2, 2, "System.Runtime.InteropServices.StructLayoutAttribute", "A layout of its own", """
            using System.Runtime.InteropServices;
            [StructLayout(LayoutKind.Sequential, Size = 100_000_000)]
            struct Big { }
            """),
        new("stackalloc", 1, 26, "'stackalloc'", "A pointer", """
            void F() { Span<int> s = stackalloc int[100_000_000]; }
            """),
        new("fixed", 1, 1, "'unsafe'", "An assembly with a table DeclSecurity", """
            unsafe void F(int[] a) { fixed (int* p = a) { p[9] = 1; } }
            """),
        new("makeref", 2, 31, "System.TypedReference", "The instruction mkrefany", """
            int x = 1;
            void F() { int y = 1; var r = __makeref(y); }
            """),
        new("arglist", 1, 8, "'__arglist'", "'__arglist'", """
            void F(__arglist) { }
            """),
        new("lock", 2, 1, "'lock'", "System.Threading.Monitor", """
            object o = new();
            lock (o) { }
            """),
        new("monitor", 1, 26, "System.Threading.Monitor", "System.Threading.Monitor", """
            System.Threading.Monitor.Enter("shared");
            """),
        new("interlocked", 2, 30, "System.Threading.Interlocked", "System.Threading.Interlocked.Increment", """
            int x = 0;
            System.Threading.Interlocked.Increment(ref x);
            """),
        new("dynamic", 1, 1, "'dynamic'", "System.Runtime.CompilerServices.DynamicAttribute", """
            dynamic d = 1;
            var x = d + 1;
            """),
        new("expression trees", 1, 25, "System.Linq.Expressions.Expression", "System.Linq.Expressions.Expression", """
            System.Linq.Expressions.Expression<Func<int>> e = () => 1;
            var f = e.Compile();
            """),
        new("async", 1, 1, "'async'", "System.Threading.Tasks.Task", """
            async System.Threading.Tasks.Task F() { await System.Threading.Tasks.Task.Yield(); }
            """),
        new("async void", 1, 1, "'async'", "System.Runtime.CompilerServices.TaskAwaiter", """
            async void F() { await System.Threading.Tasks.Task.Delay(1); }
            """),
        new("await at the top", 1, 1, "'await'", "System.Runtime.CompilerServices.TaskAwaiter", """
            await System.Threading.Tasks.Task.Delay(1);
            """),
        new("own awaitable", 1, 48, "System.Runtime.CompilerServices.INotifyCompletion", "System.Runtime.CompilerServices.INotifyCompletion", """
            struct Later : System.Runtime.CompilerServices.INotifyCompletion
            {
                public Later GetAwaiter() => this;
                public bool IsCompleted => false;
                public int GetResult() => 1;
                public void OnCompleted(Action next) { }
            }
            async System.Threading.Tasks.Task<int> F() => await new Later();
            """),
        new("static state", 1, 34, "Static state", "Static state (Calls)", """
            class Memory { public static int Calls; }
            Memory.Calls++;
            """),
        new("static list", 1, 49, "Static state", "Static state (Seen)", """
            class Memory { public static readonly List<int> Seen = []; }
            Memory.Seen.Add(1);
            """),
        new("static property", 1, 34, "Static state", "Static state (<Calls>k__BackingField)", """
            class Memory { public static int Calls { get; set; } }
            Memory.Calls++;
            """),
        new("static event", 1, 43, "Static state", "Static state (Happened)", """
            class Memory { public static event Action Happened; static void F() => Happened?.Invoke(); }
            """),
        new("thread static", 1, 42, "Static state", "System.ThreadStaticAttribute", """
            class Memory { [ThreadStatic] static int x; }
            """),
        new("thread local", 1, 9, "System.Threading.ThreadLocal", "System.Threading.ThreadLocal", """
            var x = new System.Threading.ThreadLocal<int>();
            """),
        new("AppContext state", 1, 12, "System.AppContext", "System.AppContext", """
            AppContext.SetSwitch("x", true);
            """),
        new("AppDomain data", 1, 25, "System.AppDomain", "System.AppDomain", """
            AppDomain.CurrentDomain.SetData("x", 1);
            """),
        new("AppDomain events", 1, 1, "System.AppDomain", "System.AppDomain", """
            AppDomain.CurrentDomain.ProcessExit += (_, _) => { };
            """),
        new("intern", 1, 21, "System.String.Intern", "System.String.Intern", """
            var shared = string.Intern("x");
            """),
        new("culture", 1, 34, "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.set_CurrentCulture", """
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            """),
        new("default culture", 1, 34, "System.Globalization.CultureInfo.DefaultThreadCurrentCulture", "System.Globalization.CultureInfo.set_DefaultThreadCurrentCulture", """
            System.Globalization.CultureInfo.DefaultThreadCurrentCulture = null;
            """),
        new("collect garbage", 1, 4, "System.GC", "System.GC", """
            GC.Collect();
            """),
        new("no collection", 1, 4, "System.GC", "System.GC", """
            GC.TryStartNoGCRegion(1000);
            """),
        new("weak table", 1, 9, "System.Runtime.CompilerServices.ConditionalWeakTable", "System.Runtime.CompilerServices.ConditionalWeakTable", """
            var t = new System.Runtime.CompilerServices.ConditionalWeakTable<string, string>();
            """),
        new("shared pool", 1, 47, "System.Buffers.ArrayPool", "System.Buffers.ArrayPool", """
            var a = System.Buffers.ArrayPool<byte>.Shared.Rent(9);
            """),
        new("stack trace", 2, 29, "System.Exception.StackTrace", "System.Exception.get_StackTrace", """
            try { int.Parse("x"); }
            catch (Exception e) when (e.StackTrace.Length > 0) { }
            """),
        new("target site", 2, 33, "System.Exception.TargetSite", "System.Reflection.MethodBase", """
            try { int.Parse("x"); }
            catch (Exception e) { var m = e.TargetSite; }
            """),
        new("stack frames", 1, 9, "System.Diagnostics.StackTrace", "System.Diagnostics.StackTrace", """
            var t = new System.Diagnostics.StackTrace();
            """),
        new("caller's file", 2, 11, "System.Runtime.CompilerServices.CallerFilePathAttribute", "System.Runtime.CompilerServices.CallerFilePathAttribute", """
            using System.Runtime.CompilerServices;
            string F([CallerFilePath] string file = "") => file;
            F();
            """),
        new("clock", 1, 20, "System.DateTime.Now", "System.DateTime.get_Now", """
            var now = DateTime.Now;
            """),
        new("clock in UTC", 1, 26, "System.DateTimeOffset", "System.DateTimeOffset", """
            var now = DateTimeOffset.UtcNow;
            """),
        new("stopwatch", 1, 42, "System.Diagnostics.Stopwatch", "System.Diagnostics.Stopwatch", """
            var clock = System.Diagnostics.Stopwatch.StartNew();
            """),
        new("ticks", 1, 25, "System.Environment.TickCount64", "System.Environment.get_TickCount64", """
            var ticks = Environment.TickCount64;
            """),
        new("random", 1, 22, "System.Random", "System.Random", """
            var x = new Random().Next();
            """),
        new("guid", 1, 15, "System.Guid.NewGuid", "System.Guid.NewGuid", """
            var id = Guid.NewGuid();
            """),
        new("hash code of text", 1, 16, "System.String.GetHashCode", null, """
            var hash = "x".GetHashCode();
            """),
        new("hash code", 1, 21, "System.HashCode", "System.HashCode", """
            var hash = HashCode.Combine(1, 2);
            """),
        new("random bytes", 1, 60, "System.Security.Cryptography.RandomNumberGenerator", "System.Security.Cryptography.RandomNumberGenerator", """
            var b = System.Security.Cryptography.RandomNumberGenerator.GetInt32(9);
            """),
        new("regex without a limit", 2, 9, "new System.Text.RegularExpressions.Regex", "System.Text.RegularExpressions.Regex.InfiniteMatchTimeout", """
            using System.Text.RegularExpressions;
            var r = new Regex("(a+)+$", RegexOptions.None, Regex.InfiniteMatchTimeout);
            """),
        new("regex with another limit", 2, 15, "System.Text.RegularExpressions.Regex.IsMatch", "System.Text.RegularExpressions.Regex.IsMatch", """
            using System.Text.RegularExpressions;
            var r = Regex.IsMatch("a", "a", RegexOptions.None, TimeSpan.FromHours(1));
            """),
        new("regex cache", 1, 38, "System.Text.RegularExpressions.Regex.CacheSize", "System.Text.RegularExpressions.Regex.set_CacheSize", """
            System.Text.RegularExpressions.Regex.CacheSize = 0;
            """),
        new("json converter", 2, 13, "System.Text.Json.Serialization.JsonConverter", "System.Text.Json.Serialization.JsonConverter", """
            using System.Text.Json.Serialization;
            class Any : JsonConverter<int>
            {
                public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 1;
                public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { }
            }
            """),
        new("json types by name", 2, 2, "System.Text.Json.Serialization.JsonDerivedTypeAttribute", "System.Text.Json.Serialization.JsonDerivedTypeAttribute", """
            using System.Text.Json.Serialization;
            [JsonDerivedType(typeof(string), "s")]
            class Base { }
            """),
        new("json of any type", 1, 24, "System.IO.FileInfo", "System.IO.FileInfo", """
            var x = JsonSerializer.Deserialize<System.IO.FileInfo>("{}");
            """),
        new("json resolver", 1, 37, "System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver", "System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver", """
            var o = new JsonSerializerOptions { TypeInfoResolver = null };
            """),
        new("module initializer", 3, 6, "System.Runtime.CompilerServices.ModuleInitializerAttribute", "System.Runtime.CompilerServices.ModuleInitializerAttribute", """
            class Early
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() { }
            }
            """),
        new("unmanaged caller", 3, 6, "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute", "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute", """
            class Native
            {
                [System.Runtime.InteropServices.UnmanagedCallersOnly]
                static void Run() { }
            }
            """),
        new("unsafe accessor", 2, 2, "System.Runtime.CompilerServices.UnsafeAccessorAttribute", "System.Runtime.CompilerServices.UnsafeAccessorKind", """
            using System.Runtime.CompilerServices;
            [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_stringLength")]
            static extern ref int Length(string s);
            Length("x") = 9;
            """),
        new("skip initialization", 2, 2, "System.Runtime.CompilerServices.SkipLocalsInitAttribute", "An assembly with a table DeclSecurity", """
            using System.Runtime.CompilerServices;
            [SkipLocalsInit] unsafe void F() { }
            """),
        new("synchronized method", 2, 2, "System.Runtime.CompilerServices.MethodImplAttribute", "A method of the runtime", """
            using System.Runtime.CompilerServices;
            [MethodImpl(MethodImplOptions.Synchronized)] void F() { }
            """),
        new("own interpolation handler", 2, 2, "System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute", null, """
            using System.Runtime.CompilerServices;
            [InterpolatedStringHandler]
            struct Handler
            {
                public Handler(int a, int b) { }
                public void AppendLiteral(string s) { }
                public void AppendFormatted<T>(T t) { }
            }
            void F(Handler h) { }
            F($"{1}");
            """),
        new("own enumerator", 3, 22, "System.IO.FileSystemInfo", "System.IO.FileSystemInfo", """
            class Files
            {
                public System.IO.FileSystemInfo Current => null;
                public bool MoveNext() => false;
                public Files GetEnumerator() => this;
            }
            foreach (var file in new Files()) { }
            """),
        new("own deconstruction", 5, 1, "System.IO.Stream", "System.IO.Stream", """
            static class Ext
            {
                public static void F() { }
            }
            (var a, var b) = new System.Collections.Generic.KeyValuePair<int, System.IO.Stream>(1, null);
            """),
        new("using a stream", 1, 34, "System.IO.Stream", "System.IO.Stream", """
            void F(object o) { using var s = o as System.IO.Stream; }
            """),
        new("nameof", 1, 34, "System.IO.File", null, """
            var name = nameof(System.IO.File.Delete);
            """),
        new("typeof", 1, 29, "System.IO.File", "System.IO.File", """
            var same = typeof(System.IO.File) == typeof(string);
            """),
        new("a pattern", 2, 24, "System.IO.Stream", "System.IO.Stream", """
            object o = 1;
            var x = o is System.IO.Stream;
            """),
        new("a default", 1, 9, "System.Threading.CancellationToken", "System.Threading.CancellationToken", """
            var x = default(System.Threading.CancellationToken);
            """),
        new("a constraint", 1, 36, "System.IO.Stream", "System.IO.Stream", """
            void F<T>(T t) where T : System.IO.Stream { }
            """),
        new("a base class", 1, 24, "System.IO.Stream", "System.IO.Stream", """
            class Mine : System.IO.Stream
            {
                public override bool CanRead => true;
                public override bool CanSeek => true;
                public override bool CanWrite => true;
                public override long Length => 0;
                public override long Position { get; set; }
                public override void Flush() { }
                public override int Read(byte[] b, int o, int c) => 0;
                public override long Seek(long o, System.IO.SeekOrigin s) => 0;
                public override void SetLength(long v) { }
                public override void Write(byte[] b, int o, int c) { }
            }
            """),
        new("an alias", 1, 21, "System.IO.File", "System.IO.File", """
            using F = System.IO.File;
            var text = F.ReadAllText("x");
            """),
        new("static using", 1, 24, "System.IO.File", "System.IO.File", """
            using static System.IO.File;
            var text = ReadAllText("x");
            """),
        new("a method group", 1, 44, "System.IO.File", "System.IO.File", """
            Func<string, string> read = System.IO.File.ReadAllText;
            """),
        new("an extension method", 2, 27, "System.Reflection.IntrospectionExtensions", "System.Reflection.TypeInfo", """
            using System.Reflection;
            var type = typeof(string).GetTypeInfo();
            """),
        new("parallel query", 1, 34, "System.Linq.ParallelEnumerable", "System.Linq.ParallelEnumerable", """
            var x = new[] { 1 }.AsParallel().Sum();
            """),
        new("a query", 1, 9, "System.Linq.ParallelQuery", "System.Linq.ParallelQuery", """
            var x = from a in new[] { 1 }.AsParallel() select a;
            """),
        new("a query through expressions", 1, 35, "System.Linq.Queryable", "System.Linq.Queryable", """
            var x = new[] { 1 }.AsQueryable().Count();
            """),
        new("own attribute", 1, 23, "System.Attribute", "new System.Attribute", """
            class MineAttribute : Attribute { }
            [Mine] void F() { }
            """),
        new("line numbers", 1, 1, "#line", null, """
            #line 1 "other"
            var x = 1;
            """),
        new("warnings off", 1, 1, "#pragma", null, """
            #pragma warning disable
            var x = 1;
            """),
        new("conditional code", 1, 1, "#if", null, """
            #if false
            #endif
            var x = 1;
            """),
        new("encoding provider", 1, 10, "System.Text.Encoding.RegisterProvider", "System.Text.EncodingProvider", """
            Encoding.RegisterProvider(null);
            """),
        new("memory stream", 1, 9, "System.IO.MemoryStream", "System.IO.MemoryStream", """
            var s = new System.IO.MemoryStream();
            """),
        new("close the output", 1, 13, "System.IO.TextWriter.Close", "System.IO.TextWriter.Close", """
            Console.Out.Close();
            """),
        new("a field's reference", 1, 1, "'unsafe'", "An assembly with a table DeclSecurity", """
            unsafe struct Buffer { public fixed byte Data[100]; }
            """),
        new("pin", 1, 37, "System.Memory.Pin", "System.Buffers.MemoryHandle", """
            var h = new Memory<int>(new int[1]).Pin();
            """),
        new("internals of the framework", 2, 1, "An attribute of the assembly", "new System.Attribute", """
            using System;
            [assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo("System.Private.CoreLib")]
            namespace System.Runtime.CompilerServices
            {
                class IgnoresAccessChecksToAttribute : Attribute { public IgnoresAccessChecksToAttribute(string name) { } }
            }
            class P { static void Main() { } }
            """, isProgram: true),
        new("a type in the framework's namespace", 1, 1, "A type of its own in the namespace System.Runtime.CompilerServices", "A type of its own in the namespace System.Runtime.CompilerServices", """
            namespace System.Runtime.CompilerServices
            {
                class ModuleInitializerAttribute { }
            }
            class P { static void Main() { } }
            """, isProgram: true),
        new("an attribute of the assembly", 1, 1, "An attribute of the module", "System.Security.UnverifiableCodeAttribute", """
            [module: System.Security.UnverifiableCode]
            class P { static void Main() { } }
            """, isProgram: true),
        new("raw input", 1, 60, "System.IO.Stream", "System.IO.Stream", """
            class P { static void Main() { Console.OpenStandardInput().ReadByte(); } }
            """, isProgram: true),
        new("shared random numbers", 1, 39, "System.Random.Shared", "System.Random.get_Shared", """
            class P { static void Main() { Random.Shared.Next(); } }
            """, isProgram: true),
        new("async main", 1, 18, "'async'", "System.Threading.Tasks.Task", """
            class P { static async System.Threading.Tasks.Task Main() { await System.Threading.Tasks.Task.Yield(); } }
            """, isProgram: true),
        new("files in a program", 5, 28, "System.IO.StreamReader", "System.IO.StreamReader", """
            class P
            {
                static void Main()
                {
                    using var reader = new System.IO.StreamReader("/etc/passwd");
                    Console.Write(reader.ReadToEnd());
                }
            }
            """, isProgram: true),
        new("exit of a program", 1, 58, "System.Environment.Exit", "System.Environment.Exit", """
            class P { static int n; static void Main() { Environment.Exit(n); } }
            """, isProgram: true),
    ];

    /// <summary>A script, or a program, that one of the gates must stop.</summary>
    public sealed class Attack(
        string name, int line, int column, string sourceNames, string? assemblyNames, string source, bool isProgram = false)
    {
        public string Name => name;

        public int Line => line;

        public int Column => column;

        /// <summary>What the source gate names.</summary>
        public string SourceNames => sourceNames;

        /// <summary>What the assembly gate names; null where an assembly keeps nothing of it.</summary>
        public string? AssemblyNames => assemblyNames;

        internal Compiled Compile() => isProgram ? Compiled.Program(source) : Compiled.Script(source);
    }
}
