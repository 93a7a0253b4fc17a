using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Sasr.Arena.Scripting.CSharp.Gates;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

public sealed class SourceDepthTests
{
    [TestCase("int x = ", "(", "1", ")")]
    [TestCase("", "List<", "int", "> x;")]
    [TestCase("var x = ", "$\"{", "1", "}\"")]
    [TestCase("void F() ", "{", "", "}")]
    [TestCase("object x = 1; var y = x is ", "(", "1", ")")]
    public void Brackets_are_counted_before_anything_is_parsed(string before, string open, string inner, string close)
    {
        Assert.That(Text(SourceDepth.MaxNesting - 1), Is.Null);
        Refusal refusal = Text(100_000)!;
        Assert.That(refusal.Message, Is.EqualTo("The source is nested more than 250 deep"));
        Assert.That((refusal.Line, refusal.Column > before.Length), Is.EqualTo((1, true)));

        Refusal? Text(int depth) => SourceDepth.Check(SourceText.From(
            before + string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth))));
    }

    [TestCase("int x = 1", "+1")]
    [TestCase("bool x = ", "!")]
    [TestCase("var x = 1", ".ToString()")]
    [TestCase("void F(int a) { ", "if (a == 1) ")]
    [TestCase("void F(int a) { if (a == 1) { } ", "else if (a == 2) { } ")]
    public void Constructs_are_counted_in_the_parsed_tree(string before, string repeated)
    {
        Assert.That(Tree(100), Is.Null);
        Assert.That(Tree(10_000)?.Message, Is.EqualTo("The source is nested more than 500 deep"));

        Refusal? Tree(int depth) => SourceDepth.Check(CSharpSyntaxTree.ParseText(before + string.Concat(Enumerable.Repeat(repeated, depth))));
    }

    [Test]
    public void Comparisons_are_no_nesting() => Assert.That(
        SourceDepth.Check(SourceText.From(string.Concat(Enumerable.Repeat("if (a < b && c < d) { e = f << 2; }\n", 1000)))), Is.Null);

    [Test]
    public void A_long_source_is_refused_for_its_length() => Assert.That(
        SourceDepth.Check(SourceText.From(new string(' ', SourceDepth.MaxLength + 1)))?.Message, Does.StartWith("The source has 1048577 characters"));
}
