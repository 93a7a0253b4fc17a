using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Sft;

/// <summary>
/// The worked solutions that SFT trains on: the oracle's episodes of the levels that are open, in an order of its own for
/// every pass.
/// </summary>
internal sealed class Demonstrations(IReadOnlyList<EpisodeRequest> requests, IReadOnlyList<TrainingSequence> sequences, ulong seed)
{
    private (int Pass, int Count) _ordered = (-1, 0);
    private int[] _order = [];

    /// <summary>Plays the oracle through the recipe's demonstrations.</summary>
    /// <exception cref="InputException">An environment has no worked solutions, or the tokenizer lacks one of their characters.</exception>
    public static async Task<Demonstrations> PlayAsync(
        Recipe recipe, IReadOnlyList<TrainingTask> tasks, Policy policy, EpisodeRunner runner, CancellationToken ct)
    {
        EpisodeRequest[] requests =
        [
            .. tasks.SelectMany(task => EpisodeRequests.Spread(
                task.Id, task.Levels, task.Demonstrations, Split.Train, recipe.Seed, "demonstration")),
        ];
        return new Demonstrations(requests, await SequencesAsync(requests, policy, runner, ct), recipe.Seed);
    }

    /// <summary>The oracle's episodes as sequences.</summary>
    public static async Task<IReadOnlyList<TrainingSequence>> SequencesAsync(
        IReadOnlyList<EpisodeRequest> requests, Policy policy, EpisodeRunner runner, CancellationToken ct)
    {
        IReadOnlyList<Episode> episodes = await runner.RunAsync(requests, new OracleAgent(), ct);
        Episode? failed = episodes.FirstOrDefault(episode => !episode.Reward.IsScored);
        if (failed is not null)
            throw new InfrastructureException($"A demonstration of {failed.Request.Environment} failed: {failed.Reward.Unscored}");
        TrainingSequence[] sequences = [.. episodes.Select(episode => TrainingSequence.Of(episode, policy))];
        int longest = sequences.Select(sequence => sequence.Tokens.Length).DefaultIfEmpty().Max();
        return longest <= policy.Model.Config.MaxPositionEmbeddings
            ? sequences
            : throw new InputException($"A demonstration has {longest} tokens, and the model's longest sequence is {policy.Model.Config.MaxPositionEmbeddings}; raise model.max_positions.");
    }

    /// <summary>
    /// The batch of the SFT step of that number, counted from 0: passes over all open demonstrations, each shuffled anew. When
    /// a level opens, the passes are from then on over more.
    /// </summary>
    public IReadOnlyList<TrainingSequence> Batch(int sftStep, int size, Curriculum curriculum)
    {
        int[] open = [.. Enumerable.Range(0, sequences.Count).Where(i => curriculum.IsOpen(requests[i].Environment, requests[i].Level))];
        if (open.Length == 0)
            throw new InputException("tasks: SFT was asked for, but there are no demonstrations of the levels that are open; raise demonstrations.");
        var batch = new TrainingSequence[Math.Min(size, open.Length)];
        for (int i = 0; i < batch.Length; i++)
        {
            (long pass, long place) = Math.DivRem((long)sftStep * batch.Length + i, open.Length);
            // Levels only ever open, so that their number of demonstrations tells which are.
            if (_ordered != ((int)pass, open.Length))
            {
                _ordered = ((int)pass, open.Length);
                _order = new Rng(Seeds.Derive("sft-pass", seed, pass)).Shuffle(open);
            }
            batch[i] = sequences[_order[place]];
        }
        return batch;
    }
}
