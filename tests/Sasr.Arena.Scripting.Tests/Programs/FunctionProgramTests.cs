using Sasr.Arena.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

public sealed class FunctionProgramTests
{
    [TestCase(ProgramLanguage.CSharp, "int Add(int a, int b) => a + b;", "Add")]
    [TestCase(ProgramLanguage.CSharp, "class Solution { static int Add(int a, int b) => a + b; }", "Solution.Add")]
    [TestCase(ProgramLanguage.CSharp, "public class Solution { public int Add(int a, int b) => a + b; }", "Add")]
    [TestCase(ProgramLanguage.CSharp, "using System;\nnamespace A.B;\npublic static class Solution { public static int Add(int a, int b) => a + b; }", "A.B.Solution.Add")]
    [TestCase(ProgramLanguage.CSharp, "static class More { public static int Plus(this int a, int b) => a + b; public static int Add(int a, int b) => a.Plus(b); }", "Add")]
    [TestCase(ProgramLanguage.CSharp, "int Add(int a) => a; int Add(int a, int b) => a + b;", "Add")]
    [TestCase(ProgramLanguage.CSharp, "int Add(string a, int b) => 0; int Add(int a, int b, int c = 0) => a + b + c;", "Add")]
    [TestCase(ProgramLanguage.CSharp, "int Add(int a, int b) => a + b;\nConsole.WriteLine(Add(1, 2));", "Add")]
    [TestCase(ProgramLanguage.JavaScript, "function add(a, b) { return a + b; }", "add")]
    [TestCase(ProgramLanguage.JavaScript, "var add = function (a, b) { return a + b; };\nprint(add(1, 2));", "add")]
    [TestCase(ProgramLanguage.JavaScript, "var Solution = { add: function (a, b) { return this.zero + a + b; }, zero: 0 };", "Solution.add")]
    public async Task A_function_is_found_by_its_name(ProgramLanguage language, string source, string function)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls(function, ("[1, 2]", "3"), ("[-5, 5]", "0")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 2)));
    }

    [TestCase("int F(int[][] a) => a.Sum(row => row.Sum());", "[[[1, 2], [3]]]", "6")]
    [TestCase("int[,] F(int[,] a) { a[0, 0] = 9; return a; }", "[[[1, 2], [3, 4]]]", "[[9, 2], [3, 4]]")]
    [TestCase("(int, string) F((string Name, int Count) pair) => (pair.Count, pair.Name);", "[[\"x\", 3]]", "[3, \"x\"]")]
    [TestCase("List<(int, int)> F(List<Tuple<int, int>> all) => all.Select(t => (t.Item2, t.Item1)).ToList();", "[[[1, 2], [3, 4]]]", "[[2, 1], [4, 3]]")]
    [TestCase("Dictionary<int, string> F(Dictionary<string, int> map) => map.ToDictionary(p => p.Value, p => p.Key);", "[{\"a\": 1, \"b\": 2}]", "{\"2\": \"b\", \"1\": \"a\"}")]
    [TestCase("int? F(int? a, string b) => b is null ? a : null;", "[3, null]", "3")]
    [TestCase("int? F(int? a, string b) => b is null ? a : null;", "[null, \"x\"]", "null")]
    [TestCase("Point F(Point p) => p with { X = p.Y, Y = p.X };\nrecord Point(int X, int Y);", "[{\"x\": 1, \"y\": 2}]", "{\"Y\": 1, \"X\": 2}")]
    [TestCase("System.Numerics.BigInteger F(int n) => System.Numerics.BigInteger.Pow(2, n);", "[100]", "1267650600228229401496703205376")]
    [TestCase("double F(double a) => a / 3;", "[1]", "0.33333333333")]
    [TestCase("IEnumerable<int> F(int n) { for (int i = 0; i < n; i++) yield return i; }", "[3]", "[0, 1, 2]")]
    [TestCase("char F(string s, char c) => s.Contains(c) ? c : '日';", "[\"äöü\", \"x\"]", "\"日\"")]
    [TestCase("object F(object a) => a is List<object> list ? list.Count : a;", "[[1, \"x\", null]]", "3")]
    [TestCase("Day F(Day day) => day + 1;\nenum Day { Mo, Tu }", "[\"Mo\"]", "\"Tu\"")]
    [TestCase("HashSet<int> F(IReadOnlyList<int> a) => [.. a];", "[[1, 1, 2]]", "[1, 2]")]
    [TestCase("void F(int a) { }", "[1]", "null")]
    public async Task Values_go_in_and_out_of_CSharp_as_JSON(string source, string arguments, string expected)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(ProgramLanguage.CSharp, source, Calls("F", (arguments, expected)));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase("function f(a) { return a.map(function (row) { return row.length; }); }", "[[[1, 2], []]]", "[2, 0]")]
    [TestCase("function f(map) { return { b: map.a, a: map.b }; }", "[{\"a\": 1, \"b\": null}]", "{\"a\": null, \"b\": 1}")]
    [TestCase("function f() { }", "[]", "null")]
    [TestCase("function f(s) { return s + '日'; }", "[\"\\ud83d\\ude00\"]", "\"\\ud83d\\ude00日\"")]
    [TestCase("function f(n) { return n / 3; }", "[1]", "0.33333333333")]
    public async Task Values_go_in_and_out_of_JavaScript_as_JSON(string source, string arguments, string expected)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(ProgramLanguage.JavaScript, source, Calls("f", (arguments, expected)));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n) => n * n;")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { return n * n; }")]
    public async Task The_first_case_with_another_result_is_named(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[2]", "4"), ("[3]", "10"), ("[4]", "0")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Wrong, "f(3) is 9 instead of 10", FailedCase: 2, Passed: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, "class Answer { public override bool Equals(object o) => true; public override int GetHashCode() => 0; public static bool operator ==(Answer a, object b) => true; public static bool operator !=(Answer a, object b) => false; }\nobject f() => new Answer();")]
    [TestCase(ProgramLanguage.CSharp, "object f() => new System.Text.Json.Nodes.JsonObject { [\"equals\"] = true };")]
    [TestCase(ProgramLanguage.JavaScript, "function f() { return { valueOf: function () { return 3; }, toString: function () { return '3'; }, equals: true }; }")]
    public async Task What_claims_to_equal_everything_is_wrong(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[]", "3")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)1)), verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "int g(int n) => n;", "the program defines no function 'f'")]
    [TestCase(ProgramLanguage.JavaScript, "function g(n) { return n; }", "ReferenceError: f is not defined")]
    [TestCase(ProgramLanguage.CSharp, "int f() => 1;", "f does not take 1 arguments")]
    [TestCase(ProgramLanguage.CSharp, "int f(string s) => 1;", "f: the parameter s (String) cannot be 1")]
    [TestCase(ProgramLanguage.CSharp, "T f<T>(T s) => s;", "f has type parameters; it must have none")]
    [TestCase(ProgramLanguage.CSharp, "Type f(int n) => typeof(int);", "f returned what is no JSON: ")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { var a = []; a[0] = a; return a; }", "TypeError: ")]
    [TestCase(ProgramLanguage.CSharp, "IEnumerable<int> f(int n) { while (true) yield return n; }", "f returned more than 1048576 characters")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { var s = 'x'; while (s.length < 2e6) s += s; return s; }", "f returned more than 1048576 characters")]
    public async Task What_cannot_be_called_or_returned_is_a_runtime_error(ProgramLanguage language, string source, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[1]", "1")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1)), verdict.Message);
        Assert.That(verdict.Message, Does.StartWith(message));
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n)\n{\n    return int.Parse($\"x{n}\");\n}", 3, "FormatException: ")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) {\n  throw new RangeError('no ' + n);\n}", 2, "RangeError: no 1")]
    public async Task What_a_function_throws_is_a_runtime_error_at_its_line(ProgramLanguage language, string source, int line, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[1]", "1")));
        Assert.That((verdict.Outcome, verdict.FailedCase, verdict.Line), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1, line)), verdict.Message);
        Assert.That(verdict.Message, Does.StartWith(message));
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n) => 1;\nthrow new Exception(\"top\");", "Exception: top")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { return 1; }\nthrow new Error('top');", "Error: top")]
    public async Task What_the_top_level_throws_belongs_to_no_case(ProgramLanguage language, string source, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[1]", "1")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.RuntimeError, message, Line: 2, Column: verdict.Column)));
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n) => 1\nint g;", 1, 18, "CS1002")]
    [TestCase(ProgramLanguage.CSharp, "static class A\n{\n    public static int f(int n) => m;\n}", 3, 35, "CS0103")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) {\n  return +;\n}", 2, 11, "SyntaxError")]
    public async Task What_does_not_compile_is_located(ProgramLanguage language, string source, int line, int column, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[1]", "1")));
        Assert.That((verdict.Outcome, verdict.Line, verdict.Column), Is.EqualTo((VerdictOutcome.CompileError, line, column)), verdict.Message);
        Assert.That(verdict.Message, Does.Contain(message));
        Assert.That(verdict.FailedCase, Is.Null);
    }

    [TestCase(ProgramLanguage.CSharp, "int count;\nint f() => ++count;")]
    [TestCase(ProgramLanguage.JavaScript, "var count = 0;\nfunction f() { return ++count; }")]
    public async Task Calls_of_one_candidate_share_its_state_and_another_begins_anew(ProgramLanguage language, string source)
    {
        for (int i = 0; i < 3; i++)
        {
            Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[]", "1"), ("[]", "2")));
            Assert.That(verdict.IsPassed, Is.True, verdict.Message);
        }
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n) { while (n == 2) { } return n; }")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { while (n === 2) { } return n; }")]
    public async Task The_case_that_never_ends_is_named(ProgramLanguage language, string source)
    {
        var limits = new ProgramLimits { Time = TimeSpan.FromMilliseconds(500) };
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Calls("f", ("[1]", "1"), ("[2]", "2"), ("[3]", "3")), limits);
        Assert.That((verdict.Outcome, verdict.FailedCase, verdict.Passed), Is.EqualTo((VerdictOutcome.TimedOut, (int?)2, 1)), verdict.Message);
    }
}
