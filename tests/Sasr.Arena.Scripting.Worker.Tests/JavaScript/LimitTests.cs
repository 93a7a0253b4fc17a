using System.Diagnostics;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Worker.Tests.JavaScript;

/// <summary>Limits that hold inside the engine: the worker goes on, and so does the script.</summary>
public sealed class LimitTests
{
    private const int Milliseconds = 200;

    [TestCase("while (true) {}")]
    [TestCase("for (;;);")]
    [TestCase("while (true) { try { while (true) {} } catch (e) {} finally { } }")]
    [TestCase("try { while (true) {} } finally { while (true) {} }")]
    [TestCase("label: while (true) { continue label; }")]
    [TestCase("while (true) new Function('return 1')();")]
    [TestCase("throw { message: 'm', toString: function () { while (true) {} } };")]
    [TestCase("var o = {}; Object.defineProperty(o, 'x', { get: function () { while (true) {} } }); return o.x;")]
    [TestCase("return [2, 1].sort(function () { while (true) {} });")]
    [TestCase("return 'x'.replace(/x/, function () { while (true) {} });")]
    [TestCase("return JSON.stringify({ toJSON: function () { while (true) {} } });")]
    public void A_call_without_end_is_stopped_and_the_next_is_answered(string body)
    {
        using JavaScriptProgram script = RewardScript.Load(
            $"function attack() {{ {body} }}\nfunction score(problem, answer) {{ if (answer === 'x') attack(); return 0.5; }}", Milliseconds);
        var clock = Stopwatch.StartNew();
        ScriptError error = RewardScript.Failure(script);
        Assert.That(error.Message, Is.EqualTo("the script ran longer than a call may").Or.EqualTo("something was thrown whose toString fails"));
        Assert.That((error.Kind, error.File), Is.EqualTo((ScriptErrorKind.Runtime, "r.js")));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
        Assert.That(script.Score(RewardScript.Problem, "good"), Is.EqualTo(0.5));
    }

    [TestCase("function f(n) { return f(n + 1) + 1; } f(0);")]
    [TestCase("var f = function g() { g(); }; f();")]
    [TestCase("function a() { b(); } function b() { a(); } a();")]
    [TestCase("function f() { try { f(); } catch (e) { f(); } } f();")]
    [TestCase("function f() { f.call(null); } f();")]
    [TestCase("function f() { [1].forEach(function () { f(); }); } f();")]
    [TestCase("function f() { eval('f()'); } f();")]
    public void A_recursion_without_end_is_stopped_and_the_next_is_answered(string body)
    {
        using JavaScriptProgram script = RewardScript.Load(
            $"function score(problem, answer) {{ if (answer === 'x') {{ {body} }} return 0.5; }}");
        Assert.That(OnScriptStack(() => RewardScript.Failure(script).Message), Is.EqualTo("functions called each other more than 400 deep"));
        Assert.That(script.Score(RewardScript.Problem, "good"), Is.EqualTo(0.5));
    }

    [Test]
    public void A_call_has_statements_of_its_own()
    {
        var engine = new JintEngine("x.js", TimeSpan.FromSeconds(30), statements: 2000);
        engine.Execute("function count(n) { var i = 0; while (i < n) i++; return i; }", "x.js");
        for (int i = 0; i < 5; i++)
            Assert.That(engine.Call("count", 900), Is.EqualTo(900));
        Assert.That(
            () => engine.Call("count", 1_000_000), Throws.TypeOf<ScriptException>().With.Message.EqualTo("x.js: the script ran more statements than a call may"));
        Assert.That(engine.Call("count", 900), Is.EqualTo(900));
    }

    [TestCase("(", "1", ")")]
    [TestCase("[", "", "]")]
    [TestCase("{", "", "}")]
    [TestCase("f(", "", ")")]
    [TestCase("function () {", "", "}")]
    public void A_source_nested_too_deep_is_refused_with_its_place(string open, string inner, string close)
    {
        string nested = string.Concat(Enumerable.Repeat(open, 20_000)) + inner + string.Concat(Enumerable.Repeat(close, 20_000));
        ScriptError error = Assert.Throws<ScriptException>(() => RewardScript.Load($"var x = {nested};"))!.Error;
        Assert.That((error.Kind, error.Message, error.File, error.Line), Is.EqualTo((ScriptErrorKind.Refused, "the source is nested more than 250 deep", "r.js", 2)));
    }

    [Test]
    public void A_top_level_without_end_is_stopped()
    {
        ScriptError error = Assert.Throws<ScriptException>(() => RewardScript.Load("while (true) {}", Milliseconds))!.Error;
        Assert.That(error.Message, Is.EqualTo("the script ran longer than a call may"));
    }

    [TestCase("throw 1;", "1")]
    [TestCase("throw null;", "null")]
    [TestCase("throw undefined;", "undefined")]
    [TestCase("throw { message: 'm', toString: function () { throw 1; } };", "something was thrown whose toString fails")]
    [TestCase("throw { message: 'm', toString: function () { return {}; } };", "something was thrown whose toString fails")]
    [TestCase("throw new Error('x');", "Error: x")]
    public void Whatever_is_thrown_is_an_error_of_the_script(string body, string message)
    {
        using JavaScriptProgram script = RewardScript.Load($"function score(problem, answer) {{ {body} }}");
        Assert.That(RewardScript.Failure(script).Message, Is.EqualTo(message));
    }

    // The worker's scripts have this stack; a test's thread has less.
    private static T OnScriptStack<T>(Func<T> run)
    {
        T result = default!;
        var thread = new Thread(() => result = run(), 32 << 20);
        thread.Start();
        thread.Join();
        return result;
    }
}
