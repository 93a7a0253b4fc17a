using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Tests.Programs;

public sealed class TestFileTests
{
    private const string AddCSharp = "int Add(int a, int b) => a + b;\nint[] Sorted(int[] a) => a.OrderBy(n => n).ToArray();";
    private const string AddJavaScript = "function add(a, b) { return a + b; }\nvar sorted = function (a) { return a.sort(); };";

    private const string TestsCSharp = """
        AssertEqual(3, Call<int>("Add", 1, 2));
        Assert(Call<int>("Add", -1, 1) == 0, "zero");
        for (int i = 0; i < 3; i++)
            AssertEqual(new[] { 1, 2, 3 }, Call<int[]>("Sorted", new List<int> { 3, 1, 2 }));
        """;

    private const string TestsJavaScript = """
        assertEqual(add(1, 2), 3);
        assert(add(-1, 1) === 0, 'zero');
        for (var i = 0; i < 3; i++) assertEqual(sorted([3, 1, 2]), [1, 2, 3]);
        assertEqual(add.length, 2);
        """;

    [TestCase(ProgramLanguage.CSharp, AddCSharp, TestsCSharp, 5)]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, TestsJavaScript, 6)]
    public async Task Every_assertion_counts_as_a_case(ProgramLanguage language, string source, string tests, int count)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: count)));
    }

    [TestCase(ProgramLanguage.CSharp, AddCSharp, "void Check(string f) { AssertEqual(3, Call<int>(f, 1, 2)); AssertEqual(0, Call<int>(f, 1, 2)); }", "Add", "it is 3 instead of 0")]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, "function check(candidate) { assert(candidate(1, 2) === 3); assertEqual(candidate(1, 2), 0); }", "add", "it is 3 instead of 0")]
    public async Task Check_is_given_the_entry_point(ProgramLanguage language, string source, string tests, string entryPoint, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests, entryPoint));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Wrong, message, FailedCase: 2, Passed: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, AddCSharp, "Assert(true);\nAssert(Call<int>(\"Add\", 1, 1) == 3, \"no three\");\nAssert(true);", "no three")]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, "assert(true);\nassert(add(1, 1) === 3, 'no three');\nassert(true);", "no three")]
    [TestCase(ProgramLanguage.CSharp, "string Add(int a, int b) => \"x\";", "Assert(true);\nCall<int>(\"Add\", 1, 1);", "Add returned \"x\", which is no Int32")]
    public async Task The_first_assertion_that_does_not_hold_ends_them(ProgramLanguage language, string source, string tests, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Wrong, message, FailedCase: 2, Passed: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, "int F(int n) =>\n    10 / n;", "AssertEqual(5, Call<int>(\"F\", 2));\nCall<int>(\"F\", 0);", 2, "DivideByZeroException: ")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) {\n  if (n === 0) throw new RangeError('none');\n  return n;\n}", "assertEqual(f(2), 2);\nf(0);", 2, "RangeError: none")]
    public async Task What_the_program_throws_is_its_runtime_error(ProgramLanguage language, string source, string tests, int line, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests));
        Assert.That((verdict.Outcome, verdict.FailedCase, verdict.Line), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)2, line)), verdict.Message);
        Assert.That(verdict.Message, Does.StartWith(message));
    }

    [TestCase(ProgramLanguage.CSharp, "int F(int n) => 10 / n;", "try { Call<int>(\"F\", 0); Assert(false); } catch (ProgramException e) { Assert(e.Message.StartsWith(\"DivideByZero\")); }")]
    [TestCase(ProgramLanguage.JavaScript, "function f() { throw new RangeError('none'); }", "try { f(); } catch (e) { assertEqual(e.name + e.message, 'RangeErrornone'); }")]
    public async Task Tests_may_expect_an_exception(ProgramLanguage language, string source, string tests)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, AddCSharp, "AssertEqual(1, Call<int>(\"Missing\"));", "the program defines no function 'Missing'")]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, "assertEqual(missing(), 1);", "ReferenceError: missing is not defined")]
    [TestCase(ProgramLanguage.JavaScript, "function f() { }", "f().length;", "TypeError")]
    public async Task What_the_tests_cannot_work_with_is_a_runtime_error(ProgramLanguage language, string source, string tests, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1)), verdict.Message);
        Assert.That(verdict.Message, Does.StartWith(message));
    }

    [TestCase(ProgramLanguage.CSharp, AddCSharp, "int x = y;", null)]
    [TestCase(ProgramLanguage.CSharp, AddCSharp, "int x = 1;", "Add")]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, "var = 1;", null)]
    [TestCase(ProgramLanguage.JavaScript, AddJavaScript, "var x = 1;", "add")]
    public async Task Broken_tests_say_nothing_about_the_program(ProgramLanguage language, string source, string tests, string? entryPoint)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests, entryPoint));
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.InfrastructureFailure));
        Assert.That(verdict.Message, Does.StartWith("The tests are broken: "));
    }

    [TestCase("function assert() { } function assertEqual() { } function f() { return 1; }")]
    [TestCase("Object.prototype.valueOf = function () { return 2; }; JSON = { stringify: function () { return '2'; }, parse: 0 }; function f() { return 1; }")]
    [TestCase("function f() { return { valueOf: function () { return 2; }, toJSON: function () { return 1; } }; }")]
    [TestCase("var __tests = 0, __run = function () { return ''; }, __passed = 0; function f() { return 1; }")]
    [TestCase("function isFinite() { return 1; } function Math() { } function Array() { } function Error() { } function f() { return 1; }")]
    [TestCase("Array.isArray = function () { return true; }; function f() { return []; }")]
    public async Task A_program_cannot_change_what_the_tests_are_made_of(string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(
            ProgramLanguage.JavaScript, source, new TestFile("assert(true); assertEqual(f(), 2);"));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)2)), verdict.Message);
    }

    [Test]
    public async Task Numbers_without_a_JSON_form_reach_the_tests()
    {
        const string Tests = "var all = f(0); assert(isNaN(all[0])); assertEqual(all.slice(1), [1 / 0, -1 / 0]); assert(g() === undefined);";
        Verdict verdict = await SharedRunners.JudgeAsync(
            ProgramLanguage.JavaScript, "function f(n) { return [n / n, 1 / n, -1 / n]; } function g() { }", new TestFile(Tests));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 3)));
    }

    [TestCase(ProgramLanguage.CSharp, "int f(int n) { while (n == 2) { } return n; }", "AssertEqual(1, Call<int>(\"f\", 1));\ntry { Call<int>(\"f\", 2); } catch { }\nAssert(true);")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { while (n === 2) { } return n; }", "assertEqual(f(1), 1);\ntry { f(2); } catch (e) { }\nassert(true);")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { return n; }", "assertEqual(f(1), 1);\nwhile (f(1) === 1) { }")]
    public async Task A_program_that_never_ends_is_timed_out(ProgramLanguage language, string source, string tests)
    {
        var limits = new ProgramLimits { Time = TimeSpan.FromMilliseconds(300) };
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, new TestFile(tests), limits);
        Assert.That((verdict.Outcome, verdict.FailedCase, verdict.Passed), Is.EqualTo((VerdictOutcome.TimedOut, (int?)2, 1)), verdict.Message);
    }

    /// <summary>The last of many short calls meets its deadline in the moment in which its reply comes.</summary>
    [Test]
    public async Task Calls_that_come_to_too_much_together_are_timed_out_however_close_the_last_is()
    {
        for (int i = 0; i < 20; i++)
        {
            var limits = new ProgramLimits { Time = TimeSpan.FromMilliseconds(40 + i) };
            Verdict verdict = await SharedRunners.JudgeAsync(
                ProgramLanguage.JavaScript, "function f(n) { return n; }", new TestFile("while (f(1) === 1) { }"), limits);
            Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.TimedOut), verdict.Message);
        }
    }

    [Test]
    public async Task A_program_that_dies_cannot_be_caught_by_the_tests()
    {
        Verdict verdict = await SharedRunners.JudgeAsync(
            ProgramLanguage.CSharp, "int f(int n) => f(n + 1) + 1;", new TestFile("try { Call<int>(\"f\", 1); } catch { }\nAssert(true);"));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1)), verdict.Message);
    }

    [Test]
    public async Task What_is_nested_too_deep_never_reaches_the_tests()
    {
        Verdict verdict = await SharedRunners.JudgeAsync(
            ProgramLanguage.JavaScript,
            "function f() { var a = []; for (var i = 0; i < 200; i++) a = [a]; return a; }",
            new TestFile("assert(f());"));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1)), verdict.Message);
    }
}
