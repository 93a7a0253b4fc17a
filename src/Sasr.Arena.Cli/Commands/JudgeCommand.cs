using System.CommandLine;
using System.CommandLine.Parsing;
using Sasr.Arena.Cli.Judging;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Programs;

namespace Sasr.Arena.Cli.Commands;

/// <summary><c>arena judge</c>: a file of programs against their tests.</summary>
internal static class JudgeCommand
{
    public static ArenaCommand Create(Terminal terminal, Func<ProgramLanguage, CodeRunnerOptions, ICodeRunner>? runners)
    {
        var usual = new ProgramLimits();
        var file = new Argument<string>("file") { Description = "JSON lines: the arena's own, HumanEval's, MBPP's or mxeval's" };
        var language = new Option<ProgramLanguage?>("--language")
        {
            Description = $"Where a line does not say it: {LanguageName.All}",
            HelpName = "LANGUAGE",
            CustomParser = result => LanguageName.Parse(result.Tokens[0].Value)
                ?? Refuse(result, $"--language: '{result.Tokens[0].Value}' is none of {LanguageName.All}."),
        };
        var time = new Option<double>("--time") { Description = "Seconds for a case", HelpName = "SECONDS", DefaultValueFactory = _ => usual.Time.TotalSeconds };
        time.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and <= 86400))
                result.AddError($"--time: '{result.Tokens[0].Value}' is not a number of seconds above 0, and at most a day.");
        });
        Option<int> memory = CommonOptions.AtLeastOne("--memory", "MiB for a program's data", (int)(usual.MemoryBytes >> 20));
        Option<int> workers = CommonOptions.AtLeastOne("--workers", "Programs at the same time", Environment.ProcessorCount);
        var output = new Option<string?>("--output") { Description = "Write every verdict there, one a line", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        Option<bool> unsandboxed = CommonOptions.AllowUnsandboxedCode();
        return new ArenaCommand("judge", "Run programs that a model wrote against their tests, in a sandbox.",
                "arena judge samples.jsonl", "arena judge mbpp_release_v1.jsonl --workers 2 --output verdicts.jsonl",
                "arena judge programs.jsonl --language python --time 2 --memory 256 --json")
            .With(file, language, time, memory, workers, output, json, unsandboxed)
            .Does(async (parsed, ct) =>
            {
                IReadOnlyList<JudgedProgram> programs = ProgramFile.Read(parsed.GetValue(file)!, parsed.GetValue(language));
                ProgramLimits limits = usual with
                {
                    Time = TimeSpan.FromSeconds(parsed.GetValue(time)),
                    MemoryBytes = (long)parsed.GetValue(memory) << 20,
                };
                var options = new CodeRunnerOptions
                {
                    Workers = parsed.GetValue(workers),
                    MemoryBytes = limits.MemoryBytes,
                    AllowUnsandboxed = parsed.GetValue(unsandboxed),
                };
                JudgeResult result = await JudgeBatch.RunAsync(
                    programs, runners ?? CodeRunners.Create, options, limits, Counting(terminal, programs.Count), ct);
                if (parsed.GetValue(output) is { } path)
                    result.Save(path);
                if (parsed.GetValue(json))
                    await terminal.Out.WriteLineAsync(result.ToJson());
                else
                    await WriteAsync(terminal, result);
                return result.Unjudged == 0 ? ExitCodes.Well : ExitCodes.Infrastructure;
            });
    }

    private static async Task WriteAsync(Terminal terminal, JudgeResult result)
    {
        foreach (string line in result.Failures())
            await terminal.Out.WriteLineAsync(line);
        await terminal.Out.WriteLineAsync(result.Summary());
    }

    private static Action<int>? Counting(Terminal terminal, int total)
    {
        if (!terminal.IsTerminal)
            return null;
        var counting = new Lock();
        return done =>
        {
            lock (counting)
            {
                string line = $"\rjudging: {done} of {total}";
                terminal.Error.Write(done == total ? $"\r{new string(' ', line.Length)}\r" : line);
            }
        };
    }

    private static ProgramLanguage? Refuse(ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
