using Sasr.Arena.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

public sealed class StandardIoProgramTests
{
    private const string SumCSharp = """
        int sum = 0;
        for (string? line = Console.ReadLine(); line is not null; line = Console.ReadLine())
            sum += line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(int.Parse);
        Console.WriteLine(sum);
        """;

    private const string SumJavaScript = """
        var sum = 0;
        for (var line = readLine(); line !== null; line = readLine())
          line.split(' ').filter(function (s) { return s; }).forEach(function (s) { sum += Number(s); });
        console.log(sum);
        """;

    private const string MainCSharp = """
        using System;
        namespace Sums
        {
            public static class Program
            {
                private static int Main(string[] args)
                {
                    Console.Write(Console.In.ReadToEnd().Split((char[])null, StringSplitOptions.RemoveEmptyEntries).Length + args.Length);
                    return 0;
                }
            }
        }
        """;

    [TestCase(ProgramLanguage.CSharp, SumCSharp)]
    [TestCase(ProgramLanguage.JavaScript, SumJavaScript)]
    public async Task A_right_program_passes_every_case(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("1 2\n3", "6"), ("", "0"), ("1\r\n2\r\n", "3\r\n\n")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 3)));
    }

    [TestCase(ProgramLanguage.CSharp, SumCSharp)]
    [TestCase(ProgramLanguage.JavaScript, SumJavaScript)]
    public async Task The_first_case_with_another_output_is_named(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("1 2", "3"), ("2 2", "5"), ("1", "0")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Wrong, "line 1 is '4' instead of '5'", FailedCase: 2, Passed: 1)));
    }

    [Test]
    public async Task A_class_with_a_Main_is_a_program()
    {
        Verdict verdict = await SharedRunners.JudgeAsync(ProgramLanguage.CSharp, MainCSharp, Io(("a b c", "3")));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(1);\nint x = y;\n", 2, 9, "CS0103")]
    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(1)\n", 1, 21, "CS1002")]
    [TestCase(ProgramLanguage.CSharp, "class A { }", 0, 0, "CS5001")]
    [TestCase(ProgramLanguage.JavaScript, "print(1);\nvar = 2;", 2, 5, "SyntaxError")]
    public async Task What_does_not_compile_is_located(ProgramLanguage language, string source, int line, int column, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "1")));
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.CompileError), verdict.Message);
        Assert.That((verdict.Line, verdict.Column, verdict.FailedCase), Is.EqualTo((line, column, (int?)null)), verdict.Message);
        Assert.That(verdict.Message, Does.Contain(message));
    }

    [TestCase(ProgramLanguage.CSharp, "int zero = int.Parse(Console.ReadLine());\nConsole.WriteLine(1 / zero);", 2, "DivideByZeroException: ")]
    [TestCase(ProgramLanguage.JavaScript, "var zero = Number(readLine());\nprint(zero === 0 ? missing : 1);", 2, "ReferenceError: ")]
    public async Task What_it_throws_is_a_runtime_error_at_its_line(ProgramLanguage language, string source, int line, string message)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("1", "1"), ("0", "1")));
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.RuntimeError), verdict.Message);
        Assert.That((verdict.FailedCase, verdict.Passed, verdict.Line), Is.EqualTo(((int?)2, 1, line)));
        Assert.That(verdict.Message, Does.StartWith(message));
    }

    [Test]
    public async Task An_exit_code_is_a_runtime_error()
    {
        Verdict verdict = await SharedRunners.JudgeAsync(ProgramLanguage.CSharp, "Console.Write(1);\nreturn 3;", Io(("", "1")));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.RuntimeError, "the program ended with exit code 3", FailedCase: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, "while (true) { }")]
    [TestCase(ProgramLanguage.CSharp, "while (true) try { throw new Exception(); } catch { }")]
    [TestCase(ProgramLanguage.JavaScript, "while (true) { }")]
    [TestCase(ProgramLanguage.JavaScript, "while (true) try { throw 1; } catch (e) { }")]
    public async Task What_never_ends_is_timed_out(ProgramLanguage language, string source)
    {
        var limits = new ProgramLimits { Time = TimeSpan.FromMilliseconds(500) };
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "1")), limits);
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.TimedOut, (int?)1)), verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "var all = new List<byte[]>(); while (true) { all.Add(new byte[1 << 20]); Array.Fill(all[^1], (byte)1); }")]
    [TestCase(ProgramLanguage.CSharp, "string s = \"x\"; while (true) s += s;")]
    [TestCase(ProgramLanguage.JavaScript, "var s = 'x'; while (true) s += s;")]
    public async Task What_fills_the_heap_is_out_of_memory(ProgramLanguage language, string source)
    {
        var limits = new ProgramLimits { Time = TimeSpan.FromSeconds(30) };
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "1")), limits);
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.OutOfMemory, (int?)1)), verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "int F(int n) => F(n + 1) + 1;\nConsole.WriteLine(F(0));")]
    [TestCase(ProgramLanguage.JavaScript, "function f(n) { return f(n + 1) + 1; }\nprint(f(0));")]
    public async Task Recursion_without_end_is_a_runtime_error(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "1")));
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.RuntimeError, (int?)1)), verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(Box.Count++);\nstatic class Box { public static int Count; }")]
    [TestCase(ProgramLanguage.CSharp, "Console.WriteLine(Box.All.Count);\nBox.All.Add(1);\nstatic class Box { public static readonly List<int> All = []; }")]
    [TestCase(ProgramLanguage.CSharp, "_ = new Loud();\nclass Loud { static Loud() => Console.WriteLine(0); }")]
    [TestCase(ProgramLanguage.JavaScript, "var count = count || 0;\nprint(count);\nthis.count = 1;\nObject.count = 1;")]
    [TestCase(ProgramLanguage.JavaScript, "print(Object.count || 0);\nObject.count = 1;")]
    public async Task No_case_sees_the_state_of_another(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "0"), ("", "0"), ("", "0")));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.Write(Console.In.ReadToEnd());")]
    [TestCase(ProgramLanguage.JavaScript, "print(readAll());")]
    public async Task Any_text_goes_in_and_out(ProgramLanguage language, string source)
    {
        const string Text = "naïve – 日本語 – \U0001F600 \"\\ \u0000\u2028\ttab\r\nsecond\n\nfourth";
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io((Text, Text)));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.Write(\"\\ud800\");")]
    [TestCase(ProgramLanguage.JavaScript, "print('\\ud800');")]
    public async Task Half_a_character_is_an_output_like_any_other(ProgramLanguage language, string source)
    {
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", "x")));
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.Wrong), verdict.Message);
    }

    [TestCase(ProgramLanguage.CSharp, "Console.Write(new string('x', 1000));", "while (true) try { Console.Write(\"xxxxxxxx\"); } catch { break; }")]
    [TestCase(ProgramLanguage.JavaScript, "print(new Array(1000).join('x'));", "while (true) print('xxxxxxxx');")]
    public async Task Output_may_be_as_long_as_its_limit(ProgramLanguage language, string fits, string endless)
    {
        var limits = new ProgramLimits { OutputLength = 1000 };
        Verdict verdict = await SharedRunners.JudgeAsync(language, fits, Io(("", "y")), limits);
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.Wrong), verdict.Message);
        verdict = await SharedRunners.JudgeAsync(language, endless, Io(("", "y")), limits);
        Assert.That(
            verdict,
            Is.EqualTo(new Verdict(VerdictOutcome.RuntimeError, "the program printed more than 1000 characters", FailedCase: 1)));
    }

    [TestCase(ProgramLanguage.CSharp, "for (int i = 0; i < 100_000; i++) Console.WriteLine(i);")]
    [TestCase(ProgramLanguage.JavaScript, "for (var i = 0; i < 100000; i++) print(i);")]
    public async Task Half_a_megabyte_of_output_is_compared(ProgramLanguage language, string source)
    {
        string output = string.Join('\n', Enumerable.Range(0, 100_000));
        var limits = new ProgramLimits { Time = TimeSpan.FromSeconds(60) };
        Verdict verdict = await SharedRunners.JudgeAsync(language, source, Io(("", output), ("", output + "1")), limits);
        Assert.That((verdict.Outcome, verdict.FailedCase), Is.EqualTo((VerdictOutcome.Wrong, (int?)2)), verdict.Message);
    }

    [Test]
    public async Task An_exception_whose_message_throws_is_a_runtime_error()
    {
        const string Source = """
            throw new Evil();
            class Evil : Exception { public override string Message => throw new Evil(); }
            """;
        Verdict verdict = await SharedRunners.JudgeAsync(ProgramLanguage.CSharp, Source, Io(("", "")));
        Assert.That((verdict.Outcome, verdict.Message, verdict.Line), Is.EqualTo((VerdictOutcome.RuntimeError, "Evil:", 1)));
    }

    [TestCase(ProgramLanguage.CSharp)]
    [TestCase(ProgramLanguage.JavaScript)]
    public async Task The_other_languages_programs_are_not_judged(ProgramLanguage language)
    {
        Candidate other = new(language == ProgramLanguage.CSharp ? ProgramLanguage.JavaScript : ProgramLanguage.CSharp, "");
        Verdict verdict = await (language == ProgramLanguage.CSharp ? SharedRunners.CSharp : SharedRunners.JavaScript).JudgeAsync(other, Io());
        Assert.That(verdict.IsJudged, Is.False);
    }
}
