namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>Hiding a use behind what the compiler makes of other constructs, and programs.</summary>
internal static class LanguageAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
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
        new("a reference", 1, 1, "#r", null, """
            #r "System.Net.Http"
            """),
        new("another source for a program", 1, 1, "#load", null, """
            #load "shared/loops.csx"
            class P { static void Main() { } }
            """, isProgram: true),
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
}
