using System.Text;

namespace Sasr.Arena.Cli.Runs;

/// <summary>Writes a file whole or not at all: under another name first, then moved into place.</summary>
internal static class WholeFile
{
    /// <summary>Finds out whether a file could be written, before the work whose result it is to hold.</summary>
    /// <exception cref="InputException">It could not.</exception>
    public static void RequireWritable(string path)
    {
        try
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            if (Directory.Exists(path))
                throw new IOException("it is a folder");
            using FileStream probe = File.Create(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    /// <exception cref="InputException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> write)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                await write(writer);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static InputException Unwritable(string path, Exception e) => new($"{path}: cannot be written: {e.Message}", e);
}
