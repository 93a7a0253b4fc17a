using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Sasr.Arena.Scripting.CSharp.Gates;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// Compiles model-written C#: a whole program as <c>dotnet new console</c> would, and functions in the dialect of scripts or,
/// where there are only types, as a library.
/// </summary>
internal static class CandidateCompiler
{
    /// <summary>What positions in the program are positions in.</summary>
    public const string File = "program.cs";

    private const string AssemblyName = "Program";

    // Those of the SDK's console template but for the network's.
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] ScriptUsings = [.. Usings, "System.Text"];

    // Neither the arena's contracts nor the worker's own assembly.
    private static readonly MetadataReference[] References = Find(
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Console",
        "System.Linq",
        "System.Memory",
        "System.Runtime.Numerics",
        "System.Text.Json",
        "System.Text.RegularExpressions");

    private static readonly CSharpParseOptions Regular = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly CSharpParseOptions Script = Regular.WithKind(SourceCodeKind.Script);

    private static readonly SyntaxTree GlobalUsings = CSharpSyntaxTree.ParseText(
        string.Concat(Usings.Select(name => $"global using {name};")), Regular, encoding: Encoding.UTF8);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: ScriptUsings,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: false,
        nullableContextOptions: NullableContextOptions.Annotations,
        concurrentBuild: false);

    /// <summary>A program with top-level statements or a <c>Main</c>.</summary>
    /// <exception cref="ScriptException">It does not compile, or a gate refuses it.</exception>
    public static CompiledCandidate CompileProgram(CompileItem item) =>
        Emit(item, CreateRegular(Parse(item.Source, Regular), OutputKind.ConsoleApplication), isScript: false);

    /// <summary>A program whose functions are to be called.</summary>
    /// <exception cref="ScriptException">It does not compile, or a gate refuses it.</exception>
    public static CompiledCandidate CompileFunctions(CompileItem item)
    {
        SyntaxTree script = Parse(item.Source, Script);
        if (script.GetCompilationUnitRoot().Members.Any(IsStatement))
            return Emit(item, CSharpCompilation.CreateScriptCompilation(AssemblyName, script, References, Options), isScript: true);
        return Emit(item, CreateRegular(Parse(item.Source, Regular), OutputKind.DynamicallyLinkedLibrary), isScript: false);
    }

    private static bool IsStatement(MemberDeclarationSyntax member) =>
        member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax);

    private static SyntaxTree Parse(string source, CSharpParseOptions options)
    {
        SourceNesting.Check(source, File);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options, File);
        Refuse(SourceDepth.Check(tree));
        return tree;
    }

    private static CSharpCompilation CreateRegular(SyntaxTree tree, OutputKind kind) =>
        CSharpCompilation.Create(AssemblyName, [tree, GlobalUsings], References, Options.WithOutputKind(kind).WithUsings());

    private static CompiledCandidate Emit(CompileItem item, CSharpCompilation compilation, bool isScript)
    {
        if (!item.SkipGates)
            Refuse(SourceGate.Check(compilation, compilation.SyntaxTrees[0], GateProfile.Program));
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success)
            throw Error([.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);

        if (!item.SkipGates)
            Refuse(AssemblyGate.Check(assembly, GateProfile.Program));
        byte[] bytes = assembly.ToArray();
        IMethodSymbol? entry = isScript ? compilation.GetEntryPoint(CancellationToken.None) : null;
        return new CompiledCandidate(
            bytes, symbols.ToArray(), HasState(bytes), entry?.ContainingType.MetadataName, entry?.MetadataName);
    }

    private static bool HasState(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            // The compiler's own types hold literals, and delegates that capture nothing.
            if (metadata.GetString(type.Name).StartsWith('<'))
                continue;
            if (type.GetFields().Select(metadata.GetFieldDefinition).Any(IsVariable)
                || type.GetMethods().Any(method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, ".cctor")))
            {
                return true;
            }
        }
        return false;

        static bool IsVariable(FieldDefinition field) =>
            (field.Attributes & (FieldAttributes.Static | FieldAttributes.Literal)) == FieldAttributes.Static;
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
            throw new ScriptException(new ScriptError(ScriptErrorKind.Refused, refusal.Message, File, refusal.Line, refusal.Column));
    }

    private static ScriptException Error(Diagnostic[] errors)
    {
        Diagnostic first = errors.OrderBy(error => error.Location.SourceSpan.Start).First();
        FileLinePositionSpan span = first.Location.GetLineSpan();
        string more = errors.Length == 1 ? "" : $" (and {errors.Length - 1} more)";
        string message = $"{ProgramError.Line($"{first.Id}: {first.GetMessage()}")}{more}";
        return new ScriptException(span.Path == File
            ? new ScriptError(ScriptErrorKind.Compile, message, File, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1)
            : new ScriptError(ScriptErrorKind.Compile, message, File));
    }

    private static MetadataReference[] Find(params string[] names) =>
        [.. names.Select(name => MetadataReference.CreateFromFile(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll")))];
}
