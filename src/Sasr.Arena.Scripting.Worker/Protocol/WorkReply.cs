using Sasr.Arena.Problems;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>Results of a batch. A long batch is answered in several replies, so that the supervisor sees how far it got.</summary>
/// <param name="Id">The request's.</param>
/// <param name="First">Index of the first result among the request's items.</param>
/// <param name="Results">One an item.</param>
/// <param name="WorkingSetBytes">The worker's memory; 0 where it has just been told.</param>
internal sealed record WorkReply(long Id, int First, IReadOnlyList<WorkResult> Results, long WorkingSetBytes = 0);

/// <summary>What became of an item: an error, or the one property that its kind of item gives.</summary>
internal sealed record WorkResult
{
    public static WorkResult Done { get; } = new();

    public ScriptError? Error { get; init; }

    public Declaration? Declaration { get; init; }

    public IReadOnlyList<Problem>? Problems { get; init; }

    /// <summary>What is to be run; null where the answer is no program.</summary>
    public ProgramRun? Run { get; init; }

    public double? Score { get; init; }

    public GameTurn? Turn { get; init; }

    /// <summary>What an agent does.</summary>
    public string? Action { get; init; }

    public ProgramResult? Program { get; init; }

    public WorkerStatus? Status { get; init; }
}

/// <summary>Why an item has no result.</summary>
/// <param name="Kind">Whose fault it is.</param>
/// <param name="Message">One line.</param>
/// <param name="File">The script's path, as it was given.</param>
/// <param name="Line">From 1; 0 where it is not known.</param>
/// <param name="Column">From 1; 0 where it is not known.</param>
internal sealed record ScriptError(ScriptErrorKind Kind, string Message, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary><c>file(line,column): message</c>, or as much of it as is known.</summary>
    public override string ToString() => (File, Line) switch
    {
        (null, _) => Message,
        (_, 0) => $"{File}: {Message}",
        _ => $"{File}({Line},{Math.Max(Column, 1)}): {Message}",
    };
}

/// <summary>Whose fault an error is.</summary>
internal enum ScriptErrorKind
{
    /// <summary>The script does not compile, or does not declare what it must.</summary>
    Compile,

    /// <summary>The script threw, or returned what it must not.</summary>
    Runtime,

    /// <summary>What was asked of it does not exist.</summary>
    Input,

    /// <summary>It uses what it may not, and was not run.</summary>
    Refused,

    /// <summary>Its engine stopped it, because it ran too long.</summary>
    TimedOut,

    /// <summary>It wanted more memory than there is.</summary>
    OutOfMemory,
}

/// <summary>What a script says of itself.</summary>
internal sealed record Declaration
{
    public int Version { get; init; }

    public int Levels { get; init; }

    public int Players { get; init; }

    public int MaxTurns { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Reward { get; init; }

    public string Instructions { get; init; } = "";

    /// <summary>Answers are programs: they are run before they are scored.</summary>
    public bool RunsAnswers { get; init; }

    /// <summary>Whether its score is of the whole completion, not of the answer alone.</summary>
    public bool ReadsCompletion { get; init; }
}

/// <summary>A game after a reset or a step.</summary>
/// <param name="Observation">What is shown next.</param>
/// <param name="Player">Whose turn it is, from 0.</param>
/// <param name="Rewards">One a player, for the step just taken.</param>
/// <param name="Done">The game has ended by its own rules.</param>
/// <param name="Oracle">A good next action, where the game knows one.</param>
internal sealed record GameTurn(string Observation, int Player, IReadOnlyList<double> Rewards, bool Done, string? Oracle);

/// <summary>How the worker is.</summary>
/// <param name="Scripts">Scripts that are loaded.</param>
/// <param name="Games">Episodes that are open.</param>
/// <param name="LoadContexts">Contexts of C# scripts that the garbage collector has not been able to take.</param>
/// <param name="WorkingSetBytes">Its memory.</param>
/// <param name="Restraints">What holds it; null where the system does not tell.</param>
internal sealed record WorkerStatus(int Scripts, int Games, int LoadContexts, long WorkingSetBytes, Restraints? Restraints);
