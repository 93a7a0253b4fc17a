using System.Text;
using Microsoft.CodeAnalysis;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.CSharp;

/// <summary>Finds what <c>#load</c> names among the sources that came with the script; no file is opened.</summary>
internal sealed class SharedSourceResolver(IReadOnlyList<SharedSource> sources) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath) => sources.FirstOrDefault(source => source.Name == path)?.File;

    public override Stream OpenRead(string resolvedPath) =>
        new MemoryStream(Encoding.UTF8.GetBytes(sources.First(source => source.File == resolvedPath).Source));

    // Two compilations never share one.
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => sources.Count;
}
