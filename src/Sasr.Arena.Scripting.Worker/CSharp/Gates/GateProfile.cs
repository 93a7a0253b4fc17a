namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>What the gates let through, for one kind of code.</summary>
internal sealed class GateProfile
{
    private GateProfile(string noun, bool mutableStatics, bool mayLoad, params string[] sections)
    {
        Noun = noun;
        AllowsMutableStatics = mutableStatics;
        MayLoad = mayLoad;
        Source = new AllowList(sections);
        Compiled = new AllowList([.. sections, "compiler"]);
        Helpers = new AllowList([.. sections, "compiler", "helpers"]);
    }

    /// <summary>
    /// Scripts of the repository. They hold no static state: what one call leaves there, the next would find; and nothing in them
    /// differs from run to run.
    /// </summary>
    public static GateProfile Script { get; } = new("a script", mutableStatics: false, mayLoad: true, "script");

    /// <summary>
    /// Programs that a model wrote: they read standard input, and may have static state, so each run needs an assembly of its own.
    /// </summary>
    public static GateProfile Program { get; } = new("a program", mutableStatics: true, mayLoad: false, "script", "program");

    /// <summary>What the code is called in messages.</summary>
    public string Noun { get; }

    public bool AllowsMutableStatics { get; }

    /// <summary>Whether <c>#load</c> brings in the sources that came with it.</summary>
    public bool MayLoad { get; }

    /// <summary>What a source may name.</summary>
    public AllowList Source { get; }

    /// <summary>What an assembly's code may refer to.</summary>
    public AllowList Compiled { get; }

    /// <summary>What the compiler's own helper methods may refer to.</summary>
    public AllowList Helpers { get; }

    /// <summary>The message of a refusal.</summary>
    public string Refuse(string what) => $"{what} may not be used in {Noun}";
}
