using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Sasr.Arena.Scripting.CSharp;
using Sasr.Arena.Scripting.CSharp.Gates;
using Sasr.Arena.Scripting.Dialect;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

/// <summary>What each gate alone says of a source, compiled as freely as the compiler can.</summary>
internal sealed class Compiled
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Text.Json", "Sasr.Arena.Problems", "Sasr.Arena.Scripting.Dialect"];

    // All that the machine has, where a script is given a few: the gates must not depend on that.
    private static readonly MetadataReference[] Everything =
    [
        .. Directory.GetFiles(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file)),
        .. ScriptReferences.All.Where(reference => Path.GetFileName(reference.Display)!.StartsWith("Sasr.", StringComparison.Ordinal)),
    ];

    private readonly CSharpCompilation _compilation;
    private readonly GateProfile _profile;
    private readonly Lazy<(MemoryStream Assembly, EmitResult Result)> _emitted;

    private Compiled(CSharpCompilation compilation, GateProfile profile)
    {
        (_compilation, _profile) = (compilation, profile);
        _emitted = new(() =>
        {
            var assembly = new MemoryStream();
            return (assembly, _compilation.Emit(assembly));
        });
    }

    /// <summary>As a task's script.</summary>
    public static Compiled Script(string source, bool everything = true)
    {
        SyntaxTree tree = Parse(source, SourceCodeKind.Script);
        return new(
            CSharpCompilation.CreateScriptCompilation(
                "Script", tree, everything ? Everything : ScriptReferences.All,
                Options(OutputKind.DynamicallyLinkedLibrary, source), globalsType: typeof(TaskGlobals)),
            GateProfile.Script);
    }

    /// <summary>As a whole program.</summary>
    public static Compiled Program(string source, bool everything = true) => new(
        CSharpCompilation.Create(
            "Program",
            [Parse(source, SourceCodeKind.Regular), Parse(string.Concat(Usings[..4].Select(name => $"global using {name};")), SourceCodeKind.Regular)],
            everything ? Everything : ScriptReferences.All,
            Options(OutputKind.ConsoleApplication, source)),
        GateProfile.Program);

    public string[] Errors =>
        [.. _emitted.Value.Result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString())];

    public Refusal? BySource => SourceGate.Check(_compilation, _compilation.SyntaxTrees[0], _profile);

    public Refusal? ByAssembly => AssemblyGate.Check(_emitted.Value.Assembly, _profile);

    private static SyntaxTree Parse(string source, SourceCodeKind kind) => CSharpSyntaxTree.ParseText(
        SourceText.From(source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, kind), "x.csx");

    // Unsafe code is marked as such in the whole assembly, and refused for that: where there is none it must not be allowed.
    private static CSharpCompilationOptions Options(OutputKind kind, string source) => new(
        kind,
        usings: kind == OutputKind.ConsoleApplication ? [] : Usings,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal),
        concurrentBuild: false);

    private static bool IsManaged(string file)
    {
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        return image.HasMetadata;
    }
}
