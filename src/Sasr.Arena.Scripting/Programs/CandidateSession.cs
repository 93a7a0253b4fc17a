using System.Text.Json;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>A candidate in its worker, within its limits.</summary>
internal sealed class CandidateSession(ProgramSession session, ProgramLimits limits, CodeRunnerOptions options)
{
    // An engine that can stop a program does so before the supervisor has to kill the worker.
    private const double EngineShare = 0.9;

    public ProgramLimits Limits => limits;

    /// <returns>Why it does not compile; null where it does.</returns>
    public async Task<Verdict?> CompileAsync(Candidate candidate, bool whole)
    {
        var item = new CompileItem(
            candidate.Language, candidate.Source, whole, limits.OutputLength, Math.Max(1, (int)(limits.Time.TotalMilliseconds * EngineShare)))
        {
            SkipGates = options.SkipGates,
        };
        ProgramReply reply = await session.RunAsync(new(session.Id) { Compile = item }, options.CompileDeadline);
        return reply.Failure switch
        {
            { Outcome: VerdictOutcome.RuntimeError } failure => failure with { Outcome = VerdictOutcome.CompileError },
            var failure => failure,
        };
    }

    /// <returns>What its top level threw; null where nothing.</returns>
    public async Task<Verdict?> PrepareAsync() =>
        (await session.RunAsync(new(session.Id) { Prepare = true }, limits.Time)).Failure;

    public Task<ProgramReply> RunAsync(string input) => session.RunAsync(new(session.Id) { Input = input }, limits.Time);

    public Task<ProgramReply> InvokeAsync(string function, IEnumerable<JsonElement> arguments) =>
        InvokeAsync(new InvokeItem(function, $"[{string.Join(',', arguments.Select(argument => argument.GetRawText()))}]"), limits.Time);

    /// <summary>Calls a function within what is left of its time.</summary>
    public Task<ProgramReply> InvokeAsync(InvokeItem call, TimeSpan time) => session.RunAsync(new(session.Id) { Invoke = call }, time);

    public Task<ProgramReply> FunctionsAsync() => session.RunAsync(new(session.Id) { Functions = true }, limits.Time);
}
