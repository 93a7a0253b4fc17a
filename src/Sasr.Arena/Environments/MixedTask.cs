namespace Sasr.Arena.Environments;

/// <summary>A task or game of a mix.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Weight">How often it is asked, against the others; at least 0.</param>
/// <param name="Levels">The levels asked; all of them exist.</param>
/// <param name="Entry">Everything that the mix says of it.</param>
/// <param name="Place">Of the key that names it most exactly, for messages: <c>recipes/mixed.yaml(12,3): math/*</c>.</param>
/// <typeparam name="T">What the mix says of its tasks.</typeparam>
public sealed record MixedTask<T>(EnvironmentInfo Info, double Weight, IReadOnlyList<int> Levels, T Entry, string Place)
    where T : MixEntry
{
    /// <summary>Id of the task or game.</summary>
    public string Id => Info.Id;
}
