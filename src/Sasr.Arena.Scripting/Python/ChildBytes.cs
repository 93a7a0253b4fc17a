namespace Sasr.Arena.Scripting.Python;

/// <summary>What a zygote passes on from its child.</summary>
/// <param name="Bytes">Part of its messages, or of its standard output.</param>
/// <param name="IsOutput">Whether it is standard output.</param>
/// <param name="End">How it ended, and then there are no bytes; null where it has not.</param>
internal readonly record struct ChildBytes(ReadOnlyMemory<byte> Bytes, bool IsOutput, ChildEnd? End);
