using Google.Protobuf;

namespace Sasr.Arena.Training.Tests.Metrics;

/// <summary>
/// Reads TensorBoard's event files from their definitions (record_writer.h, event.proto, summary.proto), with a checksum
/// written out bit by bit; it shares no code with the writer.
/// </summary>
internal static class EventFileReader
{
    public sealed record Event(double WallTime, long Step, string? FileVersion, Dictionary<string, float> Scalars, int? SessionStatus);

    public static List<Event> Read(string path)
    {
        var events = new List<Event>();
        using var reader = new BinaryReader(File.OpenRead(path));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            byte[] length = reader.ReadBytes(8);
            Assert.That(reader.ReadUInt32(), Is.EqualTo(Masked(length)), "checksum of a length");
            byte[] data = reader.ReadBytes((int)BitConverter.ToUInt64(length));
            Assert.That(reader.ReadUInt32(), Is.EqualTo(Masked(data)), "checksum of a record");
            events.Add(Parse(data));
        }
        return events;
    }

    /// <summary>CRC-32C with the reflected polynomial 0x82F63B78.</summary>
    public static uint Crc32C(byte[] data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }
        return crc ^ 0xFFFFFFFF;
    }

    private static uint Masked(byte[] data)
    {
        uint crc = Crc32C(data);
        return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static Event Parse(byte[] data)
    {
        var input = new CodedInputStream(data);
        (double wallTime, long step, string? version, int? status) = (0.0, 0L, null, null);
        var scalars = new Dictionary<string, float>();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            switch (tag >> 3)
            {
                case 1: wallTime = input.ReadDouble(); break;
                case 2: step = input.ReadInt64(); break;
                case 3: version = input.ReadString(); break;
                case 5: ReadSummary(input.ReadBytes().ToByteArray(), scalars); break;
                case 7:
                    var log = new CodedInputStream(input.ReadBytes().ToByteArray());
                    log.ReadTag();
                    status = log.ReadEnum();
                    break;
                default: Assert.Fail($"unknown field {tag >> 3}"); break;
            }
        }
        return new Event(wallTime, step, version, scalars, status);
    }

    private static void ReadSummary(byte[] data, Dictionary<string, float> scalars)
    {
        var summary = new CodedInputStream(data);
        while (summary.ReadTag() == ((1 << 3) | 2))
        {
            var value = new CodedInputStream(summary.ReadBytes().ToByteArray());
            Assert.That(value.ReadTag(), Is.EqualTo((1 << 3) | 2));
            string name = value.ReadString();
            Assert.That(value.ReadTag(), Is.EqualTo((2 << 3) | 5));
            scalars[name] = value.ReadFloat();
        }
    }
}
