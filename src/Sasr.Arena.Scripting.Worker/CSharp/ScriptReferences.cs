using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>The assemblies that a C# script can see: a small part of the shared framework, and the contracts.</summary>
internal static class ScriptReferences
{
    private static readonly string[] Framework =
    [
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Console",
        "System.Linq",
        "System.Memory",
        "System.Runtime.Numerics",
        "System.Text.Json",
        "System.Text.RegularExpressions",
    ];

    public static IReadOnlyList<MetadataReference> All { get; } = Find();

    /// <summary>The assemblies' simple names.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(
        [.. Framework, typeof(Problem).Assembly.GetName().Name!, typeof(TaskGlobals).Assembly.GetName().Name!]);

    private static MetadataReference[] Find()
    {
        string folder = RuntimeEnvironment.GetRuntimeDirectory();
        return
        [
            .. Framework.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, $"{name}.dll"))),
            MetadataReference.CreateFromFile(typeof(Problem).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(TaskGlobals).Assembly.Location),
        ];
    }
}
