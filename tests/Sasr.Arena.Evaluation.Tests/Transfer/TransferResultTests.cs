using System.Text.Json;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Evaluation.Transfer;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Transfer;

public class TransferResultTests
{
    [Test]
    public void The_json_has_the_matrices_the_summary_and_what_was_spent()
    {
        JsonElement json = JsonDocument.Parse(SampleStudy.Result.ToJson()).RootElement;
        JsonElement cell = json.GetProperty("matrices")[1].GetProperty("cells")[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(json.GetProperty("split").GetString(), Is.EqualTo("test"));
            Assert.That(cell.GetProperty("relation").GetString(), Is.EqualTo("in-task"));
            Assert.That(cell.GetProperty("gain").GetProperty("mean").GetDouble(), Is.EqualTo(0.625));
            Assert.That(json.GetProperty("summaries")[0].GetProperty("forgetting").GetProperty("mean").GetDouble(), Is.EqualTo(-0.375));
            Assert.That(json.GetProperty("trainings").GetArrayLength(), Is.EqualTo(8));
            Assert.That(json.GetProperty("trainings")[0].GetProperty("sft_steps").GetInt32(), Is.EqualTo(4));
        }
    }

    [Test]
    public void What_was_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("result.json");
        File.WriteAllText(path, SampleStudy.Result.ToJson());
        TransferResult read = TransferResult.Read(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.ToJson(), Is.EqualTo(SampleStudy.Result.ToJson()));
            Assert.That(TransferPage.Of(read).ToHtml(), Is.EqualTo(TransferPage.Of(SampleStudy.Result).ToHtml()));
        }
    }

    [TestCase("{}", "not a study of transfer that can be read")]
    [TestCase("{", "not a study of transfer that can be read")]
    [TestCase("null", "the file holds no result")]
    public void What_is_no_result_is_an_input_error_that_names_the_file(string text, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("result.json");
        File.WriteAllText(path, text);
        Assert.That(() => TransferResult.Read(path), Throws.InstanceOf<InputException>().With.Message.StartsWith($"{path}: ").And.Message.Contains(message));
    }

    [Test]
    public void A_layout_of_another_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("result.json");
        File.WriteAllText(path, (SampleStudy.Result with { Schema = 2 }).ToJson());
        Assert.That(() => TransferResult.Read(path), Throws.InstanceOf<InputException>().With.Message.Contains("its schema is 2; this version reads 1."));
    }

    [Test]
    public void The_page_has_every_cell_with_its_interval_and_marks_what_was_trained_on()
    {
        string page = TransferPage.Of(SampleStudy.Result).ToHtml();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("small &amp; &lt;plain&gt;").And.Not.Contain("<plain>"));
            Assert.That(page, Does.Contain("""<th scope="row">math/a 1</th><td class="num">+62.5 <span class="interval">−100.0 to +100.0</span></td><td class="num">+12.5 <span"""));
            Assert.That(page, Does.Contain("\"● \\u002B62.5\"").And.Contain("\"▲ \\u002B37.5\"").And.Contain("\"−12.5\""));
            Assert.That(page, Does.Contain("units a training, the same for every method").And.Contain("<th scope=\"row\">forgetting</th>"));
        }
    }
}
