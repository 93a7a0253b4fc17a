using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Worker.Tests.JavaScript;

/// <summary>What a script returns is taken as what it is, or is an error of the script; never anything else.</summary>
public sealed class ForgeryTests
{
    private const string Problem = "{ question: 'q', answer: 'a', solution: 's' }";

    [TestCase("NaN", "score returned NaN; a score lies in 0 to 1")]
    [TestCase("Infinity", "score returned Infinity; a score lies in 0 to 1")]
    [TestCase("-0.1", "score returned -0.1; a score lies in 0 to 1")]
    [TestCase("1.0000001", "score returned 1.0000001; a score lies in 0 to 1")]
    [TestCase("'1'", "TypeError: score returned 1; it must be a number")]
    [TestCase("null", "TypeError: score returned null; it must be a number")]
    [TestCase("undefined", "TypeError: score returned undefined; it must be a number")]
    [TestCase("new Number(1)", "TypeError: score returned an object; it must be a number")]
    [TestCase("[1]", "TypeError: score returned an object; it must be a number")]
    [TestCase("{ valueOf: function () { return 1; } }", "TypeError: score returned an object; it must be a number")]
    [TestCase("{ toString: function () { while (true) {} } }", "TypeError: score returned an object; it must be a number")]
    [TestCase("score", "TypeError: score returned an object; it must be a number")]
    public void A_score_is_a_number_from_0_to_1(string value, string message)
    {
        using JavaScriptProgram script = RewardScript.Load($"function score(problem, answer) {{ return {value}; }}");
        Assert.That(RewardScript.Failure(script), Has.Property("Message").EqualTo(message).And.Property("File").EqualTo("r.js"));
    }

    [TestCase("function __score() { return 1; }")]
    [TestCase("var __score = function () { return 1; };")]
    [TestCase("this.__score = function () { return 1; };")]
    [TestCase("var __arena = { text: null };")]
    [TestCase("JSON.parse = JSON.stringify = function () { return {}; };")]
    [TestCase("TypeError = String = Number = Math = Object = Array = JSON = undefined;")]
    [TestCase("function __defines() { return true; } function __seal() { throw 1; }")]
    [TestCase("Function.prototype.call = Function.prototype.apply = function () { return 1; };")]
    [TestCase("Boolean.prototype.valueOf = Number.prototype.valueOf = function () { return 1; };")]
    [TestCase("Object.prototype.toJSON = function () { return 1; };")]
    public void Replacing_what_the_arena_calls_changes_no_score(string replacement)
    {
        using JavaScriptProgram script = RewardScript.Load($$"""
            function score(problem, answer) { {{replacement}} return problem.data.right === answer; }
            """);
        Problem problem = RewardScript.Problem with { Data = System.Text.Json.JsonElement.Parse("""{ "right": "7" }""") };
        for (int i = 0; i < 2; i++)
            Assert.That((script.Score(problem, "7"), script.Score(problem, "8")), Is.EqualTo((1.0, 0.0)));
    }

    [Test]
    public void A_score_sees_the_problem_and_cannot_change_it()
    {
        using JavaScriptProgram script = RewardScript.Load("""
            function score(problem, answer) {
              var seen = [problem.task, problem.version, problem.level, problem.split, problem.seed, problem.question, problem.answer,
                problem.solution, problem.data].join();
              problem.answer = answer;
              delete problem.question;
              return seen === 'a/b,1,2,Test,18446744073709551615,q?,right,because,' ? 1 : 0;
            }
            """);
        Assert.That((script.Score(RewardScript.Problem, "x"), script.Score(RewardScript.Problem, "x")), Is.EqualTo((1.0, 1.0)));
    }

    [TestCase("null", "TypeError: generate returned null instead of a problem")]
    [TestCase("'text'", "TypeError: generate returned text instead of a problem")]
    [TestCase("generate", "TypeError: generate returned an object instead of a problem")]
    [TestCase("{}", "TypeError: question is undefined; it must be a string")]
    [TestCase("{ question: {}, answer: 'a', solution: 's' }", "TypeError: question is an object; it must be a string")]
    [TestCase("{ get question() { throw new Error('no'); } }", "Error: no")]
    [TestCase("{ question: 'q', answer: 'a', get solution() { while (true) {} } }", "the script ran longer than a call may")]
    [TestCase("(__draft('q', 'forged', 's', null), null)", "TypeError: undefined is not a function", "ReferenceError", "TypeError")]
    public void A_problem_is_its_texts_or_an_error(string value, params string[] messages)
    {
        using JavaScriptProgram script = Task(value);
        ScriptError error = Assert.Throws<ScriptException>(() => script.Generate(new Rng(1), 1))!.Error;
        Assert.That(messages, Has.Some.Matches<string>(message => error.Message.StartsWith(message, StringComparison.Ordinal)), error.Message);
        Assert.That(error.File, Is.EqualTo("t.js"));
    }

    [Test]
    public void A_getter_is_read_once_so_that_it_cannot_answer_twice()
    {
        using JavaScriptProgram script = Task("{ get question() { this.n = (this.n || 0) + 1; return 'q' + this.n; }, answer: 'a', solution: 's' }");
        Assert.That(script.Generate(new Rng(1), 1).Question, Is.EqualTo("q1"));
    }

    [TestCase("'\\ud800'")]
    [TestCase("(function () { var deep = []; for (var i = 0; i < 100; i++) deep = [deep]; return deep; })()")]
    public void Data_that_is_no_JSON_is_an_error_of_the_script(string data)
    {
        using JavaScriptProgram script = Task($"{{ question: 'q', answer: 'a', solution: 's', data: {data} }}");
        ScriptError error = Assert.Throws<ScriptException>(() => script.Generate(new Rng(1), 1))!.Error;
        Assert.That(error.File, Is.EqualTo("t.js"));
        Assert.That(error.Message, Does.StartWith("generate returned data that cannot be kept as JSON"));
    }

    [TestCase("function () {}")]
    [TestCase("{ toJSON: function () { return undefined; } }")]
    [TestCase("undefined")]
    public void Data_without_a_JSON_form_is_none(string data)
    {
        using JavaScriptProgram script = Task($"{{ question: 'q', answer: 'a', solution: 's', data: {data} }}");
        Assert.That(script.Generate(new Rng(1), 1).Data, Is.Null);
    }

    [TestCase("{ observation: 'o', reward: NaN }", "step returned an outcome whose 'reward' does not fit")]
    [TestCase("{ observation: 'o', rewards: ['x'] }", "step returned an outcome whose 'rewards[0]' does not fit")]
    [TestCase("{ observation: 'o', player: 0.5 }", "step returned an outcome whose 'player' does not fit")]
    [TestCase("(Object.prototype.toJSON = undefined, { observation: {} })", "TypeError: observation is an object; it must be a string")]
    [TestCase("7", "TypeError: step returned 7 instead of an outcome")]
    public void A_turn_of_a_game_is_an_outcome_or_an_error(string outcome, string message)
    {
        IGameProgram game = Game("", outcome);
        Assert.That(() => game.Step("x"), Throws.TypeOf<ScriptException>().With.Message.Contains(message));
    }

    [TestCase("return undefined;", "step returned no outcome")]
    [TestCase("return null;", "step returned no outcome")]
    [TestCase("return {};", "step returned no outcome")]
    [TestCase("return 1;", "step returned an outcome whose '' does not fit")]
    public void A_toJSON_of_everything_is_an_error_of_the_game(string body, string message)
    {
        IGameProgram game = Game($"Object.prototype.toJSON = function () {{ return this.observation ? undo(this) : this; }};\nfunction undo() {{ {body} }}", "{ observation: 'o' }");
        Assert.That(() => game.Step("x"), Throws.TypeOf<ScriptException>().With.Message.Contains(message));
    }

    [TestCase("Object.prototype.toJSON = function () { return undefined; };", "it has a toJSON")]
    [TestCase("Object.prototype.toJSON = function () { return 1; };", "it has a toJSON")]
    [TestCase("Array.prototype.toJSON = function () { return [1]; };", "it has a toJSON")]
    [TestCase("Object.prototype.toJSON = function () { throw new Error('no'); };", "Error: no")]
    [TestCase("task({ tags: ['\\ud800'] });", "what the script declares cannot be read: ")]
    public void A_declaration_that_cannot_be_read_is_an_error_of_the_script(string top, string message) => Assert.That(
        () => RewardScript.Load($"function score(problem, answer) {{ return 1; }}\n{top}"),
        Throws.TypeOf<ScriptException>().With.Message.StartsWith("r.js").And.Message.Contains(message));

    private static JavaScriptProgram Task(string value) => new(new LoadItem("k", ScriptKind.Task, "a/b", "t.js", $$"""
        task({ version: 1, levels: 1, reward: 'exact' });
        function generate(rng, level) { return {{value}}; }
        """, 300));

    private static IGameProgram Game(string top, string outcome)
    {
        var script = new JavaScriptProgram(new LoadItem("k", ScriptKind.Game, "g", "g.js", $$"""
            environment({ version: 1, maxTurns: 3 });
            function reset(rng, level) { return 'start'; }
            function step(action) { return {{outcome}}; }
            function oracle() { return null; }
            {{top}}
            """, 300));
        IGameProgram game = script.CreateGame();
        game.Reset(new Rng(1), 1);
        return game;
    }
}
