using System.Reflection;
using System.Text.Json;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// The functions of a C# program, by name or as <c>Class.Method</c>: a script's own first, then static methods, then methods of
/// classes that can be made without arguments.
/// </summary>
/// <param name="assembly">The program.</param>
/// <param name="script">The object whose members a script's functions are; null where the program is no script.</param>
/// <param name="json">How values go in and out.</param>
internal sealed class CandidateFunctions(CandidateAssembly assembly, object? script, ArgumentJson json)
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, MethodInfo[]> _found = [];

    /// <returns>The result as JSON; null where there is none.</returns>
    /// <exception cref="ScriptException">No function has that name and takes these arguments, or its result is no JSON.</exception>
    public string? Invoke(string function, string arguments)
    {
        using JsonDocument list = JsonDocument.Parse(arguments, ArgumentJson.Reading);
        JsonElement[] given = [.. list.RootElement.EnumerateArray()];
        if (!_found.TryGetValue(function, out MethodInfo[]? methods))
            _found[function] = methods = Find(function);
        if (methods.Length == 0)
            throw ProgramError.Runtime($"the program defines no function '{function}'");

        ScriptException? mismatch = null;
        foreach (MethodInfo method in methods.Where(method => Takes(method, given.Length)))
        {
            if (method.ContainsGenericParameters)
            {
                mismatch ??= ProgramError.Runtime($"{function} has type parameters; it must have none");
                continue;
            }
            if (Read(method, out object?[] values) is { } error)
                mismatch ??= error;
            else
                return Invoke(method, values);
        }
        throw mismatch ?? ProgramError.Runtime($"{function} does not take {given.Length} arguments");

        ScriptException? Read(MethodInfo method, out object?[] values)
        {
            try
            {
                values = json.Read(function, given, method.GetParameters());
                return null;
            }
            catch (ScriptException e)
            {
                values = [];
                return e;
            }
        }
    }

    public IReadOnlyList<ProgramFunction> All() =>
    [
        .. assembly.Types.SelectMany(type => type.GetMethods(Declared))
            .Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal))
            .Select(method => new ProgramFunction(method.Name, method.GetParameters().Length)),
    ];

    private string? Invoke(MethodInfo method, object?[] arguments)
    {
        object? target = method.IsStatic ? null
            : method.DeclaringType == script?.GetType() ? script
            : Activator.CreateInstance(method.DeclaringType!, nonPublic: true);
        object? result = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return method.ReturnType == typeof(void) ? null : json.Write(method.Name, result, method.ReturnType);
    }

    private MethodInfo[] Find(string function)
    {
        int dot = function.LastIndexOf('.');
        (string type, string name) = dot < 0 ? ("", function) : (function[..dot], function[(dot + 1)..]);
        return
        [
            .. assembly.Types.Where(candidate => type.Length == 0 || IsNamed(candidate, type))
                .SelectMany(candidate => candidate.GetMethods(Declared))
                .Where(method => method.Name == name && Rank(method) < int.MaxValue)
                .OrderBy(Rank),
        ];
    }

    private static bool IsNamed(Type type, string name) =>
        type.Name == name || (type.FullName ?? type.Name).Replace('+', '.').EndsWith($".{name}", StringComparison.Ordinal)
        || type.FullName == name;

    private int Rank(MethodInfo method)
    {
        Type type = method.DeclaringType!;
        if (type == script?.GetType())
            return 0;
        if (type.ContainsGenericParameters)
            return int.MaxValue;
        if (method.IsStatic)
            return method.IsPublic ? 1 : 2;
        bool canBeMade = type is { IsClass: true, IsAbstract: false }
            && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is not null;
        return !canBeMade ? int.MaxValue : method.IsPublic ? 3 : 4;
    }

    private static bool Takes(MethodInfo method, int count)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return count <= parameters.Length && parameters.Skip(count).All(parameter => parameter.HasDefaultValue);
    }
}
