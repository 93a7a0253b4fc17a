using Sasr.Arena.Problems;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Scripts;

/// <summary>A script ported to the other language must draw the same problems.</summary>
public sealed class RngParityTests
{
    private const string CSharp = """
        Task(version: 1, levels: 1, reward: "exact");
        Problem Generate(Rng rng, int level)
        {
            var words = new List<string>();
            for (int i = 0; i < 20; i++)
            {
                words.Add($"{rng.Integer(-2147483648, 2147483647)}");
                words.AddRange(rng.Integers(3, -5, 5).Select(n => $"{n}"));
                words.Add($"{Math.Floor(rng.Uniform() * 9007199254740992)}");
                words.Add(rng.Chance(0.3) ? "yes" : "no");
                words.Add(rng.Pick(new[] { "a", "b", "c" }));
                words.AddRange(rng.Shuffle(new[] { "x", "y", "z", "w" }));
                words.AddRange(rng.Sample(new[] { "p", "q", "r", "s" }, 2));
                words.AddRange(rng.Sample(new[] { "p", "q" }, 5));
            }
            return Problem(question: string.Join(" ", words), answer: "", solution: "");
        }
        """;

    private const string JavaScript = """
        task({ version: 1, levels: 1, reward: 'exact' });
        function generate(rng, level) {
          var words = [];
          for (var i = 0; i < 20; i++) {
            words.push(rng.integer(-2147483648, 2147483647));
            words = words.concat(rng.integers(3, -5, 5));
            words.push(Math.floor(rng.uniform() * 9007199254740992));
            words.push(rng.chance(0.3) ? 'yes' : 'no');
            words.push(rng.pick(['a', 'b', 'c']));
            words = words.concat(rng.shuffle(['x', 'y', 'z', 'w']));
            words = words.concat(rng.sample(['p', 'q', 'r', 's'], 2));
            words = words.concat(rng.sample(['p', 'q'], 5));
          }
          return { question: words.join(' '), answer: '', solution: '' };
        }
        """;

    [Test]
    public async Task Both_languages_draw_the_same_stream()
    {
        using var folder = new ScriptFolder();
        ITaskScript csharp = await SharedHost.Instance.LoadTaskAsync("a/b", folder.Write("b.csx", CSharp));
        ITaskScript javascript = await SharedHost.Instance.LoadTaskAsync("a/b", folder.Write("b.js", JavaScript));
        var request = new ProblemRequest(Split.Train, Level: 1, Count: 20, Seed: 11);
        IReadOnlyList<Problem> expected = await csharp.GenerateAsync(request);
        IReadOnlyList<Problem> actual = await javascript.GenerateAsync(request);
        Assert.That(actual.Select(problem => problem.Question), Is.EqualTo(expected.Select(problem => problem.Question)));
    }
}
