using Sasr.Arena.Cli.Tests.Fakes;

namespace Sasr.Arena.Cli.Tests;

public class CommandLineTests
{
    private static readonly string[][] Commands =
    [
        ["demo"], ["train"], ["sample"], ["play"], ["eval"], ["report"], ["transfer"], ["judge"], ["tasks"], ["tasks", "list"], ["tasks", "show"],
        ["tasks", "new"], ["tasks", "check"], ["tasks", "stats"], ["tasks", "export"], ["tasks", "gallery"],
    ];

    [TestCaseSource(nameof(Commands))]
    public async Task Every_command_has_help_with_examples(string[] command)
    {
        Outcome outcome = await Shell.RunAsync([.. command, "--help"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(outcome.Out, Does.Contain("Usage:").And.Contain($"Examples:\n  arena {string.Join(' ', command)}"));
        }
    }

    [Test]
    public async Task Without_a_command_the_help_is_shown()
    {
        Outcome outcome = await Shell.RunAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            foreach (string[] command in Commands)
                Assert.That(outcome.Out, Does.Contain(command[0]));
        }
    }

    [TestCase("tsks", "Unrecognized command or argument 'tsks'. Did you mean 'tasks'?")]
    [TestCase("tasks list --tagg x", "Unrecognized option '--tagg'. Did you mean '--tag'?")]
    [TestCase("tasks show words/last-letter --levl 2", "Unrecognized command or argument '--levl'. Did you mean '--level'?")]
    [TestCase("play --level 0", "--level: '0' is not a whole number of at least 1.")]
    [TestCase("play --level many", "'many'")]
    [TestCase("eval --agent oracle --levels 3-1", "--levels: '3-1' is not a list of levels such as 1-3,5.")]
    [TestCase("eval --agent oracle --split exam", "--split: 'exam' is none of train, validation, test.")]
    [TestCase("eval", "Option '--agent' is required.")]
    public async Task A_wrong_command_line_is_one_line_with_what_may_be_meant(string line, string error)
    {
        Outcome outcome = await Shell.RunAsync(line.Split(' '));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(error).And.Not.Contain("   at "));
            Assert.That(outcome.Out, Is.Empty);
        }
    }
}
