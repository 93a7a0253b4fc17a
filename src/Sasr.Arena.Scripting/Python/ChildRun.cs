using System.Buffers;
using System.Buffers.Binary;

namespace Sasr.Arena.Scripting.Python;

/// <summary>One child of a zygote, in messages.</summary>
internal sealed class ChildRun
{
    private const long MaxBytes = 256L << 20;
    private const int MaxMessages = 1_000_000;

    private readonly Zygote _zygote;
    private readonly ArrayBufferWriter<byte> _received = new();
    private int _consumed, _messages;
    private long _bytes;

    private ChildRun(Zygote zygote) => _zygote = zygote;

    /// <summary>Gets what the child prints; null to drop it.</summary>
    public Action<ReadOnlySpan<byte>>? Output { get; set; }

    /// <summary>Forks a child and gives it its job, without waiting until it begins with it.</summary>
    /// <exception cref="ZygoteException">There is no child.</exception>
    public static ChildRun Begin(Zygote zygote, ReadOnlySpan<byte> job, TimeSpan deadline)
    {
        zygote.Begin();
        var run = new ChildRun(zygote);
        try
        {
            run.Send(MessageKind.Job, 0, job, deadline);
            return run;
        }
        catch (LateException e)
        {
            throw new ZygoteException("Python does not fork.", e);
        }
    }

    /// <summary>Waits until the child has given up what it must, and is about to run what nobody trusts.</summary>
    /// <exception cref="ZygoteException">It does not come so far.</exception>
    public void WaitUntilStarted(TimeSpan deadline)
    {
        try
        {
            ChildReply reply = Receive(Deadline.In(deadline));
            if (reply.Message is not { Kind: MessageKind.Started })
                throw new ZygoteException($"The child of Python did not begin: it {reply.End?.ToString() ?? "sent something else"}.");
        }
        catch (Exception e) when (e is LateException or ForgedMessageException)
        {
            throw new ZygoteException("The child of Python does not begin.", e);
        }
    }

    /// <exception cref="LateException">The child does not take it.</exception>
    /// <exception cref="ZygoteException">The zygote has died.</exception>
    public void Send(MessageKind kind, uint id, ReadOnlySpan<byte> content, TimeSpan deadline)
    {
        byte[] message = new byte[ChildMessage.HeaderBytes + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, content.Length);
        message[4] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(5), id);
        content.CopyTo(message.AsSpan(ChildMessage.HeaderBytes));
        _zygote.Send(message, deadline);
    }

    /// <summary>The child's next message, valid until the next call; or how it ended.</summary>
    /// <exception cref="LateException">It takes too long, and has been killed.</exception>
    /// <exception cref="ForgedMessageException">What it sent is no message.</exception>
    /// <exception cref="ZygoteException">The zygote has died.</exception>
    public ChildReply Receive(Deadline deadline)
    {
        while (true)
        {
            if (Next() is { } message)
                return new ChildReply(message, null);
            ChildBytes bytes = _zygote.Receive(deadline);
            if (bytes.End is { } end)
                return new ChildReply(null, end);
            _bytes += bytes.Bytes.Length;
            if (_bytes > MaxBytes)
                throw Forged("more than anyone reads");
            if (bytes.IsOutput)
                Output?.Invoke(bytes.Bytes.Span);
            else
                Keep(bytes.Bytes.Span);
        }
    }

    /// <summary>Has the child killed.</summary>
    public void End() => _zygote.End();

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_consumed == _received.WrittenCount)
        {
            _received.ResetWrittenCount();
            _consumed = 0;
        }
        _received.Write(bytes);
    }

    private ChildMessage? Next()
    {
        ReadOnlyMemory<byte> rest = _received.WrittenMemory[_consumed..];
        if (rest.Length < ChildMessage.HeaderBytes)
            return null;
        ReadOnlySpan<byte> header = rest.Span;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length > ChildMessage.MaxBytes || ++_messages > MaxMessages)
            throw Forged("no message");
        if (rest.Length < ChildMessage.HeaderBytes + length)
            return null;
        _consumed += ChildMessage.HeaderBytes + (int)length;
        return new ChildMessage(
            (MessageKind)header[4],
            BinaryPrimitives.ReadUInt32LittleEndian(header[5..]),
            (int)(BinaryPrimitives.ReadUInt32LittleEndian(header[9..]) & int.MaxValue),
            (int)(BinaryPrimitives.ReadUInt32LittleEndian(header[13..]) & int.MaxValue),
            rest.Slice(ChildMessage.HeaderBytes, (int)length));
    }

    private ForgedMessageException Forged(string what)
    {
        _zygote.Kill();
        return new ForgedMessageException($"It sent {what}.");
    }
}
