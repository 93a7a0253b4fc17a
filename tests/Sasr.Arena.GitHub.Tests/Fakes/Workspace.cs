using Sasr.Arena.Testing;

namespace Sasr.Arena.GitHub.Tests.Fakes;

/// <summary>A user's repository as a runner has it checked out: a task, an environment, a suite; and the arena's command.</summary>
internal sealed class Workspace : IDisposable
{
    private const string Task = """
        // the last letter of a word.
        task({ version: 1, levels: 2, tags: ['words'] });
        function generate(rng, level) {
          var word = '';
          for (var i = 0; i < level + 4; i++) word += 'abcdefghijklmnopqrstuvwxyz'.charAt(rng.integer(0, 25));
          var last = word.charAt(word.length - 1);
          return { question: 'Last letter of ' + word, answer: last, solution: word + ' ends in ' + last };
        }
        function score(problem, answer) { return answer === problem.answer ? 1 : 0; }
        """;

    private readonly TemporaryFolder _folder = new();

    public Workspace()
    {
        Write(TaskFile, Task);
        Write("environments/words/environment.yaml", "format: think-answer\n");
        Write(Suite, "problems: 30\ntasks: { words/*: {} }\n");
        // Beside the checkout: what a runner has installed.
        Arena = Path.Combine(_folder.Path, "arena");
        File.WriteAllText(Arena, $"""
            #!/usr/bin/env bash
            exec '{Environment.ProcessPath}' exec '{Path.Combine(TestContext.CurrentContext.TestDirectory, "arena.dll")}' "$@"
            """);
        File.SetUnixFileMode(Arena, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public const string TaskFile = "tasks/words/last-letter.js";

    public const string Suite = "suites/gate.yaml";

    /// <summary>The checkout.</summary>
    public string Root => _folder.File("checkout");

    /// <summary>The runner's temporary folder.</summary>
    public string Temp => _folder.File("temp");

    /// <summary>The arena's command.</summary>
    public string Arena { get; }

    /// <summary>Makes the task call every answer wrong, in the same version: what the gate is there to find.</summary>
    public void Break() => Write(TaskFile, Task.Replace("? 1 : 0", "? 0 : 0", StringComparison.Ordinal));

    /// <summary>Makes the task fail at every answer.</summary>
    public void Crash() => Write(TaskFile, Task.Replace("return answer ===", "throw new Error('a bug in the task'); return answer ===", StringComparison.Ordinal));

    public void Write(string file, string text)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Dispose();
}
