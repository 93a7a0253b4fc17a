using Sasr.Arena.Agents;
using Sasr.Arena.Cli.Tests.Fakes;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Cli.Tests.Commands;

public class ReportCommandTests
{
    [Test]
    public async Task An_evaluation_is_reported_beside_its_file_or_where_one_says()
    {
        using var arena = new SmallArena();
        string file = arena.FileIn("one.json"), other = arena.FileIn("other.html");
        Outcome eval = await arena.RunAsync("eval", "--agent", "oracle", "--tasks", "words/last-letter", "--problems", "3", "--json", file);
        Outcome report = await arena.RunAsync("report", file);
        Outcome elsewhere = await arena.RunAsync("report", file, "--output", other);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(eval.ExitCode, Is.Zero, eval.Error);
            Assert.That(report.ExitCode, Is.Zero, report.Error);
            Assert.That(report.Out, Does.StartWith("Written to ").And.Contain("one.html"));
            Assert.That(File.ReadAllText(arena.FileIn("one.html")), Does.Contain("<h1>oracle</h1>").And.Contain("words/last-letter"));
            Assert.That(elsewhere.ExitCode, Is.Zero, elsewhere.Error);
            Assert.That(File.ReadAllBytes(other), Is.EqualTo(File.ReadAllBytes(arena.FileIn("one.html"))));
        }
    }

    [Test]
    public async Task A_study_is_reported_in_its_folder_or_beside_its_result()
    {
        using var arena = new SmallArena();
        arena.Write("runs/mine/transfer.yaml", "sources: {}\n");
        arena.Write("runs/mine/result.json", Study.ToJson());
        Outcome study = await arena.RunAsync("report", arena.FileIn("runs/mine")), result = await arena.RunAsync("report", arena.FileIn("runs/mine/result.json"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.ExitCode, Is.Zero, study.Error);
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(study.Out, Does.Contain("heatmap.html"));
            Assert.That(File.ReadAllText(arena.FileIn("runs/mine/heatmap.html")), Is.EqualTo(TransferPage.Of(Study).ToHtml()));
            Assert.That(File.ReadAllText(arena.FileIn("runs/mine/result.html")), Is.EqualTo(TransferPage.Of(Study).ToHtml()));
        }
    }

    [Test]
    public async Task What_has_no_page_yet_or_another_commands_is_one_line_that_says_what_to_do()
    {
        using var arena = new SmallArena();
        arena.Write("runs/early/transfer.yaml", "sources: {}\n");
        arena.Write("runs/other/notes.txt", "");
        string comparison = arena.FileIn("comparison.json"), early = arena.FileIn("runs/early"), other = arena.FileIn("runs/other");
        await File.WriteAllTextAsync(comparison, """{"schema":1,"verdict":{},"rules":{},"comparison":{}}""");
        foreach ((string[] arguments, string error) in new (string[], string)[]
        {
            ([comparison], $"error: {comparison}: is a comparison; 'arena compare BASE.json HEAD.json --html FILE' writes its page."),
            ([early], $"error: {early}: this study of transfer has no result yet; 'arena transfer {early}/transfer.yaml --run {early}' goes on with it."),
            ([early, "--problems", "5"], "error: --problems: is for a run;"),
            ([other], $"error: {other}"),
        })
        {
            Outcome outcome = await arena.RunAsync(["report", .. arguments]);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(outcome.ExitCode, Is.EqualTo(2));
                Assert.That(outcome.Error, Does.StartWith(error));
                Assert.That(outcome.Error.TrimEnd(), Does.Not.Contain("\n"));
            }
        }
    }

    [Test]
    public async Task What_cannot_be_reported_is_an_input_error_of_one_line()
    {
        using var arena = new SmallArena();
        string broken = arena.FileIn("broken.json");
        await File.WriteAllTextAsync(broken, "{}");
        Outcome[] outcomes =
        [
            await arena.RunAsync("report", broken),
            await arena.RunAsync("report", arena.FileIn("missing.json")),
            await arena.RunAsync("report", broken, "--problems", "5"),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Select(outcome => outcome.ExitCode), Is.All.EqualTo(2));
            Assert.That(outcomes.Select(outcome => outcome.Error.TrimEnd().Split('\n').Length), Is.All.EqualTo(1));
            Assert.That(outcomes[0].Error, Does.Contain("broken.json: not an evaluation"));
            Assert.That(outcomes[1].Error, Does.Contain("missing.json"));
            Assert.That(outcomes[2].Error, Does.Contain("--problems"));
        }
    }
    private static TransferResult Study { get; } = new(
        "mine", "models/quickstart", 6, Split.Test, 1, new Decoding(), [1],
        [new TransferSource("last", [new SourceTask("words/last-letter", [1])])],
        [new TargetResult("words/last-letter 1", "words/last-letter", 2, [1], 10, 0.1, 0.25)],
        0,
        [new TransferMatrix("sasr", [new TransferCell("last", "words/last-letter 1", Relation.InTask, 0.75, Gain)])],
        [new MethodSummary("sasr", [new RelationGain(Relation.InTask, Gain)], null)],
        [],
        [new TrainingSpent("last", "sasr", 1, "step-000012", 12, 4, 6.1)]);

    private static GainEstimate Gain => new(0.5, null, null, null, null, [0.5]);
}
