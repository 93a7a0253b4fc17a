using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Worker.Tests.Execution;

public sealed class SourceNestingTests
{
    [TestCase("int x = ", "(", "1", ")", 259)]
    [TestCase("", "List<", "int", "> x;", 1255)]
    [TestCase("var x = ", "$\"{", "1", "}\"", 761)]
    [TestCase("void F() ", "{", "", "}", 260)]
    [TestCase("object x = 1; var y = x is ", "(", "1", ")", 278)]
    public void Brackets_are_counted_before_anything_is_parsed(string before, string open, string inner, string close, int column)
    {
        Assert.That(() => SourceNesting.Check(Source(SourceNesting.MaxNesting - 1), "x.csx"), Throws.Nothing);
        ScriptError error = Assert.Throws<ScriptException>(() => SourceNesting.Check("\n" + Source(100_000), "x.csx"))!.Error;
        Assert.That(error, Is.EqualTo(new ScriptError(
            ScriptErrorKind.Refused, "the source is nested more than 250 deep", "x.csx", 2, column)));

        string Source(int depth) =>
            before + string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Test]
    public void Comparisons_are_no_nesting() => Assert.That(
        () => SourceNesting.Check(string.Concat(Enumerable.Repeat("if (a < b && c < d) { e = f << 2; }\n", 1000)), "x.csx"), Throws.Nothing);

    [Test]
    public void A_long_source_is_refused_for_its_length() => Assert.That(
        () => SourceNesting.Check(new string(' ', SourceNesting.MaxLength + 1), "x.csx"),
        Throws.TypeOf<ScriptException>().With.Message.EqualTo("x.csx(1,1): the source has 1048577 characters; at most 1048576 are allowed"));
}
