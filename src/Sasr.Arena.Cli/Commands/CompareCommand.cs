using System.CommandLine;
using Sasr.Arena.Cli.Rendering;
using Sasr.Arena.Cli.Runs;
using Sasr.Arena.Evaluation.Comparison;
using Sasr.Arena.Evaluation.Comparison.Formats;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena compare</c>: two evaluations of the same problems, and whether the second is a regression.</summary>
internal static class CompareCommand
{
    public static ArenaCommand Create(Terminal terminal)
    {
        var baseline = new Argument<string>("base") { Description = "A result of 'arena eval --json' to compare with", HelpName = "BASE.json" };
        var head = new Argument<string>("head") { Description = "The result that may be better or worse", HelpName = "HEAD.json" };
        var gate = new Option<string?>("--gate")
        {
            Description = "End in 1 on a regression and in 3 where too much is unscored; by the rules in FILE, or those of the base's suite",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> json = Output("--json", "Write every figure and flipped problem as JSON; - prints it instead of the table");
        Option<string?> markdown = Output("--markdown", "Write a summary for GitHub");
        Option<string?> junit = Output("--junit", "Write JUnit XML, a test case a task");
        Option<string?> html = Output("--html", "Write one page to look at, with the flipped problems to browse");
        return new ArenaCommand("compare", "Compare two evaluations of the same problems, pair by pair.",
                "arena compare base.json head.json", "arena compare base.json head.json --gate --markdown summary.md",
                "arena compare base.json head.json --gate gate.yaml --junit gate.xml --html compare.html")
            .With(baseline, head, gate, json, markdown, junit, html)
            .Does(async (parsed, ct) =>
            {
                EvaluationResult before = EvaluationResult.Read(parsed.GetValue(baseline)!), after = EvaluationResult.Read(parsed.GetValue(head)!);
                GateRules rules = Rules(parsed.GetValue(gate), before, after);
                EvaluationComparison comparison = EvaluationComparison.Of(before, after, rules.Alpha);
                GateVerdict verdict = Gate.Judge(comparison, rules);

                bool printsJson = parsed.GetValue(json) == "-";
                if (printsJson)
                    await terminal.Out.WriteAsync(JsonFormat.Render(comparison, verdict, rules));
                else
                    new ComparisonView(terminal).Show(comparison, verdict);
                await WriteAsync(printsJson ? null : parsed.GetValue(json), () => JsonFormat.Render(comparison, verdict, rules));
                await WriteAsync(parsed.GetValue(markdown), () => MarkdownFormat.Render(comparison, verdict));
                await WriteAsync(parsed.GetValue(junit), () => JUnitFormat.Render(comparison, verdict));
                await WriteAsync(parsed.GetValue(html), () => HtmlFormat.Render(comparison, verdict));
                return parsed.GetResult(gate) is null ? ExitCodes.Well : ExitCode(verdict);

                async Task WriteAsync(string? path, Func<string> render)
                {
                    if (path is null)
                        return;
                    await WholeFile.WriteAsync(path, writer => writer.WriteAsync(render()));
                    await (printsJson ? terminal.Error : terminal.Out).WriteLineAsync($"Written to {path}.");
                }
            });
    }

    /// <summary>The rules in a file, else the base's own: a change must not loosen the gate that it has to pass.</summary>
    private static GateRules Rules(string? file, EvaluationResult before, EvaluationResult after)
    {
        if (file is not null)
        {
            // '--gate base.json head.json' takes the first of them for the rules.
            return Path.GetExtension(file) == ".json"
                ? throw new InputException($"--gate: {file} is a result, not rules. Put --gate last, or give it a file of YAML.")
                : GateFile.Read(file);
        }
        GateRules rules = before.Gate ?? after.Gate ?? new GateRules();
        rules.Validate();
        return rules;
    }

    private static int ExitCode(GateVerdict verdict) => verdict.Outcome switch
    {
        GateOutcome.Regression => ExitCodes.Failed,
        GateOutcome.Unscored => ExitCodes.Infrastructure,
        _ => ExitCodes.Well,
    };

    private static Option<string?> Output(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
