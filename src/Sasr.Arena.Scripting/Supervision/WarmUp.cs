using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Supervision;

/// <summary>A worker's first script costs most of a second, for which nobody should wait: a small one in each language goes before it.</summary>
internal static class WarmUp
{
    private const string CSharp = """
        Reward(version: 1);
        double Score(Problem problem, string answer) => answer.Trim().Split(' ').Select(int.Parse).Sum() == problem.Level ? 1 : 0;
        """;

    private const string JavaScript = """
        reward({ version: 1 });
        function score(problem, answer) { return answer === problem.answer ? 1 : 0; }
        """;

    private static readonly WorkItem[] Items = [.. Load("warm-up.csx", CSharp), .. Load("warm-up.js", JavaScript)];

    /// <exception cref="WorkerDiedException">The worker did not survive it.</exception>
    public static void Run(WorkerProcess process, TimeSpan deadline)
    {
        long batch = process.Send(Items);
        for (int received = 0; received < Items.Length;)
            received += process.Receive(batch, received, Items.Length, deadline).Count;
    }

    private static IEnumerable<WorkItem> Load(string file, string source) =>
    [
        new() { Load = new LoadItem(file, ScriptKind.Reward, "warm-up", file, source, CallMilliseconds: 1000) },
        new() { Unload = file },
    ];
}
