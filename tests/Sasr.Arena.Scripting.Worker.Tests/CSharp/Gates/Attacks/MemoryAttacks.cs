namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>Going round the type system, and suspending what runs.</summary>
internal static class MemoryAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
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
    ];
}
