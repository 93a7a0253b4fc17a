using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>An episode of a JavaScript game, in an engine of its own.</summary>
internal sealed class JavaScriptGame(ScriptRealm realm, string file) : IGameProgram
{
    public string Reset(Rng rng, int level)
    {
        realm.Rng = rng;
        return (string)realm.Call("__reset", level)!;
    }

    public StepOutcome Step(string action)
    {
        // Even what stringify returns is the script's to decide: every value's toJSON is.
        string json = realm.Call("__step", action) as string ?? "null";
        try
        {
            if (JsonSerializer.Deserialize(json, ScriptJson.Default.StepOutcome) is { Observation: not null } outcome)
                return outcome;
        }
        catch (JsonException e)
        {
            throw Error($"step returned an outcome whose '{e.Path?.TrimStart('$', '.')}' does not fit", e);
        }
        throw Error("step returned no outcome", null);
    }

    public string? Oracle() => (string?)realm.Call("__oracle");

    private ScriptException Error(string message, Exception? cause) =>
        new(new ScriptError(ScriptErrorKind.Runtime, message, file), cause);
}
