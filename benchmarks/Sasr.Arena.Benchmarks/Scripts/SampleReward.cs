using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>A reward script in a file of its own for as long as it is measured.</summary>
internal sealed class SampleReward : IDisposable
{
    public static readonly Problem Problem = new("math/chain-sum", 1, 1, Split.Train, 7, "What is 12 + 30?", "42", "12 + 30 = 42", null);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sasr-benchmark-");

    private SampleReward(string language, string extension, string source)
    {
        Language = language;
        Path = System.IO.Path.Combine(_folder.FullName, "reward" + extension);
        File.WriteAllText(Path, source);
    }

    public string Language { get; }

    public string Path { get; }

    public static SampleReward CSharp() => new("C#", ".csx", """
        Reward(version: 1);
        double Score(Problem problem, string answer) => answer == problem.Answer ? 1 : 0;
        """);

    public static SampleReward JavaScript() => new("JavaScript", ".js", """
        reward({ version: 1 });
        function score(problem, answer) { return answer === problem.answer ? 1 : 0; }
        """);

    /// <summary>An answer 'crash' ends the process that judges it: the text outgrows its memory.</summary>
    public static SampleReward Crashing() => new("JavaScript", ".js", """
        reward({ version: 1 });
        function score(problem, answer) {
          if (answer === 'crash') { var text = 'x'; while (true) text = text + text; }
          return answer === problem.answer ? 1 : 0;
        }
        """);

    public ValueTask<IRewardScript> LoadAsync(ScriptHost host) => host.LoadRewardAsync("sample", Path);

    public void Dispose() => _folder.Delete(recursive: true);
}
