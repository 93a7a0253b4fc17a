namespace Sasr.Arena.Scripting.Python;

/// <summary>What a child sends, and is sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The call's number; a reply has that of its call.</param>
/// <param name="Started">Assertions that a test file has begun.</param>
/// <param name="Passed">Assertions that have passed.</param>
/// <param name="Content">JSON, unchecked.</param>
internal readonly record struct ChildMessage(MessageKind Kind, uint Id, int Started, int Passed, ReadOnlyMemory<byte> Content)
{
    /// <summary>Length of the content, kind, id, started, passed; little-endian.</summary>
    public const int HeaderBytes = (4 * sizeof(int)) + 1;

    /// <summary>A longer message is a hostile one.</summary>
    public const int MaxBytes = 16 << 20;
}

/// <summary>The kinds of message between a child and this process.</summary>
internal enum MessageKind : byte
{
    /// <summary>To a child: what to do.</summary>
    Job = (byte)'j',

    /// <summary>A child is about to begin with what it was sent.</summary>
    Started = (byte)'s',

    /// <summary>The candidate's module is loaded; holds its names.</summary>
    Loaded = (byte)'n',

    /// <summary>The candidate failed before its first case, or a test file has come to its end; holds how.</summary>
    Ended = (byte)'e',

    /// <summary>The other side is to do something.</summary>
    Call = (byte)'c',

    /// <summary>What came of a call.</summary>
    Reply = (byte)'r',
}
