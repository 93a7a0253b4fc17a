using Sasr.Arena.Environments.Formats;
using Sasr.Arena.Rewards;
using Sasr.Arena.Yaml;

namespace Sasr.Arena.Environments;

/// <summary>A domain's <c>environment.yaml</c>: how an agent is asked, and how it is rewarded.</summary>
/// <param name="Instructions">What an agent is told before the question.</param>
/// <param name="Format">How a completion holds its answer.</param>
/// <param name="Rewards">How the answer, its form and whatever else is judged make one reward.</param>
/// <param name="Tasks">Ids, or patterns such as <c>math/*</c>.</param>
public sealed record EnvironmentDefinition(
    string Instructions,
    IAnswerFormat Format,
    RewardMix Rewards,
    IReadOnlyList<string> Tasks)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The file is missing, or a key or value in it is wrong.</exception>
    public static EnvironmentDefinition Read(string path)
    {
        YamlFile<EnvironmentYaml> file = YamlFile<EnvironmentYaml>.Read(path);
        EnvironmentYaml yaml = file.Value;
        return file.Check(() => new EnvironmentDefinition(
            yaml.Instructions.Trim(),
            AnswerFormats.Find(yaml.Format),
            yaml.Rewards ?? RewardMix.AnswerOnly,
            yaml.Tasks));
    }

    /// <summary>The same in another answer format, of which the instructions' end then tells; null for the domain's own.</summary>
    public EnvironmentDefinition AskedIn(IAnswerFormat? format) => format is null || format.Name == Format.Name
        ? this
        : this with
        {
            Format = format,
            Instructions = Instructions.Length == 0 ? format.Hint : $"{Instructions}\n\nForm of the reply, instead of any named above: {format.Hint}",
        };

    private sealed class EnvironmentYaml
    {
        public string Instructions { get; set; } = "";

        public string Format { get; set; } = "think-answer";

        public RewardMix? Rewards { get; set; }

        public List<string> Tasks { get; set; } = [];
    }
}
