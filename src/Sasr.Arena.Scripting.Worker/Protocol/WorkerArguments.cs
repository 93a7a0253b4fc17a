using System.Globalization;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>What a worker is told on its command line.</summary>
/// <param name="Progress">The inherited descriptor behind the <see cref="ProgressPage"/>; null where there is none.</param>
/// <param name="Sandboxed">Whether it runs in the sandbox, and must hold its own layer up.</param>
internal sealed record WorkerArguments(int? Progress, bool Sandboxed)
{
    private const string Plain = "plain", Sandbox = "sandbox";

    public static WorkerArguments Parse(string[] arguments) => arguments switch
    {
        [Plain or Sandbox, var descriptor] => new(int.Parse(descriptor, CultureInfo.InvariantCulture), arguments[0] == Sandbox),
        [Plain or Sandbox] => new(null, arguments[0] == Sandbox),
        _ => throw new ArgumentException("The worker is started by the arena, not by hand.", nameof(arguments)),
    };

    public string[] ToArguments() =>
        [Sandboxed ? Sandbox : Plain, .. Progress is { } descriptor ? [descriptor.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()];
}
