using System.Buffers.Binary;
using Google.Protobuf;

namespace Sasr.Arena.Training.Metrics;

/// <summary>
/// A TensorBoard event file: TFRecords (length, its checksum, data, its checksum) that hold Event messages
/// (tensorflow/core/util/event.proto).
/// </summary>
internal sealed class TensorBoardWriter : IDisposable
{
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, SessionLog = 7;
    private const int SummaryValue = 1, ValueTag = 1, ValueSimple = 2;
    private const int SessionStatus = 1, SessionStart = 1;

    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    /// <summary>Begins a new file; of events that an earlier file of the folder has from <paramref name="firstStep"/> on, TensorBoard lets go.</summary>
    public TensorBoardWriter(string folder, long firstStep, TimeProvider clock)
    {
        _clock = clock;
        string name = $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds()}.{Environment.ProcessId}.{firstStep}";
        _file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read);
        Write(0, output =>
        {
            output.WriteTag(FileVersion, WireFormat.WireType.LengthDelimited);
            output.WriteString("brain.Event:2");
        });
        if (firstStep > 0)
        {
            Write(firstStep, output => Message(output, SessionLog, log =>
            {
                log.WriteTag(SessionStatus, WireFormat.WireType.Varint);
                log.WriteEnum(SessionStart);
            }));
        }
    }

    /// <summary>Adds scalars under tags with slashes.</summary>
    public void Add(long step, IEnumerable<KeyValuePair<string, double>> scalars)
    {
        Write(step, output => Message(output, Summary, summary =>
        {
            foreach ((string tag, double value) in scalars)
            {
                Message(summary, SummaryValue, entry =>
                {
                    entry.WriteTag(ValueTag, WireFormat.WireType.LengthDelimited);
                    entry.WriteString(tag);
                    entry.WriteTag(ValueSimple, WireFormat.WireType.Fixed32);
                    entry.WriteFloat((float)value);
                });
            }
        }));
    }

    public void Dispose() => _file.Dispose();

    private void Write(long step, Action<CodedOutputStream> content)
    {
        byte[] data = Bytes(output =>
        {
            output.WriteTag(WallTime, WireFormat.WireType.Fixed64);
            output.WriteDouble(_clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
            output.WriteTag(Step, WireFormat.WireType.Varint);
            output.WriteInt64(step);
            content(output);
        });
        Span<byte> length = stackalloc byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(length[8..], MaskedCrc32C.Of(length[..8]));
        Span<byte> footer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(footer, MaskedCrc32C.Of(data));
        _file.Write(length);
        _file.Write(data);
        _file.Write(footer);
        _file.Flush();
    }

    private static void Message(CodedOutputStream output, int field, Action<CodedOutputStream> content)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Bytes(content)));
    }

    private static byte[] Bytes(Action<CodedOutputStream> content)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory))
            content(output);
        return memory.ToArray();
    }
}
