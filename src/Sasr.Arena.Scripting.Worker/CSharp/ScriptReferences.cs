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

    private static MetadataReference[] Find()
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        Dictionary<string, string> paths = trusted
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Framework.Select(name => MetadataReference.CreateFromFile(paths[name])),
            MetadataReference.CreateFromFile(typeof(Problem).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(TaskGlobals).Assembly.Location),
        ];
    }
}
