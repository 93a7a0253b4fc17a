namespace Sasr.Arena.Scripting.Python;

/// <summary>A zygote is of no more use: it ended, or it sent what it must not.</summary>
internal sealed class ZygoteException(string message, Exception? inner = null) : InfrastructureException(message, inner!);

/// <summary>A child took longer than it may; its zygote was killed.</summary>
internal sealed class LateException() : Exception("The child is late.");

/// <summary>A child sent what no message is: whatever runs in it wrote to the pipes itself.</summary>
internal sealed class ForgedMessageException(string message) : Exception(message);
