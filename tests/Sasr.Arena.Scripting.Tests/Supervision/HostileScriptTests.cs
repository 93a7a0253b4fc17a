using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Supervision;

/// <summary>One bad answer must cost itself its reward, and nobody else.</summary>
public sealed class HostileScriptTests
{
    private const string CSharp = """
        Reward(version: 1);
        double Score(Problem problem, string answer)
        {
            switch (answer)
            {
                case "loop": while (true) { }
                case "exit": System.Environment.Exit(0); return 0;
                case "memory": var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);
                case "overflow": return Deep(1);
                case "print":
                    Console.WriteLine("printed");
                    Console.Out.Write(new string('x', 100_000) + "\n");
                    Console.OpenStandardOutput().Write(new byte[] { 9, 0, 0, 0, 1, 2, 3, 4, 5 });
                    return Console.ReadLine() is null && Console.OpenStandardInput().ReadByte() < 0 ? 1 : 0;
                case "slow": System.Threading.Thread.Sleep(300); return 1;
                default: return double.Parse(answer);
            }
        }
        double Deep(double n) => 1 + Deep(n + 1) * 2;
        """;

    private const string JavaScript = """
        reward({ version: 1 });
        function score(problem, answer) {
          if (answer === 'loop') while (true) { }
          if (answer === 'join') return new Array(500000000).join('x').length;
          return Number(answer);
        }
        """;

    private static readonly Problem Problem = new("a/b", 1, 1, Split.Train, 0, "q", "a", "s");

    private readonly ScriptFolder _folder = new();
    private readonly List<string> _printed = [];
    private ScriptHost _host = null!;

    [OneTimeSetUp]
    public void Start() => _host = new ScriptHost(new ScriptHostOptions
    {
        CallDeadline = TimeSpan.FromSeconds(1),
        SkipGates = true,
        Output = line =>
        {
            lock (_printed)
                _printed.Add(line);
        },
    });

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Order(3)]
    [TestCase("loop", "ran past its deadline")]
    [TestCase("exit", "exit code 0")]
    [TestCase("overflow", "stack overflow")]
    [TestCase("memory", "out of memory")]
    public async Task An_answer_that_kills_the_worker_fails_alone(string answer, string reason)
    {
        IRewardScript reward = await LoadAsync("hostile.csx", CSharp);
        Reward[] rewards = await ScoreAsync(reward, [.. Enumerable.Repeat("0.5", 40), answer, .. Enumerable.Repeat("0.25", 40)]);
        Assert.Multiple(() =>
        {
            Assert.That(rewards[40].Unscored, Does.Contain(reason).And.Contain("hostile.csx"));
            Assert.That(rewards[..40].Select(score => (score.Value, score.Unscored)), Is.All.EqualTo((0.5, (string?)null)));
            Assert.That(rewards[41..].Select(score => (score.Value, score.Unscored)), Is.All.EqualTo((0.25, (string?)null)));
        });
    }

    [TestCase("loop")]
    [TestCase("join")]
    public async Task A_JavaScript_answer_that_hangs_fails_alone(string answer)
    {
        IRewardScript reward = await LoadAsync("hostile.js", JavaScript);
        Reward[] rewards = await ScoreAsync(reward, ["0.5", answer, "0.25"]);
        Assert.Multiple(() =>
        {
            Assert.That(rewards[1].IsScored, Is.False);
            Assert.That((rewards[0].Value, rewards[2].Value), Is.EqualTo((0.5, 0.25)));
            Assert.That((rewards[0].IsScored, rewards[2].IsScored), Is.EqualTo((true, true)));
        });
    }

    [Test]
    [Order(1)]
    public async Task A_long_batch_of_slow_answers_is_not_late()
    {
        IRewardScript reward = await LoadAsync("hostile.csx", CSharp);
        Reward[] rewards = await ScoreAsync(reward, [.. Enumerable.Repeat("slow", 6)]);
        Assert.That(rewards.Select(score => (score.Value, score.Unscored)), Is.All.EqualTo((1.0, (string?)null)));
    }

    [Test]
    [Order(2)]
    public async Task What_a_script_prints_does_not_reach_the_protocol()
    {
        IRewardScript reward = await LoadAsync("hostile.csx", CSharp);
        Reward[] rewards = await ScoreAsync(reward, ["print", "0.5"]);
        Assert.That(rewards.Select(score => (score.Value, score.Unscored)), Is.EqualTo(new[] { (1.0, (string?)null), (0.5, null) }));
        lock (_printed)
            Assert.That(_printed, Has.Member("printed"));
    }

    [Test]
    public async Task A_generator_that_kills_the_worker_is_a_failure_of_infrastructure()
    {
        ITaskScript task = await _host.LoadTaskAsync("a/b", _folder.Write("exit.csx", """
            Task(version: 1, levels: 1, reward: "x");
            Problem Generate(Rng rng, int level)
            {
                System.Environment.Exit(3);
                return null;
            }
            """));
        Assert.That(
            async () => await task.GenerateAsync(new ProblemRequest(Split.Train, Level: 1, Count: 1, Seed: 1)),
            Throws.InstanceOf<InfrastructureException>().With.Message.Contains("exit.csx").And.Message.Contains("exit code 3"));
    }

    [Test]
    public async Task A_game_ends_with_its_worker_and_can_be_begun_again()
    {
        IRewardScript reward = await LoadAsync("hostile.js", JavaScript);
        IGameScript script = await _host.LoadGameAsync("games/count", _folder.Write("count.js", Samples.CountJavaScript));
        await using Environments.IEnvironment game = script.Create();
        await game.ResetAsync(1);
        await ScoreAsync(reward, ["join"]);
        Assert.That(
            async () => await game.StepAsync("1"),
            Throws.TypeOf<InfrastructureException>().With.Message.Contains("The worker that played this game has died"));
        Assert.That((await game.ResetAsync(1)).Text, Is.Not.Empty);
    }

    private ValueTask<IRewardScript> LoadAsync(string name, string source) => _host.LoadRewardAsync("r", _folder.Write(name, source));

    private static Task<Reward[]> ScoreAsync(IRewardScript reward, string[] answers) =>
        Task.WhenAll(answers.Select(answer => reward.ScoreAsync(new Submission(Problem, answer)).AsTask()));
}
