using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;

namespace Sasr.Arena.Episodes;

/// <summary>
/// Plays episodes, for training and for evaluation alike: steps many environments together and asks the agent for all
/// open observations as one batch. A failure of an environment or of the agent ends its own episode, unscored, and no other.
/// </summary>
public sealed class EpisodeRunner(ArenaCatalog catalog, EnvironmentOverrides? overrides = null)
{
    private readonly Dictionary<string, Func<IEnvironment>> _factories = [];

    /// <summary>Plays the requested episodes with one agent in every seat.</summary>
    /// <returns>One episode a request, in the same order.</returns>
    /// <exception cref="InputException">An environment does not exist, its script does not compile, or a level is out of range.</exception>
    public async Task<IReadOnlyList<Episode>> RunAsync(
        IReadOnlyList<EpisodeRequest> requests,
        IAgent agent,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(agent);
        foreach (string id in requests.Select(request => request.Environment).Distinct())
        {
            if (!_factories.ContainsKey(id))
                _factories[id] = await catalog.FactoryAsync(id, overrides?.Format, overrides?.Rewards);
        }

        OpenEpisode[] episodes = [.. requests.Select(request => new OpenEpisode(request, _factories[request.Environment]()))];
        try
        {
            await Task.WhenAll(episodes.Select(episode => episode.ResetAsync(ct)));
            for (OpenEpisode[] open = Open(episodes); open.Length > 0; open = Open(open))
            {
                IReadOnlyList<AgentAction> actions = await agent.ActAsync([.. open.Select(episode => episode.Conversation)], ct);
                if (actions.Count != open.Length)
                    throw new InfrastructureException($"The agent gave {actions.Count} actions for {open.Length} observations.");
                await Task.WhenAll(open.Zip(actions, (episode, action) => episode.StepAsync(action, ct)));
            }
            return [.. episodes.Select(episode => episode.Close())];
        }
        finally
        {
            foreach (OpenEpisode episode in episodes)
                await episode.Environment.DisposeAsync();
        }
    }

    private static OpenEpisode[] Open(OpenEpisode[] episodes) => [.. episodes.Where(episode => !episode.Ended)];
}

/// <summary>What replaces the domains' own settings in every question asked.</summary>
/// <param name="Format">The answer format; null for each domain's own.</param>
/// <param name="Rewards">The reward mix; null for each domain's own.</param>
public sealed record EnvironmentOverrides(Environments.Formats.IAnswerFormat? Format = null, RewardMix? Rewards = null);
