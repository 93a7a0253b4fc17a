using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>What every page carries: its style, its script, and the policy that lets it run these two and reach nothing else.</summary>
internal static class PageAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // A browser reads every line end as one line feed before it takes the hash.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
