using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class ReportPageTests
{
    private static readonly ParsedPage Page = new(SampleRun.Report.ToPage());

    [Test]
    public void The_page_is_well_formed_and_asks_nothing_of_the_network()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Document.Root!.Name.LocalName, Is.EqualTo("html"));
            Assert.That(Page.Document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"), Is.Empty);
            Assert.That(Page.Document.Descendants("style").Single().Value, Does.Not.Contain("url(").And.Not.Contain("@import"));
            Assert.That(Page.Html, Does.Contain("prefers-color-scheme: dark"));
        }
    }

    [Test]
    public void Nothing_runs_but_the_pages_own_script_and_nothing_is_fetched()
    {
        string policy = (string)Page.Document.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.StartWith("default-src 'none';"));
            Assert.That(policy, Does.Not.Contain("unsafe"));
            Assert.That(policy, Does.Contain($"script-src '{Hash(Page.Script)}'"));
            Assert.That(policy, Does.Contain($"style-src '{Hash(Page.Document.Descendants("style").Single().Value)}'"));
            Assert.That(Page.Document.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Where(name => name == "style" || name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
        }

        static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [Test]
    public void What_people_and_models_wrote_is_shown_and_never_markup()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Page.Document.Descendants("h1").Single().Value, Is.EqualTo("quick & <start>"));
            Assert.That(Page.Document.Descendants("pre").Select(text => text.Value), Does.Contain("seed: 1 # <none>"));
            Assert.That(Page.Html, Does.Not.Contain("<script>alert"));
        }
    }

    [Test]
    public void Data_inside_a_script_element_cannot_end_it()
    {
        string[] data = [.. Page.Document.Descendants("script").Select(script => script.Value)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data, Is.Not.Empty);
            Assert.That(string.Concat(data), Does.Not.Contain("<").And.Not.Contain("&").And.Not.Contain("]]>"));
            Assert.That(Page.Episodes[1].GetProperty("turns")[0].GetProperty("action").GetString(), Is.EqualTo("</script><!-- ]]> \u2028"));
        }
    }

    [Test]
    public void The_script_cannot_end_its_element_either_and_names_the_licences_of_what_is_in_it() => Assert.That(
        Page.Script,
        Does.Not.Contain("</script").And.Not.Contain("<!--").And.Contain("vega-lite:\nCopyright").And.Contain("Mike Bostock"));

    [Test]
    public void A_page_that_cannot_be_written_is_an_input_error_that_names_it()
    {
        using var folder = new Testing.TemporaryFolder();
        Assert.That(() => new ReportPage("test", "one").Save(folder.Path), Throws.InstanceOf<InputException>().With.Message.StartsWith(folder.Path));
    }
}
