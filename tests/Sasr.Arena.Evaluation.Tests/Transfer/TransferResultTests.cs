using System.Text.Json;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Evaluation.Transfer;

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
    public void The_page_draws_every_cell_escapes_names_and_asks_no_network()
    {
        string page = TransferPage.Render(SampleStudy.Result);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("small &amp; &lt;plain&gt;").And.Not.Contain("<plain>"));
            // The widest gain is 0.625; 0.125 is a fifth of it.
            Assert.That(page, Does.Contain("""<td class="gain in-task" style="--strength: 100%" title="A on math/a 1: in-task"><b>+62.5</b>"""));
            Assert.That(page, Does.Contain("""<td class="loss far" style="--strength: 20%" title="A on logic/b 1: far"><b>−12.5</b>"""));
            Assert.That(page, Does.Contain("Every training had 40 units of work"));
            Assert.That(page, Does.Not.Contain("http"));
        }
    }
}
