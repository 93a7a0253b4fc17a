using System.Buffers.Binary;
using System.Reflection;
using System.Text.Json;
using Sasr.Arena.Scripting.Confinement;

namespace Sasr.Arena.Scripting.Python;

/// <summary>The Python part of a zygote: the program that starts it, and the modules that it is then sent.</summary>
internal static class ZygoteSource
{
    // In the order in which they import each other.
    private static readonly string[] Modules =
    [
        "arena_pipes", "arena_confinement", "arena_errors", "arena_values", "arena_peer", "arena_candidate", "arena_tester", "arena_zygote",
    ];

    /// <summary>Reads the modules from standard input and runs them.</summary>
    public static string Bootstrap { get; } = Read("bootstrap");

    /// <summary>What is sent first: a length of four bytes, little-endian, and as many bytes of JSON.</summary>
    public static byte[] Setup(bool confined)
    {
        byte[] filter = confined ? SeccompFilter.Inner() : [];
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(new
        {
            modules = Modules.Select(module => new[] { module, Read(module) }),
            filter = Convert.ToBase64String(filter),
        });
        byte[] message = new byte[sizeof(int) + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, content.Length);
        content.CopyTo(message, sizeof(int));
        return message;
    }

    private static string Read(string module)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{module}.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
