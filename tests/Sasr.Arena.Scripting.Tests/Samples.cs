namespace Sasr.Arena.Scripting.Tests;

/// <summary>The same scripts in both languages.</summary>
internal static class Samples
{
    public const string AddCSharp = """
        // tasks/math/add.csx: add two numbers.
        Task(version: 2, levels: 3, tags: ["arithmetic", "small"]);

        Problem Generate(Rng rng, int level)
        {
            int a = rng.Integer(0, 999 * level), b = rng.Integer(0, 999 * level);
            return Problem(question: $"{a} + {b}?", answer: $"{a + b}", solution: $"{a} + {b} = {a + b}", data: new { a, b });
        }

        double Score(Problem problem, string answer)
        {
            JsonElement data = problem.Data.Value;
            int sum = data.GetProperty("a").GetInt32() + data.GetProperty("b").GetInt32();
            return answer == $"{sum}" ? 1 : answer == $"{sum + 1}" ? 0.5 : 0;
        }
        """;

    public const string AddJavaScript = """
        // tasks/math/add.js: add two numbers.
        task({ version: 2, levels: 3, tags: ['arithmetic', 'small'] });

        function generate(rng, level) {
          var a = rng.integer(0, 999 * level), b = rng.integer(0, 999 * level);
          return { question: a + ' + ' + b + '?', answer: a + b, solution: a + ' + ' + b + ' = ' + (a + b), data: { a: a, b: b } };
        }

        function score(problem, answer) {
          var sum = problem.data.a + problem.data.b;
          return answer === String(sum) ? 1 : answer === String(sum + 1) ? 0.5 : 0;
        }
        """;

    public const string CountCSharp = """
        // environments/games/count.csx: count down from a number.
        Environment(version: 3, maxTurns: 5, levels: 2, tags: ["counting"], instructions: "Say the next number.");

        int left;

        string Reset(Rng rng, int level)
        {
            left = rng.Integer(2, 2 + level);
            return $"{left}";
        }

        StepOutcome Step(string action)
        {
            if (action == $"{left - 1}")
                left--;
            return left == 0 ? StepOutcome("Done.", Reward: 1, Done: true) : new StepOutcome($"{left}");
        }

        string Oracle() => $"{left - 1}";
        """;

    public const string CountJavaScript = """
        // environments/games/count.js: count down from a number.
        environment({ version: 3, maxTurns: 5, levels: 2, tags: ['counting'], instructions: 'Say the next number.' });

        var left;

        function reset(rng, level) {
          left = rng.integer(2, 2 + level);
          return String(left);
        }

        function step(action) {
          if (action === String(left - 1)) left--;
          return left === 0 ? { observation: 'Done.', reward: 1, done: true } : { observation: String(left) };
        }

        function oracle() { return String(left - 1); }
        """;
}
