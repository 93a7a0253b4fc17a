using System.Diagnostics;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Supervision;

/// <summary>What the JavaScript engine cannot limit ends with its worker or at the deadline, and costs nobody else an answer.</summary>
public sealed class HostileJavaScriptTests
{
    private const string Source = """
        reward({ version: 1 });
        function times(text, n) { var all = ''; for (var i = 0; i < n; i++) all += text; return all; }
        var attacks = {
          doubling: function () { var s = 'x'; while (true) s += s; },
          filled: function () { var all = []; while (true) all.push(new Array(1000).join('x') + all.length); },
          applied: function () { return Array.apply(null, { length: 4294967295 }).length; },
          eachOf: function () { return new Array(4294967295).indexOf(1); },
          regex: function () { return /^(a+)+$/.test(times('a', 40) + '!'); },
          regexes: function () { while (true) try { /^(a+)+$/.test(times('a', 40) + '!'); } catch (e) { } },
          toStrings: function () { var o = { toString: function () { return '' + o; } }; return '' + o; },
          getters: function () { var o = {}; Object.defineProperty(o, 'x', { get: function () { return o.x; } }); return o.x; },
          toJSONs: function () { var o = { toJSON: function () { return JSON.stringify(o); } }; return JSON.stringify(o); },
          deepStringify: function () { var o = {}; for (var i = 0; i < 30000; i++) o = { o: o }; return JSON.stringify(o).length; },
          deepParse: function () { var s = '['; for (var i = 0; i < 20; i++) s += s; return JSON.parse(s); },
          deepSource: function () { var s = '('; for (var i = 0; i < 20; i++) s += s; return eval(s + '1'); },
          deepRegex: function () { var s = '('; for (var i = 0; i < 18; i++) s += s; return new RegExp(s); },
          longError: function () { throw new Error(times('long\n', 2000)); }
        };
        function score(problem, answer) { return attacks[answer] ? attacks[answer]() && 1 : Number(answer); }
        """;

    private static readonly Problem Problem = new("a/b", 1, 1, Split.Train, 0, "q", "a", "s");

    private readonly ScriptFolder _folder = new();
    private ScriptHost _host = null!;

    [OneTimeSetUp]
    public void Start() => _host = new ScriptHost(new ScriptHostOptions { CallDeadline = TimeSpan.FromSeconds(1), MemoryBytes = 256L << 20 });

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("doubling")]
    [TestCase("filled")]
    [TestCase("applied")]
    [TestCase("eachOf")]
    [TestCase("regex", "a regular expression ran longer than 250 ms")]
    [TestCase("regexes")]
    [TestCase("toStrings")]
    [TestCase("getters")]
    [TestCase("toJSONs")]
    [TestCase("deepStringify")]
    [TestCase("deepParse")]
    [TestCase("deepSource")]
    [TestCase("deepRegex")]
    [TestCase("longError", "Error: long long long")]
    public async Task An_attack_fails_alone(string attack, string reason = "hostile.js")
    {
        IRewardScript reward = await _host.LoadRewardAsync("r", _folder.Write("hostile.js", Source));
        var clock = Stopwatch.StartNew();
        Reward[] rewards = await Task.WhenAll(
            new[] { "0.5", attack, "0.25" }.Select(answer => reward.ScoreAsync(new Submission(Problem, answer)).AsTask()));
        TestContext.Out.WriteLine($"{attack}: {rewards[1].Unscored ?? $"{rewards[1].Value}"} in {clock.Elapsed.TotalSeconds:F1} s");
        Assert.That(rewards[1].IsScored, Is.False);
        Assert.That(rewards[1].Unscored, Does.Contain(reason).And.Length.LessThan(2000));
        Assert.That(
            (rewards[0].Value, rewards[0].Unscored, rewards[2].Value, rewards[2].Unscored), Is.EqualTo((0.5, (string?)null, 0.25, (string?)null)));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }
}
