using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Sasr.Arena.Problems;
using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Tests.Protocol;

/// <summary>Whatever bytes come, a reader gives back frames that were written, or says that it is no frame.</summary>
public sealed class FrameTests
{
    private static readonly Problem[] Problems =
    [
        new("math/a", 3, 2, Split.Validation, ulong.MaxValue, new string('q', 1000), "1", "s",
            JsonSerializer.SerializeToElement(new { cases = new[] { 1.5, 2 }, text = "ä\"\\<&>'+" })),
        new("math/b", 1, 1, Split.Test, 0, "", "", ""),
    ];

    // The same draws in every run.
    private static readonly Config Draws = Config.QuickThrowOnFailure.WithReplay(20261121, 7, 50).WithMaxTest(1000);

    [Test]
    public void Frames_that_were_written_come_back_in_their_order() => Check.One(Draws, Prop.ForAll<NonNull<string>[]>(ReadBack));

    private static IEnumerable<TestCaseData> Replies()
    {
        yield return new TestCaseData(new WorkReply(1, 0, [new() { Score = 0.5 }, new() { Score = 1 }])).SetArgDisplayNames("scores");
        yield return new TestCaseData(new WorkReply(1, 0, [new() { Problems = Problems }, new() { Problems = [] }])).SetArgDisplayNames("problems");
        yield return new TestCaseData(new WorkReply(1, 0, [new() { Score = 0.5 }, WorkResult.Done])).SetArgDisplayNames("JSON");
    }

    /// <summary>Random bytes, and real frames with bytes changed, left out or put in.</summary>
    [TestCaseSource(nameof(Replies))]
    public void Bytes_that_are_no_frames_are_refused_and_never_read_past_their_end(object reply)
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write((WorkReply)reply).ToArray();
        Check.One(Draws, Prop.ForAll<byte[], NonNegativeInt, NonNegativeInt>((noise, at, cut) => ReadBroken(frame, noise, at, cut)));
    }

    [Test]
    public void Requests_that_are_no_requests_are_refused()
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write(Request("answer")).ToArray();
        Check.One(Draws, Prop.ForAll<byte[], NonNegativeInt, NonNegativeInt>((noise, at, cut) =>
        {
            byte[] content = Broken(frame[Frame.HeaderBytes..], noise, at, cut);
            try
            {
                Assert.That(Message.ReadRequest(content).Items, Has.None.Null);
            }
            catch (Exception e) when (e is InvalidDataException or JsonException)
            {
                // It is refused.
            }
        }));
    }

    [Test]
    public void Requests_for_scores_come_back_as_they_were_and_hold_each_problem_once()
    {
        ScoreItem[] items =
        [
            new("k", Problems[0], "x"), new("k", Problems[1], "", Completion: "<answer></answer>"), new("l", Problems[0], "ü\0"), new("k", Problems[0], "x"),
        ];
        using var writer = new FrameWriter();
        byte[] content = writer.Write(new WorkRequest(long.MaxValue, [.. items.Select(item => new WorkItem { Score = item })])).ToArray()[Frame.HeaderBytes..];
        WorkRequest read = Message.ReadRequest(content);

        Assert.That(read.Id, Is.EqualTo(long.MaxValue));
        ScoreItem[] back = [.. read.Items.Select(item => item.Score!)];
        Assert.That(back.Select(item => item with { Problem = Problems[1] }), Is.EqualTo(items.Select(item => item with { Problem = Problems[1] })));
        AssertSame(back[0].Problem, Problems[0]);
        AssertSame(back[1].Problem, Problems[1]);
        Assert.That(back[2].Problem, Is.SameAs(back[0].Problem));
        Assert.That(content, Has.Length.LessThan(1500));
    }

    [Test]
    public void Replies_of_problems_come_back_as_they_were()
    {
        using var writer = new FrameWriter();
        byte[] content = writer.Write(new WorkReply(7, 3, [new() { Problems = Problems }, new() { Problems = [] }], WorkingSetBytes: 5)).ToArray()[Frame.HeaderBytes..];
        WorkReply read = Message.ReadReply(content);

        Assert.That((read.Id, read.First, read.WorkingSetBytes, read.Results.Count), Is.EqualTo((7, 3, 5, 2)));
        Assert.That(read.Results[0].Problems, Has.Count.EqualTo(2));
        AssertSame(read.Results[0].Problems![0], Problems[0]);
        AssertSame(read.Results[0].Problems![1], Problems[1]);
        Assert.That(read.Results[1].Problems, Is.Empty);
        Assert.That(content, Has.Length.LessThan(1300));
    }

    /// <summary>A verdict, an error and a mark of anything else than a score are not among the things that the compact form has.</summary>
    [Test]
    public void What_is_not_only_scores_comes_back_as_well()
    {
        var problem = new Problem("a/b", 1, 1, Split.Train, 0, "q", "a", "s");
        using var writer = new FrameWriter();
        WorkItem[] items =
        [
            new() { Score = new ScoreItem("k", problem, "x") },
            new() { Score = new ScoreItem("k", problem, "x", new Verdict(VerdictOutcome.Wrong, "no", FailedCase: 2, Passed: 1)) },
        ];
        Assert.That(Message.ReadRequest(writer.Write(new WorkRequest(1, items)).Span[Frame.HeaderBytes..]).Items, Is.EqualTo(items));
        var error = new WorkResult { Error = new ScriptError(ScriptErrorKind.Runtime, "no") };
        WorkResult[] scores = [new() { Score = 0.1 }, error];
        Assert.That(Message.ReadReply(writer.Write(new WorkReply(1, 0, scores)).Span[Frame.HeaderBytes..]).Results, Is.EqualTo(scores));
        WorkResult[] problems = [new() { Problems = Problems }, error];
        IReadOnlyList<WorkResult> back = Message.ReadReply(writer.Write(new WorkReply(1, 0, problems)).Span[Frame.HeaderBytes..]).Results;
        AssertSame(back[0].Problems![0], Problems[0]);
        Assert.That(back[1], Is.EqualTo(error));
    }

    [TestCase(1.0000001)]
    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_score_that_is_none_is_no_message(double score)
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write(new WorkReply(1, 0, [new() { Score = 1 }, new() { Score = score }])).ToArray();
        Assert.That(() => Message.ReadReply(frame.AsSpan(Frame.HeaderBytes)), Throws.TypeOf<InvalidDataException>());
    }

    /// <summary>Of a reply: 1, its id, the first result's place, a working set, how many results there are, and as many doubles.</summary>
    [TestCase(int.MaxValue)]
    [TestCase(-1)]
    [TestCase(3)]
    [TestCase(1)]
    public void A_count_that_is_not_that_of_the_results_is_refused_before_anything_is_allocated(int count)
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write(new WorkReply(1, 0, [new() { Score = 1 }, new() { Score = 0 }])).ToArray();
        BitConverter.GetBytes(count).CopyTo(frame, Frame.HeaderBytes + 1 + 8 + 4 + 8);
        Assert.That(() => Message.ReadReply(frame.AsSpan(Frame.HeaderBytes)), Throws.TypeOf<InvalidDataException>());
    }

    /// <summary>Of a reply of problems: 2, its id, the first result's place, a working set, how many results and how many problems there are.</summary>
    [TestCase(int.MaxValue)]
    [TestCase(-1)]
    [TestCase(3)]
    public void A_count_of_problems_that_cannot_be_is_refused_before_anything_is_allocated(int count)
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write(new WorkReply(1, 0, [new() { Problems = [Problems[1], Problems[1]] }])).ToArray();
        BitConverter.GetBytes(count).CopyTo(frame, Frame.HeaderBytes + 1 + 8 + 4 + 8 + 4);
        Assert.That(() => Message.ReadReply(frame.AsSpan(Frame.HeaderBytes)), Throws.TypeOf<InvalidDataException>());
    }

    private static void AssertSame(Problem actual, Problem expected)
    {
        Assert.That(actual with { Data = null }, Is.EqualTo(expected with { Data = null }));
        // To the byte: the same problem is the same text, whatever message it came in.
        Assert.That(actual.Data?.GetRawText(), Is.EqualTo(expected.Data?.GetRawText()));
    }

    private static void ReadBack(NonNull<string>[] texts)
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter();
        foreach (NonNull<string> text in texts)
            stream.Write(writer.Write(Request(text.Get)).Span);
        stream.Position = 0;
        byte[] buffer = new byte[16];
        foreach (NonNull<string> text in texts)
        {
            int length = Frame.Read(stream, ref buffer);
            WorkRequest read = Message.ReadRequest(buffer.AsSpan(0, length));
            Assert.That(read.Items[0].Score!.Answer, Is.EqualTo(WellFormed(text.Get)));
        }
        Assert.That(Frame.Read(stream, ref buffer), Is.EqualTo(-1));
    }

    private static byte[] Broken(byte[] whole, byte[] noise, NonNegativeInt at, NonNegativeInt cut)
    {
        int start = at.Get % (whole.Length + 1);
        int skipped = Math.Min(cut.Get % 8, whole.Length - start);
        return [.. whole[..start], .. noise, .. whole[(start + skipped)..]];
    }

    private static void ReadBroken(byte[] frame, byte[] noise, NonNegativeInt at, NonNegativeInt cut)
    {
        byte[] bytes = Broken(frame, noise, at, cut);
        using var stream = new MemoryStream(bytes);
        byte[] buffer = new byte[16];
        try
        {
            for (int length = Frame.Read(stream, ref buffer); length >= 0; length = Frame.Read(stream, ref buffer))
            {
                Assert.That(length, Is.InRange(0, bytes.Length - Frame.HeaderBytes));
                _ = Message.ReadReply(buffer.AsSpan(0, length));
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return;
        }
        Assert.That(stream.Position, Is.EqualTo(bytes.Length));
    }

    [TestCase(-1)]
    [TestCase(Frame.MaxBytes + 1)]
    [TestCase(int.MinValue)]
    public void A_length_that_no_frame_has_is_refused_before_anything_is_allocated(int length)
    {
        byte[] buffer = new byte[16];
        using var stream = new MemoryStream(BitConverter.GetBytes(length));
        Assert.That(() => Frame.Read(stream, ref buffer), Throws.TypeOf<InvalidDataException>());
        Assert.That(buffer, Has.Length.EqualTo(16));
    }

    private static WorkRequest Request(string answer) =>
        new(1, [new() { Score = new ScoreItem("k", new Problem("a/b", 1, 1, Split.Train, 0, "q", "a", "s"), answer) }]);

    // UTF-8 has no lone surrogates.
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
