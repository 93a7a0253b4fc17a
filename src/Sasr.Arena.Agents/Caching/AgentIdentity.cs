using System.Security.Cryptography;
using System.Text;
using Sasr.Arena.Agents.Endpoints;

namespace Sasr.Arena.Agents.Caching;

/// <summary>Says which agent wrote a completion, by all that its completions depend on but for the conversation.</summary>
public static class AgentIdentity
{
    /// <summary>An endpoint's model: the address and the name, and what it is sent.</summary>
    public static string OfEndpoint(EndpointOptions options, Decoding decoding, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(decoding);
        string omitted = string.Join(',', options.Omit.Order(StringComparer.Ordinal));
        return $"endpoint {options.BaseUrl.AbsoluteUri.TrimEnd('/')} {options.Model} {Of(decoding, seed)} without {omitted}";
    }

    /// <summary>A script, by its text.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string OfScript(string path) => $"script {Path.GetExtension(path)} {OfFiles([path])}";

    /// <summary>A model of this machine, by the contents of its files.</summary>
    /// <param name="files">Its files; their order does not matter.</param>
    /// <param name="decoding">How completions are drawn.</param>
    /// <param name="seed">Of its sampling.</param>
    /// <param name="engine">What else decides about the last bit: the device, the number of threads.</param>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static string OfModel(IEnumerable<string> files, Decoding decoding, ulong seed, string engine)
    {
        ArgumentNullException.ThrowIfNull(decoding);
        return $"model {OfFiles(files)} {Of(decoding, seed)} on {engine}";
    }

    private static string Of(Decoding decoding, ulong seed) => FormattableString.Invariant(
        $"temperature {decoding.Temperature:R} top_p {decoding.TopP:R} max_tokens {decoding.MaxTokens} seed {seed}");

    private static string OfFiles(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files.OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            try
            {
                using FileStream content = File.OpenRead(file);
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
                hash.AppendData(SHA256.HashData(content));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"{file}: cannot be read: {e.Message}", e);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
