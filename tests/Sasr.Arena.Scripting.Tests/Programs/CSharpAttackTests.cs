using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;
using static Sasr.Arena.Scripting.Tests.Programs.Attacks;
using static Sasr.Arena.Scripting.Tests.Programs.Cases;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>C# programs that mean harm.</summary>
/// <seealso cref="Attacks"/>
public sealed class CSharpAttackTests
{
    private readonly EngineRunner _runner = Runner(ProgramLanguage.CSharp);

    [OneTimeTearDown]
    public async Task Stop() => await _runner.DisposeAsync();

    [TestCase("while (true) { }", VerdictOutcome.TimedOut)]
    [TestCase("while (true) try { throw new Exception(); } catch { }", VerdictOutcome.TimedOut)]
    [TestCase("while (true) try { while (true) { } } finally { while (true) { } }", VerdictOutcome.TimedOut)]
    [TestCase("System.Threading.Thread.Sleep(-1);", VerdictOutcome.TimedOut)]
    [TestCase("new Thread(() => { while (true) { } }).Start(); while (true) { }", VerdictOutcome.TimedOut)]
    [TestCase("System.Text.RegularExpressions.Regex.IsMatch(new string('a', 40) + '!', \"^(a+)+$\");", VerdictOutcome.RuntimeError)]
    [TestCase("int F(int n) => F(n + 1) + 1;\nF(0);", VerdictOutcome.RuntimeError)]
    [TestCase("new A();\nclass A { A a = new A(); }", VerdictOutcome.RuntimeError)]
    [TestCase("Console.WriteLine(new A());\nclass A { public override string ToString() => $\"{this}\"; }", VerdictOutcome.RuntimeError)]
    [TestCase("try { F(0); } catch { } Console.Write(1);\nint F(int n) => F(n + 1) + 1;", VerdictOutcome.RuntimeError)]
    [TestCase("new Thread(F).Start(); Thread.Sleep(-1);\nvoid F() { F(); F(); }", VerdictOutcome.RuntimeError)]
    [TestCase("var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);", VerdictOutcome.OutOfMemory)]
    [TestCase("var all = new List<object>(); while (true) all.Add(all.ToArray());", VerdictOutcome.OutOfMemory)]
    [TestCase("var a = new byte[int.MaxValue - 100]; Array.Fill(a, (byte)1); Console.Write(a[^1]);", VerdictOutcome.OutOfMemory)]
    [TestCase("while (true) Console.Write(new string('x', 5000));", VerdictOutcome.RuntimeError)]
    [TestCase("while (true) try { Console.Write(new string('x', 5000)); } catch { break; } Console.Write(1);", VerdictOutcome.RuntimeError)]
    [TestCase("Console.Write(new string('x', 1 << 24));", VerdictOutcome.RuntimeError)]
    [TestCase("while (Console.ReadLine() is null) { }", VerdictOutcome.TimedOut)]
    [TestCase("throw new Evil();\nclass Evil : Exception { public override string Message => throw new Evil(); public override string ToString() => throw new Evil(); public override string StackTrace => throw new Evil(); }", VerdictOutcome.RuntimeError)]
    [TestCase("throw new Evil();\nclass Evil : Exception { public override string Message { get { while (true) { } } } }", VerdictOutcome.TimedOut)]
    [TestCase("throw new Evil();\nclass Evil : Exception { public override string Message => new string('x', 1 << 20); }", VerdictOutcome.RuntimeError)]
    public async Task A_hostile_CSharp_program_fails_for_what_it_does(string source, object outcome) =>
        await _runner.AssertFailsAsync(source, Io(("", "1")), (VerdictOutcome)outcome);

    /// <summary>A process that ends does not say why: nothing is known of the candidate, and it never passes.</summary>
    [TestCase("Console.Write(1); Environment.Exit(0);")]
    [TestCase("Console.Write(1); Environment.FailFast(\"no\");")]
    [TestCase("Console.Write(1); System.Diagnostics.Process.GetCurrentProcess().Kill();")]
    [TestCase("Console.Write(1); new Thread(() => throw new Exception()).Start(); Thread.Sleep(-1);")]
    [TestCase("var all = new List<byte[]>(); try { while (true) all.Add(new byte[1 << 20]); } catch { all.Clear(); } Console.Write(0);")]
    [TestCase("Console.Error.WriteLine(1); unsafe { *(int*)8 = 1; }")]
    public async Task A_program_that_ends_its_process_does_not_pass(string source)
    {
        ProgramLimits limits = Limits with { Time = TimeSpan.FromSeconds(30) };
        Verdict verdict = await _runner.JudgeAsync(source, Io(("", "1")), limits);
        Assert.That(verdict.Outcome, Is.Not.AnyOf(VerdictOutcome.Passed, VerdictOutcome.TimedOut), verdict.Message);
        await _runner.AssertSoundAsync();
    }

    [TestCase("Console.SetOut(System.IO.TextWriter.Null); Console.SetError(System.IO.TextWriter.Null); Console.SetIn(System.IO.TextReader.Null);")]
    [TestCase("Console.Out.Dispose(); Console.In.Dispose(); Console.Error.Dispose();")]
    [TestCase("Console.OpenStandardOutput().Dispose(); Console.OpenStandardInput().Dispose();")]
    [TestCase("AppContext.SetData(\"x\", 1); AppContext.SetSwitch(\"System.Globalization.Invariant\", true);")]
    [TestCase("var c = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone(); c.NumberFormat.NumberDecimalSeparator = \",\"; System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.DefaultThreadCurrentCulture = c;")]
    [TestCase("AppDomain.CurrentDomain.ProcessExit += (_, _) => { while (true) { } };")]
    [TestCase("AppDomain.CurrentDomain.FirstChanceException += (_, _) => { Console.Write(1); };")]
    [TestCase("Thread.CurrentThread.Priority = ThreadPriority.Lowest; Thread.CurrentThread.Name = \"x\";")]
    [TestCase("SynchronizationContext.SetSynchronizationContext(new());")]
    [TestCase("for (int i = 0; i < 1000; i++) new Sticky();\nclass Sticky { ~Sticky() { try { Console.Write(1); } catch { } } }")]
    [TestCase("Environment.SetEnvironmentVariable(\"x\", \"1\"); Environment.CurrentDirectory = \"/\"; Environment.ExitCode = 3;")]
    public async Task What_a_CSharp_program_turns_in_its_process_does_not_pass_it_nor_reach_the_next(string source)
    {
        await _runner.AssertFailsAsync(source, Io(("", "1")), VerdictOutcome.Wrong);
        const string Next = """
            Console.WriteLine(Console.ReadLine());
            Console.WriteLine((1.5).ToString());
            Console.WriteLine(await Task.Run(() => 2));
            """;
        Verdict verdict = await _runner.JudgeAsync(Next, Io(("x", "x\n1.5\n2")));
        Assert.That(verdict.IsPassed, Is.True, verdict.Message);
    }

    /// <summary>It waits for the next program, and prints into its output and reads its input.</summary>
    [Test]
    public async Task A_thread_that_outlives_its_program_does_not_answer_for_the_next()
    {
        const string Source = """
            for (int i = 0; i < 4; i++)
            {
                new Thread(() =>
                {
                    while (true)
                    {
                        try { Console.Write("1"); Console.ReadLine(); } catch { }
                        Thread.Sleep(1);
                    }
                }) { IsBackground = true }.Start();
            }
            """;
        for (int i = 0; i < 5; i++)
            await _runner.AssertFailsAsync(Source, Io(("", "0")), VerdictOutcome.Wrong);
    }

    /// <summary>The supervisor reads a file that the worker has open; a file that shrinks under its reader kills it.</summary>
    [Test]
    [Platform("Linux")]
    public async Task A_program_cannot_shorten_the_memory_that_the_supervisor_reads()
    {
        const string Source = """
            foreach (string file in System.IO.Directory.GetFiles("/proc/self/fd"))
            {
                try
                {
                    if (new System.IO.FileInfo(file).LinkTarget?.Contains("progress") == true)
                        new System.IO.FileStream(file, System.IO.FileMode.Open, System.IO.FileAccess.ReadWrite).SetLength(0);
                }
                catch (System.IO.IOException) { }
                catch (UnauthorizedAccessException) { }
            }
            Environment.FailFast("");
            """;
        Verdict verdict = await _runner.JudgeAsync(Source, Io(("", "1")), Limits);
        Assert.That(verdict.IsPassed, Is.False);
        await _runner.AssertSoundAsync();
    }

    [TestCase("Stack overflow.")]
    [TestCase("Out of memory.")]
    public async Task What_a_program_says_in_the_runtimes_name_does_not_speak_for_the_next(string words)
    {
        string source = $"new System.IO.StreamWriter(Console.OpenStandardError()) {{ AutoFlush = true }}.WriteLine(\"{words}\");";
        await _runner.AssertFailsAsync(source, Io(("", "1")), VerdictOutcome.Wrong);
        await _runner.AssertFailsAsync("Thread.Sleep(-1);", Io(("", "1")), VerdictOutcome.TimedOut);
    }

    [TestCase("class A { public override bool Equals(object? o) => true; public override int GetHashCode() => 0; public static bool operator ==(A a, object b) => true; public static bool operator !=(A a, object b) => false; }\nobject f() => new A();")]
    [TestCase("class A : IEquatable<int>, IComparable<int> { public bool Equals(int o) => true; public int CompareTo(int o) => 0; public static implicit operator int(A a) => 3; }\nA f() => new A();")]
    [TestCase("IEnumerable<int> f() { yield return 3; }")]
    [TestCase("string f() => \"3\";")]
    [TestCase("double f() => double.NaN;")]
    public async Task A_CSharp_result_that_would_equal_anything_is_wrong(string source)
    {
        await _runner.AssertFailsAsync(source, Calls("f", ("[]", "3")), VerdictOutcome.Wrong);
        await _runner.AssertFailsAsync(source, new TestFile("Assert(Call<System.Text.Json.JsonElement>(\"f\").ToString() == \"three\");"), VerdictOutcome.Wrong);
    }

    [TestCase("int f(int n) { while (true) { } }", VerdictOutcome.TimedOut)]
    [TestCase("int f(int n) => f(n + 1) + 1;", VerdictOutcome.RuntimeError)]
    [TestCase("List<int> f(int n) { var a = new List<int>(); while (true) a.Add(n); }", VerdictOutcome.OutOfMemory)]
    [TestCase("IEnumerable<int> f(int n) { while (true) yield return n; }", VerdictOutcome.RuntimeError)]
    [TestCase("A f(int n) => new A();\nclass A { public A B => new A(); }", VerdictOutcome.RuntimeError)]
    [TestCase("A f(int n) => new A();\nclass A { public int B { get { while (true) { } } } }", VerdictOutcome.TimedOut)]
    [TestCase("int f(A n) => 1;\n[System.Text.Json.Serialization.JsonConverter(typeof(C))] class A { }\nclass C : System.Text.Json.Serialization.JsonConverter<A> { public override A Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) { while (true) { } } public override void Write(System.Text.Json.Utf8JsonWriter w, A v, System.Text.Json.JsonSerializerOptions o) { } }", VerdictOutcome.TimedOut)]
    [TestCase("A f(int n) => new A();\n[System.Text.Json.Serialization.JsonConverter(typeof(C))] class A { }\nclass C : System.Text.Json.Serialization.JsonConverter<A> { public override A Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => null; public override void Write(System.Text.Json.Utf8JsonWriter w, A v, System.Text.Json.JsonSerializerOptions o) => w.WriteRawValue(\"1]}],[{\", true); }", VerdictOutcome.Wrong)]
    public async Task A_hostile_CSharp_function_fails_for_what_it_does(string source, object outcome) =>
        await _runner.AssertFailsAsync(source, Calls("f", ("[1]", "1")), (VerdictOutcome)outcome);
}
