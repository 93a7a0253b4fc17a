using Sasr.Arena.Agents;

namespace Sasr.Arena.Scripts;

/// <summary>A loaded script that acts.</summary>
public interface IAgentScript
{
    /// <summary>From the file's name: <c>first-number</c>.</summary>
    string Name { get; }

    /// <summary>Raised by every change that alters what it does.</summary>
    int Version { get; }

    /// <summary>What the script does; it sees neither the worked action nor the level, and keeps nothing from call to call.</summary>
    /// <exception cref="InfrastructureException">The script threw, ran too long, or its worker died.</exception>
    ValueTask<string> ActAsync(Conversation conversation, CancellationToken ct = default);
}
