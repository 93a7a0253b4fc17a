using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>An engine with the prelude and a script's own variables in it.</summary>
internal sealed class ScriptRealm
{
    private const string PreludeName = "prelude.js";

    private static readonly string Prelude = ReadPrelude();

    private readonly JintEngine _engine;
    private readonly Dictionary<string, bool> _defined = [];

    /// <summary>Runs the script's top level.</summary>
    public ScriptRealm(LoadItem script)
    {
        _engine = new JintEngine(script.File, TimeSpan.FromMilliseconds(script.CallMilliseconds));
        _engine.Define("__integer", (low, high) => Rng.Integer((int)low, (int)high));
        _engine.Define("__uniform", () => Rng.Uniform());
        _engine.Define("__draft", texts => Draft = texts);
        _engine.Execute(Prelude, PreludeName);
        _engine.Hide([
            "__integer", "__uniform", "__draft", "__declarations", "__defines", "__readsCompletion", "__seal",
            "__generate", "__program", "__score", "__reset", "__step", "__oracle", "__act",
        ]);
        _engine.Execute(script.Source, script.File);
        _engine.Call("__seal");
    }

    /// <summary>The stream that the script's <c>rng</c> draws from.</summary>
    public Rng Rng { get; set; } = new(0);

    /// <summary>The texts of the problem last generated: question, answer, solution, and data as JSON or null.</summary>
    public string?[] Draft { get; set; } = [];

    /// <summary>Whether the script has a function of that name.</summary>
    public bool Defines(string function)
    {
        if (!_defined.TryGetValue(function, out bool defined))
            _defined[function] = defined = (bool)_engine.Call("__defines", function)!;
        return defined;
    }

    /// <summary>Whether its <c>score</c> has a third parameter, and no verdict to be given there.</summary>
    public bool ReadsCompletion => (bool)_engine.Call("__readsCompletion")!;

    /// <summary>Everything that the script declared, as JSON; null where the script keeps it from having any.</summary>
    public string? Declarations() => _engine.Call("__declarations") as string;

    public object? Call(string function, params object?[] arguments) => _engine.Call(function, arguments);

    private static string ReadPrelude()
    {
        using Stream stream = typeof(ScriptRealm).Assembly.GetManifestResourceStream(PreludeName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
