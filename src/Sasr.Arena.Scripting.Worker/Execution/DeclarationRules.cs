using System.Text.RegularExpressions;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>What a script must declare and define, for each kind.</summary>
/// <param name="Declare">Name of the function that declares it.</param>
/// <param name="Generate">Name of the function that draws a problem.</param>
/// <param name="Program">Name of the function that says what program an answer is.</param>
/// <param name="Score">Name of the function that judges an answer.</param>
/// <param name="Reset">Name of the function that begins an episode.</param>
/// <param name="Step">Name of the function that takes an action.</param>
/// <param name="Act">Name of the function that acts.</param>
internal sealed record DeclarationRules(string Declare, string Generate, string Program, string Score, string Reset, string Step, string Act)
{
    /// <summary>The names, capitalized as the language does it.</summary>
    public static DeclarationRules For(ScriptKind kind, bool capitals)
    {
        string declare = kind switch
        {
            ScriptKind.Task => "Task",
            ScriptKind.Reward => "Reward",
            ScriptKind.Agent => "Agent",
            _ => "Environment",
        };
        var names = new DeclarationRules(declare, "Generate", "Program", "Score", "Reset", "Step", "Act");
        return capitals ? names : names.Lower();
    }

    /// <summary>The declaration, or the error that says what is missing and where.</summary>
    /// <exception cref="ScriptException">A rule is broken.</exception>
    public Declaration Check(LoadItem script, Declaration? declaration, Predicate<string> defines)
    {
        if (declaration is null)
            throw Error(script, "", $"the script does not declare itself: call {Declare}(…) at its top level");
        if (declaration.Version < 1)
            throw Error(script, Declare, $"version is {declaration.Version}; it must be at least 1");

        switch (script.Kind)
        {
            case ScriptKind.Task:
                CheckLevels(script, declaration);
                Require(script, Generate, defines);
                if (declaration.Reward is null && !defines(Score))
                    throw Error(script, Declare, $"nothing judges the answers: name a reward in {Declare}(…), or define {Score}");
                if (declaration.Reward is not null && (defines(Score) || defines(Program)))
                {
                    string own = defines(Score) ? Score : Program;
                    throw Error(script, Declare, $"both the reward '{declaration.Reward}' and {own} would judge the answers; keep one");
                }
                break;
            case ScriptKind.Reward:
                Require(script, Score, defines);
                break;
            case ScriptKind.Agent:
                Require(script, Act, defines);
                break;
            default:
                CheckLevels(script, declaration);
                if (declaration.Players < 1)
                    throw Error(script, Declare, $"players is {declaration.Players}; it must be at least 1");
                if (declaration.MaxTurns < 1)
                    throw Error(script, Declare, $"maxTurns is {declaration.MaxTurns}; it must be at least 1");
                Require(script, Reset, defines);
                Require(script, Step, defines);
                break;
        }
        return declaration with { RunsAnswers = script.Kind is ScriptKind.Task or ScriptKind.Reward && defines(Program) };
    }

    private void CheckLevels(LoadItem script, Declaration declaration)
    {
        if (declaration.Levels < 1)
            throw Error(script, Declare, $"levels is {declaration.Levels}; it must be at least 1");
    }

    private void Require(LoadItem script, string function, Predicate<string> defines)
    {
        if (!defines(function))
            throw Error(script, Declare, $"the script does not define {function}");
    }

    private static ScriptException Error(LoadItem script, string near, string message)
    {
        int index = near.Length == 0 ? 0 : Regex.Match(script.Source, $@"^[ \t]*{near}\s*\(", RegexOptions.Multiline).Index;
        int line = script.Source.AsSpan(0, index).Count('\n') + 1;
        return new ScriptException(new ScriptError(ScriptErrorKind.Compile, message, script.File, line, 1));
    }

    private DeclarationRules Lower() => new(Lower(Declare), Lower(Generate), Lower(Program), Lower(Score), Lower(Reset), Lower(Step), Lower(Act));

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
