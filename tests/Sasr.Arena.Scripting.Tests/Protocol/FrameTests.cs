using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Tests.Protocol;

/// <summary>Whatever bytes come, a reader gives back frames that were written, or says that it is no frame.</summary>
public sealed class FrameTests
{
    // The same draws in every run.
    private static readonly Config Draws = Config.QuickThrowOnFailure.WithReplay(20261121, 7, 50).WithMaxTest(1000);

    [Test]
    public void Frames_that_were_written_come_back_in_their_order() => Check.One(Draws, Prop.ForAll<NonNull<string>[]>(ReadBack));

    /// <summary>Random bytes, and real frames with bytes changed, left out or put in.</summary>
    [Test]
    public void Bytes_that_are_no_frames_are_refused_and_never_read_past_their_end() =>
        Check.One(Draws, Prop.ForAll<byte[], NonNegativeInt, NonNegativeInt>(ReadBroken));

    private static void ReadBack(NonNull<string>[] texts)
    {
        using var stream = new MemoryStream();
        using var writer = new FrameWriter();
        foreach (NonNull<string> text in texts)
            stream.Write(writer.Write(Request(text.Get), MessageJson.Default.WorkRequest).Span);
        stream.Position = 0;
        byte[] buffer = new byte[16];
        foreach (NonNull<string> text in texts)
        {
            int length = Frame.Read(stream, ref buffer);
            WorkRequest read = JsonSerializer.Deserialize(buffer.AsSpan(0, length), MessageJson.Default.WorkRequest)!;
            Assert.That(read.Items[0].Score!.Answer, Is.EqualTo(WellFormed(text.Get)));
        }
        Assert.That(Frame.Read(stream, ref buffer), Is.EqualTo(-1));
    }

    private static void ReadBroken(byte[] noise, NonNegativeInt at, NonNegativeInt cut)
    {
        using var writer = new FrameWriter();
        byte[] frame = writer.Write(new WorkReply(1, 0, [new() { Score = 0.5 }]), MessageJson.Default.WorkReply).ToArray();
        int start = at.Get % (frame.Length + 1);
        int skipped = Math.Min(cut.Get % 8, frame.Length - start);
        byte[] bytes = [.. frame[..start], .. noise, .. frame[(start + skipped)..]];
        using var stream = new MemoryStream(bytes);
        byte[] buffer = new byte[16];
        try
        {
            for (int length = Frame.Read(stream, ref buffer); length >= 0; length = Frame.Read(stream, ref buffer))
            {
                Assert.That(length, Is.InRange(0, bytes.Length - Frame.HeaderBytes));
                _ = JsonSerializer.Deserialize(buffer.AsSpan(0, length), MessageJson.Default.WorkReply);
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

    // JSON has no lone surrogates.
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
