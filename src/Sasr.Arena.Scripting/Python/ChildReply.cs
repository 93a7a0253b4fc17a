namespace Sasr.Arena.Scripting.Python;

/// <summary>What came of waiting for a child: either of the two.</summary>
/// <param name="Message">What it sent.</param>
/// <param name="End">How it ended.</param>
internal readonly record struct ChildReply(ChildMessage? Message, ChildEnd? End);
