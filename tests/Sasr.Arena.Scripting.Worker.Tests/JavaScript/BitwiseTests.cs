using Sasr.Arena.Scripting.JavaScript;

namespace Sasr.Arena.Scripting.Worker.Tests.JavaScript;

/// <summary>Bitwise operators convert by ECMA-262, 5.1, 9.5 and 9.6: negative numbers, fractions and all above 32 bits.</summary>
public sealed class BitwiseTests
{
    [TestCase("-5 & 6", 2)]
    [TestCase("6 & -5", 2)]
    [TestCase("7170 & ~12", 7170)]
    [TestCase("-5 | 1", -5)]
    [TestCase("-5 ^ 3", -8)]
    [TestCase("~-5", 4)]
    [TestCase("~~-3.7", -3)]
    [TestCase("-3.7 | 0", -3)]
    [TestCase("-5 >> 1", -3)]
    [TestCase("-5 >>> 28", 15)]
    [TestCase("-1 >>> 0", 4294967295)]
    [TestCase("1 << 31", -2147483648)]
    [TestCase("1 << -31", 2)]
    [TestCase("4294967296 | 0", 0)]
    [TestCase("4294967297 | 0", 1)]
    [TestCase("2147483648 | 0", -2147483648)]
    [TestCase("-2147483649 | 0", 2147483647)]
    [TestCase("1e21 | 0", -559939584)]
    [TestCase("NaN | 0", 0)]
    [TestCase("-Infinity | 0", 0)]
    [TestCase("'-8' & '12'", 8)]
    [TestCase("undefined | -2", -2)]
    public void Operands_are_converted(string expression, double value)
    {
        using JavaScriptProgram script = RewardScript.Judging(FormattableString.Invariant($"({expression}) === {value}"));
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    [TestCase("var a = -5; a &= 6; return a === 2;")]
    [TestCase("var a = [-5], i = 0; a[i] >>= 1; return a[0] === -3;")]
    [TestCase("var o = { p: { q: -1 } }; o.p.q >>>= 28; return o.p.q === 15;")]
    [TestCase("var a = 6; a |= a ^= -1; return a === -1;")]
    [TestCase("function f() { return function () { return -1 & 255; }; } return f()() === 255;")]
    [TestCase("for (var i = 0, n = 0; i < 3; i++) { n += -1 & i; } return n === 3;")]
    [TestCase("switch (-1 & 3) { case ~-4: return true; default: return false; }")]
    [TestCase("var calls = 0; function f() { calls++; return -9; } var v = f() | f(); return v === -9 && calls === 2;")]
    public void They_are_wherever_they_stand(string body)
    {
        using JavaScriptProgram script = RewardScript.Load($"function test() {{ {body} }}\nfunction score(problem, answer) {{ return test() ? 1 : 0; }}");
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    /// <summary>The test vectors of FNV-1a, 32 bits, by Fowler, Noll and Vo.</summary>
    [TestCase("a", 0xe40c292c)]
    [TestCase("foobar", 0xbf9cf968)]
    public void A_hash_that_overflows_at_every_character_is_right(string text, uint hash)
    {
        using JavaScriptProgram script = RewardScript.Load("""
            function score(problem, answer) {
              var parts = answer.split(' '), hash = 0x811c9dc5;
              for (var i = 0; i < parts[0].length; i++) {
                hash ^= parts[0].charCodeAt(i);
                hash += (hash << 1) + (hash << 4) + (hash << 7) + (hash << 8) + (hash << 24);
              }
              return (hash >>> 0) === +parts[1];
            }
            """);
        Assert.That(script.Score(RewardScript.Problem, FormattableString.Invariant($"{text} {hash}")), Is.EqualTo(1));
    }

    /// <summary>What converts them is no function of the script's, and nothing that it defines is in the way.</summary>
    [Test]
    public void A_script_cannot_change_them()
    {
        using JavaScriptProgram script = RewardScript.Load(
            "Function.prototype.call = Number = Math.floor = null;\nfunction score(problem, answer) { return (-5 & 6) / 2; }");
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }
}
