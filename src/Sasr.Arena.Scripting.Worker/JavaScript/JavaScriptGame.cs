using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>An episode of a JavaScript game, in an engine of its own.</summary>
internal sealed class JavaScriptGame(ScriptRealm realm) : IGameProgram
{
    public string Reset(Rng rng, int level)
    {
        realm.Rng = rng;
        return (string)realm.Call("__reset", level)!;
    }

    public StepOutcome Step(string action) =>
        JsonSerializer.Deserialize((string)realm.Call("__step", action)!, ScriptJson.Default.StepOutcome)!;

    public string? Oracle() => (string?)realm.Call("__oracle");
}
