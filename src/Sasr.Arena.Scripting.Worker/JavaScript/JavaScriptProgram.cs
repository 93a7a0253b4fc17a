using System.Globalization;
using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>A JavaScript script.</summary>
internal sealed class JavaScriptProgram : ScriptProgram
{
    private readonly LoadItem _script;
    private readonly ScriptRealm _realm;

    public JavaScriptProgram(LoadItem script)
    {
        _script = script;
        _realm = new ScriptRealm(script);
        Declaration = DeclarationRules.For(script.Kind, capitals: false)
            .Check(script, DeclarationReader.Read(script, _realm.Declarations()), _realm.Defines);
    }

    public override Declaration Declaration { get; }

    public override ProblemDraft Generate(Rng rng, int level)
    {
        _realm.Rng = rng;
        string json = (string)_realm.Call("__generate", level)!;
        return JsonSerializer.Deserialize(json, ScriptJson.Default.ProblemDraft)!;
    }

    public override double Score(Problem problem, string answer)
    {
        if (!_realm.Defines("score"))
            throw new ScriptException(new ScriptError(ScriptErrorKind.Input, "the script defines no score", _script.File));
        string json = JsonSerializer.Serialize(problem, ScriptJson.Default.Problem);
        double score = Convert.ToDouble(_realm.Call("__score", json, answer), CultureInfo.InvariantCulture);
        return score is >= 0 and <= 1
            ? score
            : throw new ScriptException(new ScriptError(
                ScriptErrorKind.Runtime, FormattableString.Invariant($"score returned {score}; a score lies in 0 to 1"), _script.File));
    }

    public override IGameProgram CreateGame() => new JavaScriptGame(new ScriptRealm(_script));
}
