using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Worker.Tests.JavaScript;

/// <summary>A script reaches the language and what the arena gives it, and nothing of the process that it runs in.</summary>
public sealed class EscapeTests
{
    // Members by which an object of .NET shows itself.
    private const string Members = "['GetType', 'GetHashCode', 'Equals', 'ToString', 'Invoke', 'DynamicInvoke', 'Method', 'Target', 'Clone', 'Length']";

    [TestCase("this")]
    [TestCase("problem")]
    [TestCase("problem.seed")]
    [TestCase("problem.level")]
    [TestCase("answer")]
    [TestCase("score")]
    [TestCase("arguments")]
    [TestCase("(function () {}).constructor")]
    [TestCase("reward.constructor.prototype")]
    [TestCase("Object.getPrototypeOf(problem)")]
    [TestCase("new Error('x')")]
    [TestCase("/x/")]
    [TestCase("[]")]
    public void A_value_has_no_members_of_NET(string value)
    {
        using JavaScriptProgram script = RewardScript.Judging($"{Members}.every(function (name) {{ return typeof ({value})[name] === 'undefined'; }})");
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    [Test]
    public void Nothing_global_has_members_of_NET()
    {
        using JavaScriptProgram script = RewardScript.Load($$"""
            var global = this, found = [], seen = [];
            function search(value, path, depth) {
              if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.indexOf(value) >= 0) return;
              seen.push(value);
              {{Members}}.forEach(function (name) { if (name in value) found.push(path + '.' + name); });
              if (depth === 0) return;
              Object.getOwnPropertyNames(value).forEach(function (name) {
                var inner;
                try { inner = value[name]; } catch (e) { return; }
                search(inner, path + '.' + name, depth - 1);
              });
            }
            function score(problem, answer) {
              search(global, 'this', 4);
              if (seen.length < 100) throw new Error('only ' + seen.length + ' objects were found');
              if (found.length > 0) throw new Error(found.join());
              return 1;
            }
            """);
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    [Test]
    public void The_stream_of_a_generator_has_no_members_of_NET()
    {
        using var script = new JavaScriptProgram(new LoadItem("k", ScriptKind.Task, "a/b", "t.js", $$"""
            task({ version: 1, levels: 1, reward: 'exact' });
            function generate(rng, level) {
              var found = [];
              Object.getOwnPropertyNames(rng).concat(['rng']).forEach(function (name) {
                var value = name === 'rng' ? rng : rng[name];
                {{Members}}.forEach(function (member) { if (member in value) found.push(name + '.' + member); });
              });
              return { question: Object.getOwnPropertyNames(rng).sort().join(), answer: found.join(), solution: 's' };
            }
            """, 2000));
        ProblemDraft draft = script.Generate(new Rng(1), 1);
        Assert.That((draft.Question, draft.Answer), Is.EqualTo(("chance,integer,integers,pick,sample,shuffle,uniform", "")));
    }

    [TestCase("importNamespace")]
    [TestCase("System")]
    [TestCase("clr")]
    [TestCase("host")]
    [TestCase("require")]
    [TestCase("process")]
    [TestCase("load")]
    [TestCase("java")]
    [TestCase("XMLHttpRequest")]
    [TestCase("setTimeout")]
    [TestCase("WebAssembly")]
    [TestCase("__arena")]
    [TestCase("__integer")]
    [TestCase("__uniform")]
    [TestCase("__draft")]
    [TestCase("__declarations")]
    [TestCase("__defines")]
    [TestCase("__seal")]
    [TestCase("__generate")]
    [TestCase("__score")]
    [TestCase("__reset")]
    [TestCase("__step")]
    [TestCase("__oracle")]
    public void There_is_no(string name)
    {
        using JavaScriptProgram script = RewardScript.Judging($"typeof {name} === 'undefined' && new Function('return typeof {name}')() === 'undefined'");
        Assert.That(script.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    [TestCase("importNamespace('System.IO').File.ReadAllText('/etc/passwd')")]
    [TestCase("System.IO.File.ReadAllText('/etc/passwd')")]
    [TestCase("new System.Diagnostics.Process()")]
    [TestCase("problem.GetType().Assembly")]
    [TestCase("reward.GetType().Assembly.GetType('System.IO.File')")]
    [TestCase("answer.GetType().Assembly")]
    [TestCase("(function () {}).constructor.constructor('return importNamespace')()")]
    [TestCase("''.constructor.constructor('return System')()")]
    [TestCase("new Function('return this')().importNamespace('System')")]
    [TestCase("eval('importNamespace')('System')")]
    [TestCase("(0, eval)('System.Environment.Exit(0)')")]
    [TestCase("score.caller.GetType()")]
    [TestCase("arguments.callee.caller.arguments[0].GetType()")]
    [TestCase("Error.captureStackTrace({})[0].getThis()")]
    public void A_way_out_ends_in_an_error(string expression)
    {
        using JavaScriptProgram script = RewardScript.Judging(expression);
        Assert.That(RewardScript.Failure(script).Message, Does.StartWith("ReferenceError").Or.StartsWith("TypeError"));
    }

    [Test]
    public void One_script_does_not_see_what_another_has_changed()
    {
        using JavaScriptProgram first = RewardScript.Load("""
            Object.prototype.correct = true;
            Array.prototype.push = JSON.stringify = Math.floor = String.prototype.trim = null;
            var mine = 1;
            this.leaked = 2;
            function score(problem, answer) { leaked = 3; return 1; }
            """);
        first.Score(RewardScript.Problem, "x");
        using JavaScriptProgram second = RewardScript.Judging("""
            ({}).correct === undefined && typeof mine === 'undefined' && typeof leaked === 'undefined' && [].push(1) === 1
              && JSON.stringify([1]) === '[1]' && Math.floor(1.5) === 1 && ' x '.trim() === 'x'
            """);
        Assert.That(second.Score(RewardScript.Problem, "x"), Is.EqualTo(1));
    }

    [TestCase("""{ "__proto__": { "correct": true } }""")]
    [TestCase("""{ "constructor": { "prototype": { "correct": true } } }""")]
    public void An_answer_that_is_merged_carelessly_does_not_help_the_next(string answer)
    {
        using JavaScriptProgram script = RewardScript.Load("""
            function merge(target, source) {
              for (var key in source) {
                if (typeof source[key] === 'object') merge(key in target ? target[key] : (target[key] = {}), source[key]);
                else target[key] = source[key];
              }
              return target;
            }
            function score(problem, answer) {
              merge({}, JSON.parse(answer));
              return ({}).correct || [].correct || ''.correct || score.correct ? 1 : 0;
            }
            """);
        Assert.That(script.Score(RewardScript.Problem, answer), Is.Zero);
        Assert.That(script.Score(RewardScript.Problem, "{}"), Is.Zero);
    }

    [Test]
    public void A_script_may_add_to_the_language_before_its_first_call()
    {
        using JavaScriptProgram script = RewardScript.Load("""
            String.prototype.twice = function () { return this + this; };
            function Pair(a) { this.a = a; }
            Pair.prototype.toString = function () { return this.a.twice(); };
            function score(problem, answer) { return String(new Pair(answer)) === 'abab' ? 1 : 0; }
            """);
        Assert.That(script.Score(RewardScript.Problem, "ab"), Is.EqualTo(1));
    }
}
