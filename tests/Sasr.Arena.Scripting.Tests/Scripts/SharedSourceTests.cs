using Sasr.Arena.Problems;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Scripts;

/// <summary>What C# scripts load from the folder <c>shared</c> beside them.</summary>
public sealed class SharedSourceTests
{
    private const string Main = """
        #load "shared/words.csx"
        #load "shared/more.csx"
        Task(version: 1, levels: 1, reward: "exact");
        Problem Generate(Rng rng, int level) => Problem($"{Greeting(new Name("Ada"))}|{rng.Next()}", "a", "s");
        """;

    private ScriptFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new ScriptFolder();

    [TearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public async Task Scripts_and_shared_sources_see_each_others_functions_and_types()
    {
        Write("string Greeting(Name name) => $\"{Hello} {name.Text}{Mark()}\";\nconst string Hello = \"Hello\";", "record Name(string Text);\nstring Mark() => \"!\";");
        Assert.That(await QuestionAsync(), Is.EqualTo("Hello Ada!"));
    }

    [Test]
    public async Task An_edit_of_a_shared_source_is_picked_up()
    {
        Write("string Greeting(Name name) => \"one\";", "record Name(string Text);");
        string before = await QuestionAsync();
        Write("string Greeting(Name name) => \"two\";", "record Name(string Text);");
        Assert.That((before, await QuestionAsync()), Is.EqualTo(("one", "two")));
    }

    [TestCase("string Greeting(Name name) => 1;", "words.csx(1,31): CS0029")]
    [TestCase("\nstring Greeting(Name name) => $\"{DateTime.Now}\";", "words.csx(2,43): System.DateTime.Now may not be used in a script")]
    [TestCase("#load \"/etc/passwd\"\nstring Greeting(Name name) => \"\";", "words.csx(1,7): CS1504")]
    public void A_mistake_in_one_is_named_with_its_place(string words, string expected)
    {
        Write(words, "record Name(string Text);");
        Assert.That(QuestionAsync, Throws.TypeOf<InputException>().With.Message.Contains(Path.Combine("shared", expected)));
    }

    [Test]
    public void So_is_what_it_throws()
    {
        Write("\nstring Greeting(Name name)\n{\n    return $\"{int.Parse(name.Text)}\";\n}", "record Name(string Text);");
        Assert.That(
            QuestionAsync,
            Throws.TypeOf<InfrastructureException>().With.Message.Contains($"{Path.Combine("shared", "words.csx")}(4,5): FormatException"));
    }

    [Test]
    public void One_that_is_nested_too_deep_is_refused()
    {
        Write($"var x = {new string('(', 100_000)}", "");
        Assert.That(QuestionAsync, Throws.TypeOf<InputException>().With.Message.EndsWith("words.csx(1,259): the source is nested more than 250 deep"));
    }

    private void Write(string words, string more)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "shared"));
        _folder.Write(Path.Combine("shared", "words.csx"), words);
        _folder.Write(Path.Combine("shared", "more.csx"), more);
    }

    private async Task<string> QuestionAsync()
    {
        ITaskScript task = await SharedHost.Instance.LoadTaskAsync("a/greet", _folder.Write("greet.csx", Main));
        return (await task.GenerateAsync(new ProblemRequest(Split.Train, 1, 1, 0)))[0].Question.Split('|')[0];
    }
}
