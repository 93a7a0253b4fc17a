using Sasr.Arena.Training.Grpo;

namespace Sasr.Arena.Training;

/// <summary>Stops a run in which too many episodes cannot be scored: they are failures of ours, and training on the rest hides them.</summary>
internal sealed class UnscoredWatch(double limit)
{
    private const int Window = 8;

    private readonly Queue<(int Unscored, int Episodes)> _last = new();

    /// <exception cref="InfrastructureException">More than the limit's share of the last rollouts is unscored.</exception>
    public void Observe(RolloutBatch rollouts)
    {
        _last.Enqueue((rollouts.Unscored, rollouts.Episodes.Count));
        if (_last.Count > Window)
            _last.Dequeue();
        int unscored = _last.Sum(batch => batch.Unscored), episodes = _last.Sum(batch => batch.Episodes);
        if (unscored <= limit * episodes)
            return;
        string reason = rollouts.Episodes.First(episode => !episode.Reward.IsScored).Reward.Unscored!;
        throw new InfrastructureException(
            $"{unscored} of the last {episodes} episodes could not be scored (max_unscored is {limit}); the latest: {reason}");
    }
}
