using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>A compiled script in a context of its own, which goes when nothing uses the script any more.</summary>
internal sealed class ScriptAssembly
{
    /// <summary>Name of every script's load context.</summary>
    public const string ContextName = "script";

    private readonly Type _type;
    private readonly Func<object[], Task<object>> _factory;
    private readonly Dictionary<string, FileLinePositionSpan> _positions;

    public ScriptAssembly(CompiledScript compiled)
    {
        Script = compiled.Script;
        Context = new AssemblyLoadContext(ContextName, isCollectible: true);
        Assembly assembly = Context.LoadFromStream(compiled.Assembly, compiled.Symbols);
        _type = assembly.GetType(compiled.Type, throwOnError: true)!;
        _factory = _type
            .GetMethod(compiled.Factory, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object[], Task<object>>>();
        _positions = compiled.Trees.SelectMany(tree => tree.GetCompilationUnitRoot().Members).OfType<MethodDeclarationSyntax>()
            .GroupBy(method => method.Identifier.ValueText)
            .ToDictionary(group => group.Key, group => group.First().Identifier.GetLocation().GetLineSpan());
    }

    public LoadItem Script { get; }

    public AssemblyLoadContext Context { get; }

    public bool Defines(string method) => _positions.ContainsKey(method);

    /// <summary>Runs the script's top level on a new instance of its variables.</summary>
    public object Run(ScriptGlobals globals)
    {
        object[] submissions = [globals, null!];
        Guard(() => _factory(submissions).GetAwaiter().GetResult(), ScriptErrorKind.Compile);
        return submissions[1];
    }

    /// <summary>One of the script's functions as a delegate; null where the script does not define it.</summary>
    /// <param name="instance">From <see cref="Run"/>.</param>
    /// <param name="name">Of the function.</param>
    /// <param name="signature">As the user should write it.</param>
    /// <exception cref="ScriptException">Its parameters or its result are of other types.</exception>
    public T? Bind<T>(object instance, string name, string signature)
        where T : Delegate =>
        !Defines(name) ? null : TryBind<T>(instance, name) ?? throw Error(name, $"{name} must be '{signature}'");

    /// <summary>The same; null also where the function is another.</summary>
    public T? TryBind<T>(object instance, string name)
        where T : Delegate
    {
        MethodInfo wanted = typeof(T).GetMethod("Invoke")!;
        MethodInfo? found = _type.GetMethod(
            name,
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
            [.. wanted.GetParameters().Select(parameter => parameter.ParameterType)]);
        return found is not null && found.ReturnType == wanted.ReturnType
            ? (T)Delegate.CreateDelegate(typeof(T), found.IsStatic ? null : instance, found)
            : null;
    }

    /// <summary>An error at a function's name.</summary>
    public ScriptException Error(string method, string message, ScriptErrorKind kind = ScriptErrorKind.Compile)
    {
        FileLinePositionSpan place = _positions[method];
        LinePosition start = place.StartLinePosition;
        return new ScriptException(new ScriptError(kind, message, place.Path, start.Line + 1, start.Character + 1));
    }

    /// <summary>Calls into the script, and says where in it an exception came from.</summary>
    public T Guard<T>(Func<T> call, ScriptErrorKind kind = ScriptErrorKind.Runtime)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (e is not (ScriptException or OutOfMemoryException))
        {
            throw StackPosition.Locate(e, Script, kind);
        }
    }
}
