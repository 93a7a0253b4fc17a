using System.Globalization;
using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>A JavaScript script.</summary>
internal sealed class JavaScriptProgram : ScriptProgram
{
    private static readonly string[] Splits = Enum.GetNames<Split>();

    private static readonly string[] Outcomes = [.. Enum.GetNames<VerdictOutcome>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private readonly LoadItem _script;
    private readonly ScriptRealm _realm;

    public JavaScriptProgram(LoadItem script)
    {
        _script = script;
        _realm = new ScriptRealm(script);
        Declaration = DeclarationRules.For(script.Kind, capitals: false)
            .Check(script, DeclarationReader.Read(script, _realm.Declarations()), _realm.Defines);
        Declaration = Declaration with { ReadsCompletion = script.Kind is ScriptKind.Task or ScriptKind.Reward && _realm.ReadsCompletion };
    }

    public override Declaration Declaration { get; }

    public override ProblemDraft Generate(Rng rng, int level)
    {
        (_realm.Rng, _realm.Draft) = (rng, []);
        _realm.Call("__generate", level);
        return _realm.Draft is [string question, string answer, string solution, var data]
            ? new ProblemDraft(question, answer, solution, data is null ? null : Data(data))
            : throw Error("generate gave no problem");
    }

    public override ProgramRun? Run(Problem problem, string answer)
    {
        Require("program");
        if (_realm.Call("__program", Arguments(problem, answer)) is not string json)
            return null;
        try
        {
            var run = JsonElement.Parse(json);
            return run.TryGetProperty("source", out JsonElement source) && source.ValueKind == JsonValueKind.String
                ? ProgramRun.Read(source.GetString()!, run)
                : throw new FormatException("'source' is no text.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw Error($"program returned what is no program with tests: {e.Message}");
        }
    }

    public override double Score(Problem problem, string answer, Verdict? verdict = null, string? completion = null)
    {
        Require("score");
        object? result = _realm.Call("__score",
        [
            .. Arguments(problem, answer),
            verdict is null ? null : Outcomes[(int)verdict.Outcome], verdict?.Passed ?? 0, verdict?.FailedCase, verdict?.Message,
            Declaration.ReadsCompletion ? completion ?? answer : null,
        ]);
        double score = Convert.ToDouble(result, CultureInfo.InvariantCulture);
        return score is >= 0 and <= 1
            ? score
            : throw Error(FormattableString.Invariant($"score returned {score}; a score lies in 0 to 1"));
    }

    public override IGameProgram CreateGame() => new JavaScriptGame(new ScriptRealm(_script), _script.File);

    public override string Act(Rng rng, Situation situation)
    {
        Require("act");
        var realm = new ScriptRealm(_script) { Rng = rng };
        return (string)realm.Call("__act", JsonSerializer.Serialize(situation, ScriptJson.Default.Situation))!;
    }

    // Whole problems as JSON would cost more than most scores do.
    private static object?[] Arguments(Problem problem, string answer) =>
    [
        problem.Task, problem.Version, problem.Level, Splits[(int)problem.Split],
        problem.Seed.ToString(CultureInfo.InvariantCulture), problem.Question, problem.Answer, problem.Solution,
        problem.Data is { ValueKind: not JsonValueKind.Undefined } data ? data.GetRawText() : null, answer,
    ];

    private void Require(string function)
    {
        if (!_realm.Defines(function))
            throw new ScriptException(new ScriptError(ScriptErrorKind.Input, $"the script defines no {function}", _script.File));
    }

    private JsonElement Data(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Nested too deep, or with half a surrogate pair in it.
            throw Error($"generate returned data that cannot be kept as JSON: {e.Message}");
        }
    }

    private ScriptException Error(string message) => new(new ScriptError(ScriptErrorKind.Runtime, message, _script.File));
}
