using System.Reflection;
using System.Runtime.Loader;
using Sasr.Arena.Scripting.CSharp;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A compiled program in a context of its own, with static fields of its own.</summary>
internal sealed class CandidateAssembly : IDisposable
{
    private const BindingFlags Unwrapped = BindingFlags.DoNotWrapExceptions;

    private readonly AssemblyLoadContext _context = new(ScriptAssembly.ContextName, isCollectible: true);
    private readonly CompiledCandidate _compiled;
    private readonly Assembly _assembly;

    public CandidateAssembly(CompiledCandidate compiled)
    {
        _compiled = compiled;
        using var assembly = new MemoryStream(compiled.Assembly, writable: false);
        using var symbols = new MemoryStream(compiled.Symbols, writable: false);
        _assembly = _context.LoadFromStream(assembly, symbols);
    }

    /// <summary>Every type that the program defines.</summary>
    public IEnumerable<Type> Types => _assembly.GetTypes();

    /// <summary>Runs a whole program.</summary>
    /// <returns>Its exit code.</returns>
    public int RunMain()
    {
        MethodInfo main = _assembly.EntryPoint!;
        object?[]? arguments = main.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
        return main.Invoke(null, Unwrapped, null, arguments, null) as int? ?? 0;
    }

    /// <summary>Runs a script's top level.</summary>
    /// <returns>The object that its functions and variables are members of; null where the program is no script.</returns>
    public object? RunTopLevel()
    {
        if (_compiled.Submission is null)
            return null;
        object?[] submissions = new object?[2];
        var factory = _assembly.GetType(_compiled.Submission, throwOnError: true)!
            .GetMethod(_compiled.Factory!, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
        factory(submissions).GetAwaiter().GetResult();
        return submissions[1];
    }

    public void Dispose() => _context.Unload();
}
