using Sasr.Arena.Testing;

namespace Sasr.Arena.Cli.Tests.Fakes;

/// <summary>An arena of one task and one game in a folder of a test's own, and the command line that is run in it.</summary>
internal sealed class SmallArena : IDisposable
{
    private const string Task = """
        // the last letter of a word.
        task({ version: 2, levels: 3, tags: ['words'] });
        function generate(rng, level) {
          var word = '';
          for (var i = 0; i < level + 3; i++) word += 'abcdefghijklmnopqrstuvwxyz'.charAt(rng.integer(0, 25));
          var last = word.charAt(word.length - 1);
          return { question: 'Last letter of ' + word, answer: last, solution: word + ' ends in ' + last };
        }
        function score(problem, answer) { return answer === problem.answer ? 1 : 0; }
        """;

    private const string Game = """
        // say a word twice.
        environment({ version: 1, players: 1, levels: 1, maxTurns: 2, tags: ['memory'] });
        var turn;
        function reset(rng, level) { turn = 0; return 'say yes'; }
        function step(action) {
          turn++;
          if (action !== 'yes') return { observation: 'no', reward: 0, done: true };
          return turn < 2 ? { observation: 'again', reward: 0, done: false } : { observation: 'well said', reward: 1, done: true };
        }
        function oracle() { return 'yes'; }
        """;

    private readonly TemporaryFolder _folder = new();

    public SmallArena()
    {
        Write("tasks/words/last-letter.js", Task);
        Write("environments/games/echo.js", Game);
        Write("environments/words/environment.yaml", "format: think-answer\n");
    }

    public string Root => _folder.Path;

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
        File.WriteAllText(_folder.File(file), text);
    }

    public string FileIn(string name) => _folder.File(name);

    /// <summary>Runs a command in this arena.</summary>
    public Task<Outcome> RunAsync(params string[] args) => RunWithInputAsync("", args);

    /// <summary>Runs a command in this arena that reads what is typed.</summary>
    public Task<Outcome> RunWithInputAsync(string input, params string[] args) => Shell.RunAsync(input, [.. args, "--root", Root]);

    public void Dispose() => _folder.Dispose();
}
