using System.Diagnostics;
using System.Text.Json;

namespace Sasr.Arena.Scripting.Tests.Library;

public sealed class RewardTests
{
    [TestCase("Hello World", "hello  world", 1)]
    [TestCase("Hello World", "\tHELLO\nWORLD ", 1)]
    [TestCase("Hello World", "HelloWorld", 0)]
    [TestCase("Hello World", "Hello World.", 0)]
    [TestCase("kit", "\u212Ait", 0, Description = "the Kelvin sign is no k")]
    [TestCase("011", "11", 0)]
    [TestCase("a", "", 0)]
    public async Task Exact_ignores_case_and_space(string expected, string answer, double score) =>
        Assert.That(await Repository.RewardAsync("exact", expected, answer), Is.EqualTo(score));

    [TestCase("1200", "1200", 1)]
    [TestCase("1200", " +1200 ", 1)]
    [TestCase("1200", "1,200", 1)]
    [TestCase("1200", "1200.00", 1)]
    [TestCase("1200", "1200.", 1)]
    [TestCase("1200", "01200", 1)]
    [TestCase("1200", "1.2e3", 1)]
    [TestCase("1200", "12E+2", 1)]
    [TestCase("1200", "2400/2", 1)]
    [TestCase("1200", "120000%", 1)]
    [TestCase("1200", "12,00", 0)]
    [TestCase("1200", "1200,", 0)]
    [TestCase("1200", "1 200", 0)]
    [TestCase("1200", "-1200", 0)]
    [TestCase("1200", "1200.0001", 0)]
    [TestCase("1200", "1201", 0)]
    [TestCase("1200", "1200 apples", 0)]
    [TestCase("1200", "= 1200", 0)]
    [TestCase("1200", "1200 1200", 0)]
    [TestCase("1200", "0x4B0", 0)]
    [TestCase("1200", "1200/0", 0)]
    [TestCase("1200", "1200/1/1", 0)]
    [TestCase("1200", "\u0661\u0662\u0660\u0660", 0, Description = "Arabic digits")]
    [TestCase("1200", "\uff11\uff12\uff10\uff10", 0, Description = "full-width digits")]
    [TestCase("1200", "NaN", 0)]
    [TestCase("1200", "Infinity", 0)]
    [TestCase("1200", "1e400", 0)]
    [TestCase("1200", "1e999999999", 0)]
    [TestCase("0", "-0", 1)]
    [TestCase("0", "1e-400", 0)]
    [TestCase("0", "", 0)]
    [TestCase("0", ".", 0)]
    [TestCase("0", "%", 0)]
    [TestCase("-5", "-5", 1)]
    [TestCase("-5", "--5", 0)]
    [TestCase("-5", "5", 0)]
    [TestCase("3/4", "0.75", 1)]
    [TestCase("3/4", ".75", 1)]
    [TestCase("3/4", "6 / 8", 1)]
    [TestCase("3/4", "75%", 1)]
    [TestCase("3/4", "75 %", 1)]
    [TestCase("3/4", "75", 0)]
    [TestCase("3/4", "-3/4", 0)]
    [TestCase("3/4", "0.751", 0)]
    [TestCase("1/3", "0.333333", 1, Description = "rounded to six places")]
    [TestCase("1/3", "0.3333", 0)]
    [TestCase("3.14159265", "3.141593", 1)]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567890", 1)]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567891", 0)]
    [TestCase("3/2", "1 1/2", 1)]
    [TestCase("3/2", "1  1/2", 1)]
    [TestCase("-3/2", "-1 1/2", 1)]
    [TestCase("-3/2", "\u22121 1/2", 1)]
    [TestCase("-3/2", "\u22121.5", 1)]
    [TestCase("3/2", "0 3/2", 0)]
    [TestCase("3/2", "1 1 1/2", 0)]
    [TestCase("3/2", "1 + 1/2", 0)]
    [TestCase("3/2", "1 1/2%", 0)]
    [TestCase("12 cm", "12 cm", 1)]
    [TestCase("12 cm", "12cm", 1)]
    [TestCase("12 cm", "12", 1)]
    [TestCase("12 cm", "12.0 cm", 1)]
    [TestCase("12 cm", "12 m", 0)]
    [TestCase("12 cm", "12 c", 0)]
    [TestCase("12 cm", "13 cm", 0)]
    [TestCase("12 cm", "cm", 0)]
    [TestCase("12 cm", "12 cm cm", 0)]
    [TestCase("12 cm", "12 cm, I think", 0)]
    [TestCase("$5", "$5", 1)]
    [TestCase("$5", "$5.00", 1)]
    [TestCase("$5", "5", 1)]
    [TestCase("$5", "5$", 1)]
    [TestCase("$5", "\u20ac5", 0)]
    [TestCase("-$5", "-$5", 1)]
    [TestCase("-$5", "$-5", 1)]
    [TestCase("-$5", "$5", 0)]
    [TestCase("5 km/h", "5 km/h", 1)]
    [TestCase("5 km/h", "5", 1)]
    [TestCase("5 km/h", "5 km", 0)]
    [TestCase("45\u00b0", "45\u00b0", 1)]
    [TestCase("5", "$5", 0)]
    [TestCase("5", "5 cm", 0)]
    public async Task Numeric_compares_by_value(string expected, string answer, double score) =>
        Assert.That(await Repository.RewardAsync("numeric", expected, answer), Is.EqualTo(score));

    [TestCase("{\"tolerance\": 0.5}", "10", "10.4", 1)]
    [TestCase("{\"tolerance\": 0.5}", "10", "10.5", 1)]
    [TestCase("{\"tolerance\": 0.5}", "10", "10.51", 0)]
    [TestCase("{\"tolerance\": 0.5}", "10", "9.5", 1)]
    [TestCase("{\"tolerance\": {\"relative\": 0.01}}", "-200", "-202", 1)]
    [TestCase("{\"tolerance\": {\"relative\": 0.01}}", "-200", "-202.1", 0)]
    [TestCase("{\"tolerance\": {\"relative\": 0.01}}", "-200", "200", 0)]
    [TestCase("{\"tolerance\": 0.2}", "0.1", "0.3", 1)]
    public async Task Numeric_takes_a_tasks_own_tolerance(string data, string expected, string answer, double score) =>
        Assert.That(await Repository.RewardAsync("numeric", expected, answer, JsonSerializer.Deserialize<JsonElement>(data)), Is.EqualTo(score));

    [Test]
    public async Task Numeric_is_quick_on_long_answers()
    {
        string[] answers = [.. Enumerable.Repeat(new string('9', 100_000), 20), .. Enumerable.Repeat("1" + string.Concat(Enumerable.Repeat(",000", 25_000)), 20)];
        await Repository.RewardAsync("numeric", "1", "1");
        var watch = Stopwatch.StartNew();
        foreach (string answer in answers)
            Assert.That(await Repository.RewardAsync("numeric", "1", answer), Is.Zero);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    // The rule: twice the first plus the second.
    [TestCase("swap 2 * +", 1)]
    [TestCase("SWAP  2\t*\n+", 1)]
    [TestCase("over + +", 1)]
    [TestCase("swap dup + +", 1)]
    [TestCase("neg swap -2 * + neg", 1)]
    [TestCase("dup rot dup + + swap drop", 1)]
    [TestCase("0 rot rot swap 2 * + max", 0, Description = "right only above 0")]
    [TestCase("+ +", 0, Description = "too few on the stack")]
    [TestCase("swap 2 *", 0, Description = "two are left")]
    [TestCase("drop drop", 0, Description = "none is left")]
    [TestCase("drop drop 10", 0, Description = "the output of one case")]
    [TestCase("rot", 0)]
    [TestCase("over over over", 0)]
    [TestCase("swap 2 * + ;", 0, Description = "an unknown word")]
    [TestCase("swap 2 * + swap", 0)]
    [TestCase("swap 2 x +", 0)]
    [TestCase("swap 2.0 * +", 0)]
    [TestCase("99999999999999999999", 0)]
    [TestCase("-9223372036854775808 neg", 0)]
    [TestCase("1000000000000 dup * drop swap 2 * +", 0, Description = "past the largest number")]
    [TestCase("", 0)]
    public async Task A_program_must_pass_every_case(string program, double score) =>
        Assert.That(await Repository.RewardAsync("run-program", "over + +", program, Cases), Is.EqualTo(score));

    [Test]
    public async Task Long_deep_and_huge_programs_fail_at_once()
    {
        var watch = Stopwatch.StartNew();
        string[] programs =
        [
            string.Join(' ', Enumerable.Repeat("dup", 150)),
            string.Join(' ', Enumerable.Repeat("0 +", 100)) + " over + +",
            string.Join(' ', Enumerable.Repeat("dup *", 90)),
            new string(' ', 1_000_000) + "over + +",
            new string('9', 1_000_000),
        ];
        foreach (string program in programs)
            Assert.That(await Repository.RewardAsync("run-program", "over + +", program, Cases), Is.Zero);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    private static readonly object Cases = new
    {
        cases = new[]
        {
            new { input = new[] { 3, 4 }, output = 10 },
            new { input = new[] { -5, 2 }, output = -8 },
            new { input = new[] { 0, 7 }, output = 7 },
        },
    };
}
