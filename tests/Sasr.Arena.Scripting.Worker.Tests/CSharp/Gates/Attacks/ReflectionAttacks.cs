namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

/// <summary>Reaching for what a type, an object or an assembly tells of itself.</summary>
internal static class ReflectionAttacks
{
    public static IEnumerable<Attack> All { get; } =
    [
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
    ];
}
