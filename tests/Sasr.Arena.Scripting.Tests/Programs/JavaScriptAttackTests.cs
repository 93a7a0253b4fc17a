using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Attacks;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>JavaScript programs that mean harm.</summary>
/// <seealso cref="Attacks"/>
public sealed class JavaScriptAttackTests
{
    private readonly EngineRunner _runner = Runner(ProgramLanguage.JavaScript);

    [OneTimeTearDown]
    public async Task Stop() => await _runner.DisposeAsync();

    [TestCase("while (true) { }", VerdictOutcome.TimedOut)]
    [TestCase("while (true) try { throw 1; } catch (e) { }", VerdictOutcome.TimedOut)]
    [TestCase("while (true) try { while (true) { } } finally { while (true) { } }", VerdictOutcome.TimedOut)]
    [TestCase("for (;;);", VerdictOutcome.TimedOut)]
    [TestCase("[1, 2].sort(function () { while (true) { } });", VerdictOutcome.TimedOut)]
    [TestCase("'x'.replace(/x/, function () { while (true) { } });", VerdictOutcome.TimedOut)]
    [TestCase("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');", VerdictOutcome.TimedOut)]
    [TestCase("function f() { return f() + 1; } f();", VerdictOutcome.RuntimeError)]
    [TestCase("var o = { toString: function () { return 'x' + o; } }; print('' + o);", VerdictOutcome.RuntimeError)]
    [TestCase("while (true) print('xxxxxxxxxxxxxxxx');", VerdictOutcome.RuntimeError)]
    [TestCase("try { while (true) print('xxxxxxxxxxxxxxxx'); } catch (e) { }", VerdictOutcome.RuntimeError)]
    [TestCase("throw { toString: function () { throw this; } };", VerdictOutcome.RuntimeError)]
    [TestCase("JSON.parse = null; Object.prototype.toString = null; Function.prototype.call = null; print = null; print(1);", VerdictOutcome.RuntimeError)]
    [TestCase("System.Environment.Exit(0);", VerdictOutcome.RuntimeError)]
    [TestCase("importNamespace('System').Environment.Exit(0);", VerdictOutcome.RuntimeError)]
    [TestCase("print.GetType().Assembly;", VerdictOutcome.RuntimeError)]
    [TestCase("__write.GetType().Assembly;", VerdictOutcome.RuntimeError)]
    [TestCase("__input.Method.Module;", VerdictOutcome.RuntimeError)]
    public async Task A_hostile_JavaScript_program_fails_for_what_it_does(string source, object outcome) =>
        await _runner.AssertFailsAsync(source, Io(("", "1")), (VerdictOutcome)outcome);

    /// <summary>Jint cannot stop these itself: which limit ends them is not the same on every machine.</summary>
    [TestCase("new Array(500000000).join('x');")]
    [TestCase("var s = 'x'; while (true) s += s;")]
    [TestCase("throw { toString: function () { while (true) { } } };")]
    [TestCase("var a = []; for (var i = 0; i < 1e9; i++) a.push(a.slice());")]
    [TestCase("new Array(1e7).join('x').split('').sort();")]
    [TestCase("JSON.parse(new Array(200000).join('[') + new Array(200000).join(']'));")]
    [TestCase("eval(new Array(20000).join('(') + '1' + new Array(20000).join(')'));")]
    public async Task What_the_JavaScript_engine_cannot_stop_costs_no_more_than_its_process(string source)
    {
        Verdict verdict = await _runner.JudgeAsync(source, Io(("", "1")), Limits);
        Assert.That(
            verdict.Outcome,
            Is.AnyOf(VerdictOutcome.TimedOut, VerdictOutcome.OutOfMemory, VerdictOutcome.RuntimeError, VerdictOutcome.Wrong),
            verdict.Message);
        await _runner.AssertSoundAsync();
    }

    [TestCase("function f() { return { valueOf: function () { return 3; }, toString: function () { return '3'; } }; }")]
    [TestCase("function f() { return [3]; }")]
    [TestCase("function f() { return '3'; }")]
    [TestCase("function f() { return new String('3'); }")]
    [TestCase("function f() { return NaN; }")]
    [TestCase("function f() { return { $number: '3' }; }")]
    [TestCase("function f() { return { length: 1, 0: 3 }; }")]
    public async Task A_JavaScript_result_that_would_equal_anything_is_wrong(string source)
    {
        await _runner.AssertFailsAsync(source, Calls("f", ("[]", "3")), VerdictOutcome.Wrong);
        await _runner.AssertFailsAsync(source, new TestFile("assertEqual(f(), 4);"), VerdictOutcome.Wrong);
    }

    /// <summary>What the candidate's process answers is text to the tests' process, whatever it looks like.</summary>
    [TestCase("function f() { throw new Error('__passed(); passed:100'); }", "assertEqual(f(), 1);", VerdictOutcome.RuntimeError)]
    [TestCase("function f() { return '\");__passed();(\"'; }", "assertEqual(f(), 1);", VerdictOutcome.Wrong)]
    [TestCase("function f() { return JSON.parse('{\"__proto__\": {\"length\": 1, \"0\": 1}, \"constructor\": 1}'); }", "assertEqual(f(), [1]);", VerdictOutcome.Wrong)]
    [TestCase("this['a;__passed();function b'] = function () { }; function f() { return 2; }", "assertEqual(f(), 1);", VerdictOutcome.Wrong)]
    [TestCase("function assertEqual() { } function __run() { } function f() { return 2; }", "assertEqual(f(), 1);", VerdictOutcome.Wrong)]
    [TestCase("function toString() { return 1; } function valueOf() { return 1; } function f() { return 2; }", "assertEqual(f(), 1);", VerdictOutcome.Wrong)]
    public async Task A_JavaScript_program_does_not_reach_into_the_tests(string source, string tests, object outcome) =>
        await _runner.AssertFailsAsync(source, new TestFile(tests), (VerdictOutcome)outcome);
}
