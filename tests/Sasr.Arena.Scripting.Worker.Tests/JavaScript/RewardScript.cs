using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.JavaScript;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Worker.Tests.JavaScript;

/// <summary>JavaScript sources as scripts of this process.</summary>
internal static class RewardScript
{
    public static readonly Problem Problem = new("a/b", 1, 2, Split.Test, 18446744073709551615, "q?", "right", "because");

    public static JavaScriptProgram Load(string source, int callMilliseconds = 2000) =>
        new(new LoadItem("k", ScriptKind.Reward, "r", "r.js", $"reward({{ version: 1 }});\n{source}", callMilliseconds));

    /// <summary>A script whose score is 1 where the expression is true; <c>problem</c> and <c>answer</c> are at hand.</summary>
    public static JavaScriptProgram Judging(string expression) =>
        Load($"var global = this;\nfunction score(problem, answer) {{ return ({expression}) ? 1 : 0; }}");

    public static ScriptError Failure(JavaScriptProgram script, string answer = "x") =>
        Assert.Throws<ScriptException>(() => script.Score(Problem, answer))!.Error;
}
