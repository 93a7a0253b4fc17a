using System.Text;

namespace Sasr.Arena;

/// <summary>Writes a file whole or not at all: under another name first, then moved into place. What is no file, such as <c>/dev/null</c>, is written as it is.</summary>
public static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Finds out whether a file could be written, before the work whose result it is to hold.</summary>
    /// <exception cref="InputException">It could not.</exception>
    public static void RequireWritable(string path) => Guard(path, () =>
    {
        string folder = Folder(path);
        if (Directory.Exists(path))
            throw new IOException("it is a folder");
        if (!IsDevice(path))
            File.Create(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), 1, FileOptions.DeleteOnClose).Dispose();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Writes a text; the folders above it are made.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, string text) => WriteAsync(path, writer =>
    {
        writer.Write(text);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>Writes what a function writes; the folders above it are made.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static Task WriteAsync(string path, Func<TextWriter, Task> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        return Guard(path, async () =>
        {
            string folder = Folder(path), unfinished = IsDevice(path) ? path : Path.Combine(folder, $"{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
            try
            {
                await using (var writer = new StreamWriter(unfinished, append: false, Utf8))
                    await write(writer);
                if (unfinished != path)
                    File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                if (unfinished != path && File.Exists(unfinished))
                    File.Delete(unfinished);
            }
        });
    }

    private static string Folder(string path) => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!).FullName;

    // To move a file to such a place would replace the device.
    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static async Task Guard(string path, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }
}
