using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>A batch for the worker, which runs its items in their order.</summary>
/// <param name="Id">Every reply to it carries the same.</param>
/// <param name="Items">What to do.</param>
internal sealed record WorkRequest(long Id, IReadOnlyList<WorkItem> Items);

/// <summary>One thing to do: exactly one of the properties is set.</summary>
internal sealed record WorkItem
{
    public LoadItem? Load { get; init; }

    /// <summary>Key of a script that is no longer needed.</summary>
    public string? Unload { get; init; }

    public GenerateItem? Generate { get; init; }

    /// <summary>Asks for the program that an answer is; it is judged elsewhere, and a <see cref="Score"/> with its verdict comes next.</summary>
    public ScoreItem? Run { get; init; }

    public ScoreItem? Score { get; init; }

    public ResetItem? Reset { get; init; }

    public StepItem? Step { get; init; }

    public ActItem? Act { get; init; }

    /// <summary>A game that is no longer played.</summary>
    public long? Close { get; init; }

    public ProgramItem? Program { get; init; }

    /// <summary>Asks for a <see cref="WorkerStatus"/>.</summary>
    public bool Status { get; init; }
}

/// <summary>Compiles a script.</summary>
/// <param name="Key">A hash of all that follows; other items name the script by it.</param>
/// <param name="Kind">What it must declare.</param>
/// <param name="Id">The id that its path gives it.</param>
/// <param name="File">Its path, for messages; the worker never opens it.</param>
/// <param name="Source">Its text.</param>
/// <param name="CallMilliseconds">Budget of one later call, for engines that can stop a script themselves.</param>
internal sealed record LoadItem(string Key, ScriptKind Kind, string Id, string File, string Source, int CallMilliseconds)
{
    /// <summary>The sources that it loads with <c>#load</c>.</summary>
    public IReadOnlyList<SharedSource> Shared { get; init; } = [];

    /// <summary>Lets C# past the static gates: only for tests of what lies behind them.</summary>
    public bool SkipGates { get; init; }
}

/// <summary>A source that several C# scripts share, from the folder <c>shared</c> beside them.</summary>
/// <param name="Name">As <c>#load</c> names it: <c>shared/loops.csx</c>.</param>
/// <param name="File">Its path, for messages; the worker never opens it.</param>
/// <param name="Source">Its text.</param>
internal sealed record SharedSource(string Name, string File, string Source);

/// <summary>Draws problems.</summary>
internal sealed record GenerateItem(string Script, ProblemRequest Request);

/// <summary>Judges an answer; with the verdict on its program, where the script has answers run.</summary>
/// <param name="Script">Its key.</param>
/// <param name="Problem">What was asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Verdict">On the program that the answer is, where the script has answers run.</param>
/// <param name="Completion">All that the agent wrote, where the script reads it.</param>
internal sealed record ScoreItem(string Script, Problem Problem, string Answer, Verdict? Verdict = null, string? Completion = null);

/// <summary>Begins an episode of a game under a new number.</summary>
internal sealed record ResetItem(string Script, long Game, ulong Seed, int Level);

/// <summary>Acts in an episode.</summary>
internal sealed record StepItem(long Game, string Action);

/// <summary>Has an agent act.</summary>
/// <param name="Script">Its key.</param>
/// <param name="Seed">Of what it does at random.</param>
/// <param name="Environment">Id of the task or game.</param>
/// <param name="Instructions">What the agent is told before its first observation.</param>
/// <param name="Observation">What it must act on now.</param>
/// <param name="History">Earlier turns, the oldest first.</param>
internal sealed record ActItem(
    string Script, ulong Seed, string Environment, string Instructions, string Observation, IReadOnlyList<PastTurn> History);

/// <summary>An observation, and what the agent did on it.</summary>
internal sealed record PastTurn(string Observation, string Action);

/// <summary>What a script is for, and so what it must declare.</summary>
internal enum ScriptKind
{
    Task,
    Reward,
    Game,
    Agent,
}
