using Microsoft.CodeAnalysis.CSharp;
using Sasr.Arena.Scripting.CSharp.Gates;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

public sealed class SourceDepthTests
{
    [TestCase("int x = 1", "+1")]
    [TestCase("bool x = ", "!")]
    [TestCase("var x = 1", ".ToString()")]
    [TestCase("void F(int a) { ", "if (a == 1) ")]
    [TestCase("void F(int a) { if (a == 1) { } ", "else if (a == 2) { } ")]
    public void Constructs_are_counted_in_the_parsed_tree(string before, string repeated)
    {
        Assert.That(Tree(100), Is.Null);
        Assert.That(Tree(10_000)?.Message, Is.EqualTo("the source is nested more than 500 deep"));

        Refusal? Tree(int depth) => SourceDepth.Check(CSharpSyntaxTree.ParseText(before + string.Concat(Enumerable.Repeat(repeated, depth))));
    }
}
