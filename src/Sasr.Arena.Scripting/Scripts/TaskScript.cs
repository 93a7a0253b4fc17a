using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Scripts;

/// <inheritdoc cref="ITaskScript"/>
internal sealed class TaskScript(ScriptHost host, ScriptSource source, Declaration declaration, ScriptHostOptions options)
    : ITaskScript
{
    public TaskInfo Info { get; } = new(
        source.Id, declaration.Version, declaration.Levels, declaration.Tags, declaration.Reward, source.Summary);

    public async ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        WorkResult[] chunks = await Task.WhenAll(Chunks(request).Select(chunk => ScriptCall.RunAsync(
            host.NextWorker,
            new WorkCall(new WorkItem { Generate = new GenerateItem(source.Key, chunk) }, source, options.CallDeadline, ct))));
        return [.. chunks.SelectMany(chunk => chunk.Problems ?? [])];
    }

    public ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) =>
        new(host.ScoreAsync(source, declaration, submission, ct));

    // Problem i does not depend on how many are asked for at once. A request of none still has its level checked.
    private IEnumerable<ProblemRequest> Chunks(ProblemRequest request)
    {
        for (int done = 0; done == 0 || done < request.Count; done += options.ChunkSize)
        {
            yield return request with
            {
                Start = request.Start + done,
                Count = Math.Min(options.ChunkSize, request.Count - done),
            };
        }
    }
}
