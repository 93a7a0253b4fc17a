using System.Text;
using Sasr.Arena.Testing;
using Sasr.Arena.Training.Metrics;

namespace Sasr.Arena.Training.Tests.Metrics;

public sealed class TensorBoardWriterTests
{
    [Test]
    public void The_checksum_has_the_published_check_value()
    {
        // CRC-32/ISCSI's check value (reveng.sourceforge.io), and the mask of tensorflow/core/lib/hash/crc32c.h.
        const uint Check = 0xE3069283;
        byte[] digits = Encoding.ASCII.GetBytes("123456789");

        Assert.That(EventFileReader.Crc32C(digits), Is.EqualTo(Check));
        Assert.That(MaskedCrc32C.Of(digits), Is.EqualTo(unchecked(((Check >> 15) | (Check << 17)) + 0xA282EAD8)));
    }

    [Test]
    public void An_independent_reader_finds_what_was_written()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new TensorBoardWriter(folder.Path, 0, TimeProvider.System))
        {
            writer.Add(1, new Dictionary<string, double> { ["sft/loss"] = 2.5, ["schedule/p_sft"] = 1 });
            writer.Add(300, new Dictionary<string, double> { ["rewards/answer/mean"] = 0.125 });
        }

        List<EventFileReader.Event> events = EventFileReader.Read(Directory.GetFiles(folder.Path, "events.out.tfevents.*").Single());

        Assert.That(events.Select(e => e.Step), Is.EqualTo(new[] { 0, 1, 300 }));
        Assert.That(events[0].FileVersion, Is.EqualTo("brain.Event:2"));
        Assert.That(events[1].Scalars, Is.EqualTo(new Dictionary<string, float> { ["sft/loss"] = 2.5f, ["schedule/p_sft"] = 1 }));
        Assert.That(events[2].Scalars, Is.EqualTo(new Dictionary<string, float> { ["rewards/answer/mean"] = 0.125f }));
        Assert.That(events[2].WallTime, Is.EqualTo(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).Within(60));
    }

    [Test]
    public void A_run_that_goes_on_tells_TensorBoard_from_which_step()
    {
        using var folder = new TemporaryFolder();
        new TensorBoardWriter(folder.Path, 40, TimeProvider.System).Dispose();

        List<EventFileReader.Event> events = EventFileReader.Read(Directory.GetFiles(folder.Path).Single());

        // SessionLog.START is 1 (event.proto): events of earlier files from this step on are let go.
        Assert.That((events[1].Step, events[1].SessionStatus), Is.EqualTo((40, 1)));
    }
}
