using Sasr.Arena.Checks.Arithmetic;

namespace Sasr.Arena.Tests.Checks;

public class StatementReaderTests
{
    [TestCase("3 + 4 = 7", "3 + 4 = 7")]
    [TestCase("12 * 5 = 60, so 60 minutes.", "12 * 5 = 60")]
    [TestCase("17 = 5 * 3 + 2", "17 = 5 * 3 + 2")]
    [TestCase("So 3/4 + 1/4 = 1.", "3/4 + 1/4 = 1")]
    [TestCase("2 * (3 + 4) = 2 * 7 = 14", "2 * (3 + 4) = 2 * 7|2 * 7 = 14")]
    [TestCase("x = 10 / 4 = 2.5", "10 / 4 = 2.5")]
    [TestCase("Step 1: 5 - 8 = -3", "5 - 8 = -3")]
    [TestCase("- 3 + 4 = 7\n* 2^10 = 1024", "3 + 4 = 7|2^10 = 1024")]
    [TestCase("3 + 4 = 7. 7 + 2 = 9.", "3 + 4 = 7|7 + 2 = 9")]
    [TestCase("-2^2 = -4 and (-2)^2 = 4", "-2^2 = -4|(-2)^2 = 4")]
    [TestCase("6 × 7 = 42; 42 ÷ 6 = 7; 3 − 5 = -2", "6 × 7 = 42|42 ÷ 6 = 7|3 − 5 = -2")]
    [TestCase("2 / 3 ≈ 0.67", "2 / 3 ≈ 0.67")]
    [TestCase("5 apples and 3 + 4 = 7 pears", "3 + 4 = 7")]
    [TestCase("123456789012345678901234567890 + 1 = 123456789012345678901234567891", "123456789012345678901234567890 + 1 = 123456789012345678901234567891")]
    public void True_statements_are_found(string text, string statements)
    {
        Statement[] found = [.. StatementReader.Read(text)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join('|', found.Select(statement => statement.Text)), Is.EqualTo(statements));
            Assert.That(found.Select(statement => statement.IsTrue), Is.All.True);
        }
    }

    [TestCase("3 + 4 = 8")]
    [TestCase("17 / 5 = 3")]
    [TestCase("2 / 3 = 0.67")]
    [TestCase("2 / 3 ≈ 0.66")]
    [TestCase("1 / 3 ≈ 0.334")]
    [TestCase("(1 + 2) * 3 = 7")]
    [TestCase("0.1 + 0.2 = 0.30000000000000004")]
    [TestCase("2^-1 = 2")]
    [TestCase("10000000000000000001 - 1 = 10000000000000000001")]
    public void An_untrue_statement_is_found(string text)
    {
        Statement[] found = [.. StatementReader.Read(text)];
        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0].IsTrue, Is.False);
    }

    [TestCase("x + 3 = 7", Description = "a variable before it")]
    [TestCase("2x + 3 = 7")]
    [TestCase("7 = 2x + 3")]
    [TestCase("3 = 4 - x")]
    [TestCase("x^2 = 9")]
    [TestCase("f(3) = 9", Description = "a function")]
    [TestCase("sqrt(16) = 4")]
    [TestCase("log 100 = 2")]
    [TestCase("17 mod 5 = 2")]
    [TestCase("17 / 5 = 3 remainder 2")]
    [TestCase("5! = 120")]
    [TestCase("10:30 + 45 = 11:15", Description = "times")]
    [TestCase("1,200 + 3 = 1,203", Description = "separators")]
    [TestCase("3 weeks = 21 days", Description = "units")]
    [TestCase("20% of 50 = 10")]
    [TestCase("15% = 0.15")]
    [TestCase("(3 + 4i) = 5")]
    [TestCase("1011_2 = 11")]
    [TestCase("3 <= 4")]
    [TestCase("2 1/2 = 5/2", Description = "a mixed number")]
    [TestCase("1 / 0 = 3")]
    [TestCase("007 = 7")]
    [TestCase("no sums here")]
    [TestCase("")]
    public void What_is_no_arithmetic_is_passed_over(string text) => Assert.That(StatementReader.Read(text), Is.Empty);

    [Test]
    public void Deep_and_huge_expressions_end()
    {
        string deep = new string('(', 100_000) + "1" + new string(')', 100_000) + " = 1";
        Assert.That(StatementReader.Read(deep), Is.Empty);
        Assert.That(StatementReader.Read("9^9^9^9 = 1"), Is.Empty);
        Assert.That(StatementReader.Read(new string('-', 100_000) + "1 = 1"), Is.Empty);
    }
}
