namespace TorchSharp.Tests.Api;

/// <summary>
/// The members of TorchSharp 0.106 that the product may use, one a line:
/// <c>static Type.Name(parameter types) : return type ; parameter = default, …</c>. Properties are their accessors; generic
/// parameters are !0 (of the type) and !!0 (of the method). The part before the semicolon is what a compiled reference says.
/// </summary>
internal sealed class Listing
{
    private const string Separator = " ; ";

    private readonly HashSet<string> _declarations;
    private readonly HashSet<string> _references;

    public Listing(IEnumerable<string> lines)
    {
        _declarations = lines.Where(line => line.Length > 0 && !line.StartsWith('#')).ToHashSet();
        _references = _declarations.Select(line => line.Split(Separator)[0]).ToHashSet();
    }

    /// <summary>torchsharp-api.txt, and the few members in torchsharp-api.extra.txt.</summary>
    public static Listing Load()
        => new(new[] { "torchsharp-api.txt", "torchsharp-api.extra.txt" }
            .SelectMany(name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", name))));

    public bool HasDeclaration(string declaration) => _declarations.Contains(declaration);

    public bool HasReference(string reference) => _references.Contains(reference);

    public Listing Without(string reference)
        => new(_declarations.Where(line => line.Split(Separator)[0] != reference));
}
