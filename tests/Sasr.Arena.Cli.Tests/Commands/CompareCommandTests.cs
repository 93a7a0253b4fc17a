using System.Text.Json;
using System.Xml.Linq;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Tests.Commands;

public class CompareCommandTests
{
    private SmallArena _arena = null!;

    [OneTimeSetUp]
    public async Task EvaluateTheOracleAsync()
    {
        _arena = new SmallArena();
        await _arena.RunAsync("eval", "--agent", "oracle", "--problems", "20", "--json", Base);
    }

    [OneTimeTearDown]
    public void Delete() => _arena.Dispose();

    private string Base => _arena.FileIn("base.json");

    [Test]
    public async Task An_identical_result_passes_the_gate_and_what_could_not_be_seen_is_said()
    {
        Outcome outcome = await CompareAsync(Base, "--gate");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            // 80 problems, no noise: seven flips are shown at 0.025 (2/128), and come with probability 0.8 (binomial) where 11.13 % flip.
            Assert.That(outcome.Out.ReplaceLineEndings(" "), Does.Contain("No problem flipped. No regression shown. With 80 problems a drop of 11.1 points or more"));
            Assert.That(outcome.Out.Split('\n').Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(80));
        }
    }

    [Test]
    public async Task A_regression_ends_in_1_with_the_gate_and_in_0_without_it()
    {
        string head = Write("worse.json", Worsened(60));
        Outcome gated = await CompareAsync(head, "--gate"), shown = await CompareAsync(head);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((gated.ExitCode, shown.ExitCode), Is.EqualTo((1, 0)));
            Assert.That(gated.Out, Is.EqualTo(shown.Out));
            Assert.That(gated.Out.ReplaceLineEndings(" "), Does.Contain("Regression. Over all tasks the accuracy fell by 75.0 points"));
            Assert.That(gated.Out, Does.Contain("Flipped: 60 worse, 0 better"));
        }
    }

    [Test]
    public async Task Too_much_unscored_ends_in_3()
    {
        string head = Write("unscored.json", Changed(episode => episode.Index < 2 ? episode with { Unscored = "the worker died", Correct = false } : episode));
        Outcome outcome = await CompareAsync(head, "--gate");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(3));
            Assert.That(outcome.Out.ReplaceLineEndings(" "), Does.Contain("8 of 80 pairs are unscored on either side, more than 2.0 %."));
        }
    }

    [Test]
    public async Task The_rules_of_a_file_come_before_those_of_the_base_and_these_before_the_heads()
    {
        EvaluationResult baseline = EvaluationResult.Read(Base);
        string lenient = Write("lenient.json", baseline with { Gate = new GateRules { MaxDrop = 1, Tasks = { ["*"] = new TaskGate { MaxDrop = 1 } } } });
        string head = Write("strict.json", Worsened(60) with { Gate = new GateRules { MinAccuracy = 1 } });
        string file = _arena.FileIn("gate.yaml");
        await File.WriteAllTextAsync(file, "min_accuracy: 0.3\nmax_drop: 1\ntasks: { '*': { max_drop: 1 } }\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Shell.RunAsync("compare", lenient, head, "--gate")).ExitCode, Is.Zero);
            Assert.That((await Shell.RunAsync("compare", lenient, head, "--gate", file)).ExitCode, Is.EqualTo(1));
            Assert.That((await CompareAsync(head, "--gate")).ExitCode, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task All_outputs_are_written()
    {
        string head = Write("worse.json", Worsened(60));
        string[] files = [.. new[] { "c.json", "c.md", "c.xml", "c.html" }.Select(name => _arena.FileIn($"deeper/{name}"))];
        Outcome outcome = await CompareAsync(head, "--json", files[0], "--markdown", files[1], "--junit", files[2], "--html", files[3]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.Zero);
            Assert.That(JsonDocument.Parse(await File.ReadAllTextAsync(files[0])).RootElement.GetProperty("verdict").GetProperty("outcome").GetString(), Is.EqualTo("regression"));
            Assert.That(await File.ReadAllTextAsync(files[1]), Does.StartWith("### ❌ Regression"));
            Assert.That(XDocument.Load(files[2]).Root!.Name.LocalName, Is.EqualTo("testsuites"));
            Assert.That(await File.ReadAllTextAsync(files[3]), Does.StartWith("<!DOCTYPE html>"));
            Assert.That(outcome.Out, Does.EndWith($"Written to {files[3]}.\n"));
        }
    }

    [Test]
    public async Task Json_can_be_printed_and_nothing_else_is()
    {
        Outcome outcome = await CompareAsync(Base, "--json", "-");
        Assert.That(JsonDocument.Parse(outcome.Out).RootElement.GetProperty("verdict").GetProperty("outcome").GetString(), Is.EqualTo("no_regression_shown"));
    }

    [Test]
    public async Task What_cannot_be_compared_is_one_line()
    {
        string seed = Write("seed.json", EvaluationResult.Read(Base) with { Seed = 99 });
        await File.WriteAllTextAsync(_arena.FileIn("no.yaml"), "alhpa: 0.1\n");
        foreach ((string[] arguments, string error) in new (string[], string)[]
        {
            (["compare", Base, seed], "error: These results cannot be compared: the seed is 1 in the base and 99 in the head."),
            (["compare", Base, _arena.FileIn("absent.json")], $"error: {_arena.FileIn("absent.json")}: not an evaluation that can be read"),
            (["compare", Base, Base, "--gate", _arena.FileIn("no.yaml")], $"error: {_arena.FileIn("no.yaml")}(1,1): there is no key 'alhpa'; did you mean 'alpha'?"),
            (["compare", Base, Base, "--gate", seed], $"error: --gate: {seed} is a result, not rules."),
        })
        {
            Outcome outcome = await Shell.RunAsync(arguments);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(outcome.ExitCode, Is.EqualTo(2));
                Assert.That(outcome.Error, Does.StartWith(error));
                Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
                Assert.That(outcome.Out, Is.Empty);
            }
        }
    }

    private Task<Outcome> CompareAsync(string head, params string[] options) => Shell.RunAsync(["compare", Base, head, .. options]);

    private EvaluationResult Worsened(int episodes)
    {
        int turned = 0;
        return Changed(episode => turned++ < episodes ? episode with { Correct = false } : episode);
    }

    private EvaluationResult Changed(Func<EpisodeRecord, EpisodeRecord> change)
    {
        EvaluationResult result = EvaluationResult.Read(Base);
        return result with { Episodes = [.. result.Episodes.Select(change)] };
    }

    private string Write(string name, EvaluationResult result)
    {
        result.Save(_arena.FileIn(name));
        return _arena.FileIn(name);
    }
}
