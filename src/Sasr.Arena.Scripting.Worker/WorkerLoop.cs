using System.Collections.Concurrent;
using System.Text.Json;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting;

/// <summary>
/// Reads requests on one thread and runs them on another: even while a script runs for ever, the end of the input,
/// which is the supervisor's end, ends this process.
/// </summary>
internal sealed class WorkerLoop(Stream input, Stream output, ProgressPage? progress)
{
    // A script's recursion gets deeper, and a parser's, than a main thread's stack allows.
    private const int StackBytes = 32 << 20;

    private readonly BlockingCollection<WorkRequest> _requests = [];

    public void Run()
    {
        var runner = new Thread(RunRequests, StackBytes) { IsBackground = true, Name = "scripts" };
        runner.Start();
        ReadRequests();
        ProcessExit.Now();
    }

    private void ReadRequests()
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            for (int length = Frame.Read(input, ref buffer); length >= 0; length = Frame.Read(input, ref buffer))
                _requests.Add(Message.ReadRequest(buffer.AsSpan(0, length)));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            Console.Error.WriteLine(e.Message);
        }
    }

    private void RunRequests()
    {
        var runner = new ItemRunner();
        using var replies = new ReplyStream(output);
        replies.Greet();
        foreach (WorkRequest request in _requests.GetConsumingEnumerable())
        {
            replies.Begin(request.Id);
            for (int i = 0; i < request.Items.Count; i++)
            {
                if (progress is not null)
                    progress.Current = (request.Id, i);
                replies.Add(runner.Run(request.Items[i]));
            }
            replies.End();
        }
    }
}
