using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class MetricsFileTests
{
    [Test]
    public void Every_line_is_a_step_and_one_that_is_being_written_is_left_out()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("metrics.jsonl");
        File.WriteAllText(path, """
            {"step":1,"kind":"sft","sft/loss":2.5}
            {"step":2,"kind":"grpo","reward":0.25}
            {"step":3,"ki
            """.ReplaceLineEndings("\n"));
        IReadOnlyList<MetricsRow> rows = MetricsFile.Read(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => (row.Step, row.IsSft)), Is.EqualTo(new[] { (1, true), (2, false) }));
            Assert.That(rows[0].Values["sft/loss"], Is.EqualTo(2.5));
            Assert.That(rows[1].Values["reward"], Is.EqualTo(0.25));
        }
    }

    [Test]
    public void A_line_that_is_no_row_is_an_input_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("metrics.jsonl");
        File.WriteAllText(path, "{\"step\":1,\"kind\":\"sft\"}\nnonsense\n");
        Assert.That(() => MetricsFile.Read(path), Throws.InstanceOf<InputException>().With.Message.StartsWith($"{path}(2):"));
    }
}
