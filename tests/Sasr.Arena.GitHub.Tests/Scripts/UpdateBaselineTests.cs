using System.Diagnostics;
using Sasr.Arena.Testing;

namespace Sasr.Arena.GitHub.Tests.Scripts;

/// <summary>The script that proposes a baseline, in a clone of a repository of the test's own, with a <c>gh</c> that writes down what it is asked.</summary>
public sealed class UpdateBaselineTests
{
    private TemporaryFolder _folder = null!;

    private string Clone => _folder.File("clone");

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder.File("bin"));
        string gh = _folder.File("bin/gh");
        File.WriteAllText(gh, """
            #!/usr/bin/env bash
            echo "$*" >> "$GH_CALLS"
            [[ "$1 $2" != "pr list" ]] || echo "${GH_OPEN:-0}"
            """);
        File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Git(_folder.Path, "init", "--quiet", "--bare", "--initial-branch=main", "origin");
        Git(_folder.Path, "clone", "--quiet", "origin", "clone");
        Git(Clone, "switch", "--quiet", "--create", "main");
        Git(Clone, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "--message", "empty");
        Git(Clone, "push", "--quiet", "origin", "main");
        File.WriteAllText(_folder.File("summary.md"), "better");
        File.WriteAllText(_folder.File("result.json"), "{\n  \"accuracy\": 1,\n  \"seconds\": 3\n}\n");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase(0, "pr create --head baseline/standard --title Baseline standard: no regression shown --body-file")]
    [TestCase(1, "pr edit baseline/standard --title Baseline standard: no regression shown --body-file")]
    public void A_new_baseline_is_proposed_by_one_pull_request(int open, string call)
    {
        Run(open);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllLines(_folder.File("calls"))[1], Does.StartWith(call));
            Assert.That(Git(Clone, "show", "origin/baseline/standard:.github/baselines/standard.json"), Is.EqualTo(File.ReadAllText(_folder.File("result.json"))));
            Assert.That(Git(Clone, "diff", "--name-only", "origin/main", "origin/baseline/standard").Trim(), Is.EqualTo(".github/baselines/standard.json"));
        }
    }

    [Test]
    public void The_same_baseline_but_for_its_time_is_not_proposed()
    {
        Directory.CreateDirectory(Path.Combine(Clone, ".github/baselines"));
        File.WriteAllText(Path.Combine(Clone, ".github/baselines/standard.json"), File.ReadAllText(_folder.File("result.json")).Replace("3", "4", StringComparison.Ordinal));
        string output = Run(0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("The baseline is the same."));
            Assert.That(File.Exists(_folder.File("calls")), Is.False);
        }
    }

    private string Run(int open) => Start("bash", Clone, [Path.Combine(RepositoryFiles.Root, ".github", "scripts", "update-baseline.sh")], new()
    {
        ["PATH"] = $"{_folder.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        ["GH_CALLS"] = _folder.File("calls"),
        ["GH_OPEN"] = $"{open}",
        ["RESULT"] = _folder.File("result.json"),
        ["BASELINE"] = ".github/baselines/standard.json",
        ["VERDICT"] = "no_regression_shown",
        ["SUMMARY"] = _folder.File("summary.md"),
    });

    private static string Git(string folder, params string[] arguments) => Start("git", folder, arguments, []);

    private static string Start(string program, string folder, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output + error.Result);
        return output;
    }
}
