namespace Sasr.Arena.Scripting.Isolation;

/// <summary>One of the things that hold a sandboxed process.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsActive">Whether it holds on this machine.</param>
/// <param name="Detail">What it does here, or why it is not there.</param>
public sealed record SandboxLayer(string Name, bool IsActive, string Detail);
