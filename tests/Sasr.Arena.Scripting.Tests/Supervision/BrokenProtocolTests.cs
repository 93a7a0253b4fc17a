using System.Buffers.Binary;
using System.Text;
using Sasr.Arena.Scripting.Isolation;
using Sasr.Arena.Scripting.Protocol;
using Sasr.Arena.Scripting.Supervision;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Scripting.Tests.Supervision;

/// <summary>Workers that answer their first request with something else than a reply, and are real ones when they are started again.</summary>
[Platform("Linux")]
public sealed class BrokenProtocolTests
{
    private static readonly byte[] Greeting = Frames($$"""{"first":{{Frame.Version}},"results":[]}""");

    private readonly ScriptFolder _folder = new();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    private static IEnumerable<TestCaseData> Answers()
    {
        yield return new TestCaseData(new byte[] { 0xff, 0xff, 0xff, 0x7f, 1, 2, 3 }).SetArgDisplayNames("oversize");
        yield return new TestCaseData(new byte[] { 0xff, 0xff, 0xff, 0xff }).SetArgDisplayNames("negative length");
        yield return new TestCaseData(new byte[] { 100, 0, 0, 0, 1 }).SetArgDisplayNames("cut off");
        yield return new TestCaseData(new byte[] { 1 }).SetArgDisplayNames("cut off in its length");
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("nothing");
        yield return new TestCaseData(Frames("not JSON")).SetArgDisplayNames("garbage");
        yield return new TestCaseData(Frames("null")).SetArgDisplayNames("null");
        yield return new TestCaseData(Frames("""{"id":1}""")).SetArgDisplayNames("no results");
        yield return new TestCaseData(Frames("""{"id":7,"results":[{"declaration":{"version":1}}]}""")).SetArgDisplayNames("forged id");
        yield return new TestCaseData(Frames("""{"id":1,"first":1,"results":[{}]}""")).SetArgDisplayNames("wrong place");
        yield return new TestCaseData(Frames("""{"id":1,"results":[{},{},{}]}""")).SetArgDisplayNames("too many results");
        yield return new TestCaseData(Frames("""{"id":1,"results":[null]}""")).SetArgDisplayNames("null result");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task A_broken_reply_is_the_workers_death_and_another_answers(byte[] answer)
    {
        ConfinedProgram program = Worker($"""
            cat greeting
            : > started
            head -c 1 >/dev/null
            cat answer
            """, answer);
        await using var host = Host(program);
        string path = _folder.Write("add.js", Samples.AddJavaScript);
        // The broken one had not begun the work, as it would have said where both can see it: so the work is not to blame.
        Assert.That((await host.LoadTaskAsync("math/add", path)).Info.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_worker_that_does_not_come_up_is_started_again()
    {
        await using var host = Host(Worker("exit 9", []));
        ITaskScript task = await host.LoadTaskAsync("math/add", _folder.Write("add.js", Samples.AddJavaScript));
        Assert.That(task.Info.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_worker_that_never_comes_up_is_a_failure_of_infrastructure()
    {
        await using var host = Host(new ConfinedProgram { FileName = "/no/such/program" });
        string path = _folder.Write("add.js", Samples.AddJavaScript);
        Assert.That(
            async () => await host.LoadTaskAsync("math/add", path),
            Throws.InstanceOf<InfrastructureException>().With.Message.Contains("/no/such/program"));
    }

    private static byte[] Frames(string json)
    {
        byte[] content = Encoding.UTF8.GetBytes(json);
        byte[] frame = new byte[Frame.HeaderBytes + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.CopyTo(frame, Frame.HeaderBytes);
        return frame;
    }

    private static ScriptHost Host(ConfinedProgram program)
    {
        var options = new ScriptHostOptions { Spares = 0 };
        return new ScriptHost(options, new WorkerPool(options, new PlainLauncher(), program));
    }

    private ConfinedProgram Worker(string first, byte[] answer)
    {
        string folder = Path.Combine(_folder.Root, Guid.NewGuid().ToString());
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "greeting"), Greeting);
        File.WriteAllBytes(Path.Combine(folder, "answer"), answer);
        ConfinedProgram real = WorkerProgram.Create(new ScriptHostOptions());
        string script = $"""
            cd '{folder}'
            [ -e again ] && exec '{real.FileName}' '{real.Arguments[0]}' "$0" "$1"
            touch again
            {first}
            """;
        return real with { FileName = "/bin/sh", Arguments = ["-c", script] };
    }
}
