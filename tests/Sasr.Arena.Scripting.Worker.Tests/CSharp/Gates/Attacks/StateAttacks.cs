namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>Leaving something for the next call, and asking for what differs from run to run.</summary>
internal static class StateAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
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
    ];
}
