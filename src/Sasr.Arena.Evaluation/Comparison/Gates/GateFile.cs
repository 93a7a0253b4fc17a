using Sasr.Arena.Yaml;

namespace Sasr.Arena.Evaluation.Comparison.Gates;

/// <summary>Rules of a gate in a file of their own: the same keys as under a suite's <c>gate:</c>.</summary>
public static class GateFile
{
    /// <summary>Reads and checks the rules.</summary>
    /// <exception cref="InputException">The file cannot be read, or a key or value in it is wrong.</exception>
    public static GateRules Read(string path)
    {
        YamlFile<GateRules> file = YamlFile<GateRules>.Read(path);
        return file.Check(() =>
        {
            file.Value.Validate();
            return file.Value;
        });
    }
}
