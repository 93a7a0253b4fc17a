using System.Globalization;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Confinement;

/// <summary>Finds out what holds this process.</summary>
internal static class RestraintsReader
{
    /// <summary>Null where the system does not tell.</summary>
    public static Restraints? Read()
    {
        if (!File.Exists("/proc/self/status"))
            return null;
        Dictionary<string, string> status = File.ReadLines("/proc/self/status")
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());
        string[] limits = File.ReadAllLines("/proc/self/limits");
        return new Restraints(
            Environment.ProcessId,
            long.Parse(status["Uid"].Split('\t')[1], CultureInfo.InvariantCulture),
            ulong.Parse(status["CapEff"], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            status.GetValueOrDefault("NoNewPrivs") == "1",
            int.Parse(status.GetValueOrDefault("Seccomp_filters", "0"), CultureInfo.InvariantCulture),
            Limit("Max processes"),
            Limit("Max data size"));

        long? Limit(string name) =>
            limits.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            && long.TryParse(line[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture, out long limit)
                ? limit
                : null;
    }
}
