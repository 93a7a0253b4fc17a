using System.Diagnostics;
using System.Text.RegularExpressions;
using Sasr.Arena.Testing;

namespace Sasr.Arena.GitHub.Tests.Workflows;

/// <summary>What GitHub's own language service says of the workflow and action files.</summary>
public sealed partial class WorkflowFilesTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, ".github");
    private static readonly string Validator = Path.Combine(RepositoryFiles.Root, "tests", "Sasr.Arena.GitHub.Tests", "Validator");

    private readonly TemporaryFolder _scratch = new();

    private string Bundle => _scratch.File("validate.cjs");

    private static string[] Files =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "workflows"), "*.yml"),
        .. Directory.EnumerateFiles(Path.Combine(Folder, "actions"), "action.yml", SearchOption.AllDirectories),
    ];

    [OneTimeSetUp]
    public async Task BundleAsync()
    {
        (int code, string log) = await RunAsync("npm", "run", "--silent", "bundle", "--", $"--outfile={Bundle}");
        Assert.That(code, Is.Zero, log);
    }

    [OneTimeTearDown]
    public void TearDown() => _scratch.Dispose();

    [Test]
    public async Task Every_workflow_and_action_is_valid()
    {
        Assert.That(Files, Has.Length.GreaterThanOrEqualTo(3));
        (int code, string findings) = await RunAsync("node", [Bundle, .. Files]);
        Assert.That((code, findings), Is.EqualTo((0, "")));
    }

    [TestCase("workflows/ci.yml", "steps:", "stepz:", "Unexpected value 'stepz'")]
    [TestCase("workflows/ci.yml", "github.ref", "githb.ref", "Unrecognized named-value: 'githb'")]
    [TestCase("workflows/regression-eval.yml", "contents: read", "contents: reed", "Unexpected value 'reed'")]
    [TestCase("actions/arena-eval/action.yml", "shell: bash\n", "\n", "Required property is missing: shell")]
    public async Task A_mistake_is_found(string file, string right, string wrong, string finding)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Folder, file));
        int at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.That(at, Is.Positive);
        string folder = Directory.CreateDirectory(_scratch.File($".github/{Path.GetDirectoryName(file)}")).FullName;
        string copy = Path.Combine(folder, Path.GetFileName(file));
        await File.WriteAllTextAsync(copy, text[..at] + wrong + text[(at + right.Length)..]);
        (int code, string findings) = await RunAsync("node", Bundle, copy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(findings, Does.Contain(finding));
        }
    }

    [Test]
    public void Every_run_step_of_an_action_is_one_script_beside_it()
    {
        foreach (string action in Directory.EnumerateFiles(Path.Combine(Folder, "actions"), "action.yml", SearchOption.AllDirectories))
        {
            string[] steps = [.. File.ReadLines(action).Where(line => RunKey().IsMatch(line)).Select(line => line.Trim())];
            Assert.That(steps, Is.Not.Empty);
            foreach (string step in steps)
            {
                Match script = OneScript().Match(step);
                Assert.That(script.Success, Is.True, step);
                string path = Path.Combine(Path.GetDirectoryName(action)!, script.Groups[1].Value);
                Assert.That(File.GetUnixFileMode(path) & UnixFileMode.UserExecute, Is.EqualTo(UnixFileMode.UserExecute), path);
            }
        }
    }

    /// <summary>What a job does not ask for it does not have; an input that is pasted into a script could be one.</summary>
    [Test]
    public void Permissions_start_from_reading_and_no_script_has_an_expression_in_it()
    {
        foreach (string workflow in Directory.EnumerateFiles(Path.Combine(Folder, "workflows"), "*.yml"))
            Assert.That(File.ReadAllText(workflow), Does.Contain("\npermissions:\n  contents: read\n"), workflow);
        foreach (string file in Files)
            Assert.That(File.ReadLines(file).Where(line => RunKey().IsMatch(line)), Has.None.Contains("${{"), file);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Validator,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await error);
    }

    [GeneratedRegex(@"^\s*(- )?run:")]
    private static partial Regex RunKey();

    [GeneratedRegex("^run: '\"\\$GITHUB_ACTION_PATH/([a-z-]+\\.sh)\"'$")]
    private static partial Regex OneScript();
}
