using System.Globalization;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>Processes as Linux shows them (proc(5)).</summary>
internal static class ProcessFamily
{
    /// <summary>The processes under another.</summary>
    public static int[] Of(int ancestor)
    {
        var children = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[6])))
        {
            if (Read($"{folder}/stat") is { } stat)
            {
                var parent = int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
                (children.TryGetValue(parent, out var list) ? list : children[parent] = []).Add(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
            }
        }
        List<int> family = [ancestor];
        for (var i = 0; i < family.Count; i++)
            family.AddRange(children.GetValueOrDefault(family[i]) ?? []);
        return [.. family.Skip(1)];
    }

    /// <summary>Memory of a process that is its own or shared, in MiB; 0 where it has ended.</summary>
    public static long Megabytes(int id)
    {
        var line = Read($"/proc/{id}/status")?.Split('\n').FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
