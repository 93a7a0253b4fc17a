using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Sasr.Arena.Scripting.CSharp.Gates;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>
/// Compiles the dialect of Microsoft.CodeAnalysis.CSharp.Scripting. It emits the compilation itself, because that package's
/// evaluation allows unsafe code and <c>#r</c>, and never unloads what it has compiled.
/// </summary>
internal static class ScriptCompiler
{
    private const string AssemblyName = "Script";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    // Without a resolver of references, #r is an error.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections.Generic", "System.Linq", "System.Text", "System.Text.Json",
            "Sasr.Arena.Problems", "Sasr.Arena.Programs", "Sasr.Arena.Scripting.Dialect",
        ],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: false,
        nullableContextOptions: NullableContextOptions.Annotations,
        concurrentBuild: false);

    /// <summary>The script's assembly with its symbols.</summary>
    /// <exception cref="ScriptException">It does not compile, or a gate refuses it.</exception>
    public static CompiledScript Compile(LoadItem script, Type globals)
    {
        SourceNesting.Check(script.Source, script.File);
        foreach (SharedSource shared in script.Shared)
            SourceNesting.Check(shared.Source, shared.File);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(script.Source, Encoding.UTF8), Parsing, script.File);
        CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
            AssemblyName, tree, ScriptReferences.All, Options.WithSourceReferenceResolver(new SharedSourceResolver(script.Shared)), globalsType: globals);
        foreach (SyntaxTree source in compilation.SyntaxTrees)
            Refuse(script, SourceDepth.Check(source));
        foreach (SyntaxTree source in script.SkipGates ? [] : compilation.SyntaxTrees)
            Refuse(script, SourceGate.Check(compilation, source, GateProfile.Script));

        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success)
            throw Error(script, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);

        if (!script.SkipGates)
            Refuse(script, AssemblyGate.Check(assembly, GateProfile.Script));
        assembly.Position = symbols.Position = 0;
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return new CompiledScript(script, assembly, symbols, entry.ContainingType.MetadataName, entry.MetadataName, compilation.SyntaxTrees);
    }

    private static void Refuse(LoadItem script, Refusal? refusal)
    {
        if (refusal is not null)
            throw new ScriptException(new ScriptError(ScriptErrorKind.Refused, refusal.Message, refusal.File ?? script.File, refusal.Line, refusal.Column));
    }

    private static ScriptException Error(LoadItem script, Diagnostic[] errors)
    {
        // In the script itself first: a load that fails is there.
        Diagnostic first = errors.OrderBy(error => error.Location.GetLineSpan().Path != script.File).ThenBy(error => error.Location.SourceSpan.Start).First();
        FileLinePositionSpan place = first.Location.GetLineSpan();
        LinePosition start = place.StartLinePosition;
        string more = errors.Length == 1 ? "" : $" (and {errors.Length - 1} more)";
        return new ScriptException(new ScriptError(
            ScriptErrorKind.Compile, $"{first.Id}: {first.GetMessage()}{more}", place.IsValid ? place.Path : script.File, start.Line + 1, start.Character + 1));
    }
}

/// <summary>An emitted script.</summary>
/// <param name="Script">What was compiled.</param>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="Symbols">Its portable PDB, for the positions in stack traces.</param>
/// <param name="Type">The class that the script's functions and variables are members of.</param>
/// <param name="Factory">Its static method that makes an instance and runs the top level.</param>
/// <param name="Trees">The parsed sources: its own and those that it loads.</param>
internal sealed record CompiledScript(
    LoadItem Script, MemoryStream Assembly, MemoryStream Symbols, string Type, string Factory, IReadOnlyList<SyntaxTree> Trees);
