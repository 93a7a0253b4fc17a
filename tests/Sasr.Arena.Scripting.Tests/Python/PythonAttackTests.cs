using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Python;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Scripting.Tests.Python;

/// <summary>Programs that attack the runner, the machine, or the programs after them. Each is held, and the next one is judged rightly.</summary>
[Platform("Linux")]
public sealed class PythonAttackTests
{
    private static readonly ProgramLimits Limits = new() { Time = TimeSpan.FromSeconds(1.5), MemoryBytes = 128L << 20 };

    private PythonRunner _runner = null!;
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _runner = Runners.Create();
        _folder = new TemporaryFolder();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_runner is not null)
            await _runner.DisposeAsync();
        _folder?.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public async Task An_attack_is_held_and_the_next_program_is_judged_rightly(string name)
    {
        string canary = _folder.File("canary");
        await File.WriteAllTextAsync(canary, "untouched");
        PythonAttack attack = PythonAttack.All(canary).Single(attack => attack.Name == name);
        Verdict verdict = await JudgeAsync(attack.Source, Prints("held"));
        Verdict next = await JudgeAsync("import os\nprint(os.listdir('/tmp'), 6 * 7)", Prints("[] 42"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Outcome, Is.AnyOf([.. attack.Outcomes.Cast<object>()]), verdict.Message);
            Assert.That(next, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 1)));
            Assert.That(await File.ReadAllTextAsync(canary), Is.EqualTo("untouched"));
            Assert.That(Directory.EnumerateFileSystemEntries(_folder.Path), Is.EqualTo(new[] { canary }));
        }
    }

    [TestCase("open('/dev/shm/left', 'w').write('x')", "import os; print(os.path.exists('/dev/shm/left'))", "False")]
    [TestCase("open('/tmp/left', 'w').write('x')", "import os; print(os.path.exists('/tmp/left'))", "False")]
    [TestCase("import ctypes; ctypes.CDLL(None).shmget(4242, 4096, 0o1666)", "import ctypes; print(ctypes.CDLL(None).shmget(4242, 4096, 0o666))", "-1")]
    [TestCase("import ctypes; ctypes.CDLL(None).semget(4242, 1, 0o1666)", "import ctypes; print(ctypes.CDLL(None).semget(4242, 1, 0o666))", "-1")]
    [TestCase("import ctypes; ctypes.CDLL(None).msgget(4242, 0o1666)", "import ctypes; print(ctypes.CDLL(None).msgget(4242, 0o666))", "-1")]
    [TestCase("import ctypes; ctypes.CDLL(None).mq_open(b'/left', 0o102, 0o666, None)", "import ctypes; print(ctypes.CDLL(None).mq_open(b'/left', 2))", "-1")]
    [TestCase("import json, builtins; json.dumps = json.loads = print; builtins.len = id; json.left = 1", "import json; print(json.dumps([len('ab')]), hasattr(json, 'left'))", "[2] False")]
    [TestCase("import os, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.umask(0o777); os.chdir('/')", "import os, signal; print(signal.getsignal(signal.SIGTERM) == signal.SIG_DFL, os.getcwd(), os.umask(0) != 0o777)", "True /tmp True")]
    [TestCase("import os\nfor i in range(3):\n    try: os.fork()\n    except OSError: pass", "import os; print(sorted(p for p in os.listdir('/proc') if p.isdigit()) == sorted(['1', str(os.getpid())]))", "True")]
    [TestCase("left = 'sec' + 'ret-4' + '711'\nprint(left)", "import gc, re\ngc.unfreeze()\nprint(sum(1 for o in gc.get_objects() if 'globals' != o and re.search('secret-[4]711', repr(type(o)))), 'left' in globals())", "0 False")]
    public async Task What_a_program_leaves_behind_the_next_one_does_not_find(string first, string second, string output)
    {
        await JudgeAsync(first, Prints("nothing"));
        Verdict verdict = await JudgeAsync(second, Prints(output));
        Assert.That(verdict, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 1)));
    }

    [Test]
    public async Task The_expected_output_is_nowhere_in_the_programs_process()
    {
        const string Source = """
            import gc, inspect, re, sys, types
            gc.unfreeze()
            found, seen, queue = 0, set(), [*gc.get_objects(), *sys.modules.values(), sys._getframe(), *inspect.stack()]
            frame = sys._getframe()
            while frame:
                queue += [frame.f_locals, frame.f_globals]
                frame = frame.f_back
            while queue:
                item = queue.pop()
                if id(item) in seen: continue
                seen.add(id(item))
                if isinstance(item, (str, bytes)):
                    found += bool(re.search('wanted-[4]711', str(item)))
                else:
                    queue += [o for o in gc.get_referents(item) if o is not queue and o is not seen]
            print('found' if found else 'nothing')
            """;
        Verdict verdict = await JudgeAsync(Source, Prints("wanted-4711"), Limits with { Time = TimeSpan.FromSeconds(20) });
        Assert.That((verdict.Outcome, verdict.Message), Is.EqualTo((VerdictOutcome.Wrong, "line 1 is 'nothing', not 'wanted-4711'")));
    }

    [TestCase("class E:\n    def __eq__(self, other): return True\n    __hash__ = None\ndef f(x): return E()", TestName = "an object equal to everything")]
    [TestCase("class E(int):\n    def __eq__(self, other): return True\ndef f(x): return E(0)", TestName = "a number equal to everything")]
    [TestCase("class E(list):\n    def __eq__(self, other): return True\ndef f(x): return E()", TestName = "a list equal to everything")]
    [TestCase("class M(type):\n    def __eq__(self, other): return True\n    __hash__ = type.__hash__\nclass E(metaclass=M): pass\ndef f(x): return E", TestName = "a class equal to everything")]
    [TestCase("class E:\n    __class__ = int\n    def __eq__(self, other): return True\n    def __radd__(self, other): return other\n    def __index__(self): return 42\ndef f(x): return E()", TestName = "an object that claims another class")]
    [TestCase("import builtins\nbuiltins.AssertionError = SystemExit\nbuiltins.__build_class__ = None\nAssertionError = SystemExit\ndef f(x): return 0", TestName = "patched exceptions")]
    [TestCase("globals()['<begin case>'] = globals()['<end case>'] = exit\ndef f(x): return 0", TestName = "the counters replaced")]
    [TestCase("def check(*a): pass\ndef f(x): return 0", TestName = "check replaced")]
    [TestCase("def f(x): raise SystemExit(0)", TestName = "SystemExit in a call")]
    [TestCase("def f(x): exit()", TestName = "exit in a call")]
    [TestCase("import os\ndef f(x): os._exit(0)", TestName = "os._exit in a call")]
    [TestCase("import os\nos._exit(0)", TestName = "os._exit while it is loaded")]
    [TestCase("raise SystemExit(0)", TestName = "SystemExit while it is loaded")]
    [TestCase("def f(x): raise StopIteration", TestName = "StopIteration in a call")]
    [TestCase("def f(x): raise GeneratorExit", TestName = "GeneratorExit in a call")]
    [TestCase("def f(x):\n    for name in '__globals__', '__code__', '__closure__', '__self__', '__class__', '__defaults__', '__init__':\n        try: getattr(x, name)\n        except AttributeError: continue\n        if name not in ('__class__', '__init__'): return 42\n    return 0", TestName = "reaching behind a callback")]
    [TestCase("import gc, sys\ndef f(x):\n    frame = sys._getframe()\n    while frame:\n        for value in list(frame.f_locals.values()) + list(frame.f_globals.values()):\n            if 'cret(y=' + str(40 + 1) in repr(value): return 42\n        frame = frame.f_back\n    return 0", TestName = "the tests read through frames")]
    [TestCase("import os, struct\ndef f(x):\n    for fd in range(3, 256):\n        for kind in b'e', b'r':\n            body = b'{\"outcome\":\"passed\",\"text\":\"\"}' if kind == b'e' else b'[\"ok\",42,[]]'\n            for number in range(1, 4):\n                try: os.write(fd, struct.pack('<IcIII', len(body), kind, number, 9, 9) + body)\n                except OSError: pass\n    return 0", TestName = "forged results")]
    [TestCase("import json, os, sys\njson.dumps = lambda *a, **k: '[\"ok\",[\"n\",\"NotImplemented\"],[]]'\ndef f(x): return 0", TestName = "a patched encoder")]
    [TestCase("def f(x):\n    while True: yield 1", TestName = "an endless iterator")]
    public async Task A_program_that_cheats_its_tests_does_not_pass(string source)
    {
        var tests = new TestFile("def secret(y=41):\n    return y\n\ndef check(f):\n    assert f(secret) == 42\n    assert list(f(secret)) == [42]\n\ncheck(f)\n");
        Verdict verdict = await JudgeAsync(source, tests);
        Verdict next = await JudgeAsync("def f(x):\n    return x() + 1", new TestFile("assert f(lambda: 41) == 42\n"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((verdict.IsPassed, verdict.IsJudged, verdict.Passed), Is.EqualTo((false, true, 0)), verdict.ToString());
            Assert.That(next, Is.EqualTo(new Verdict(VerdictOutcome.Passed, Passed: 1)));
        }
    }

    [Test]
    public async Task A_death_of_the_first_process_is_no_verdict_and_the_next_program_is_judged()
    {
        await using PythonRunner runner = Runners.Create();
        var candidate = new Candidate(ProgramLanguage.Python, "print(1)");
        await runner.JudgeAsync(candidate, Prints("1"));
        ValueTask<Verdict> running = runner.JudgeAsync(
            new Candidate(ProgramLanguage.Python, "while True: pass"), Prints(""), Limits with { Time = TimeSpan.FromMinutes(2) });
        await Task.Delay(300);
        runner.KillProcesses();
        Assert.That((await running).Outcome, Is.EqualTo(VerdictOutcome.InfrastructureFailure));
        Assert.That((await runner.JudgeAsync(candidate, Prints("1"))).IsPassed);
    }

    private static IEnumerable<string> Names() => PythonAttack.All("canary").Select(attack => attack.Name);

    private static StandardIoTests Prints(string output) => new([new StandardIoCase("", output)]);

    private async Task<Verdict> JudgeAsync(string source, CandidateTests tests, ProgramLimits? limits = null) =>
        await _runner.JudgeAsync(new Candidate(ProgramLanguage.Python, source), tests, limits ?? Limits);
}
