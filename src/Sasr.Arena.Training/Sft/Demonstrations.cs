using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Recipes;

namespace Sasr.Arena.Training.Sft;

/// <summary>The worked solutions that SFT trains on: the oracle's episodes, in an order of its own for every pass.</summary>
internal sealed class Demonstrations(IReadOnlyList<TrainingSequence> sequences, ulong seed)
{
    private int _pass = -1;
    private int[] _order = [];

    public IReadOnlyList<TrainingSequence> Sequences => sequences;

    /// <summary>Plays the oracle through the recipe's demonstrations.</summary>
    /// <exception cref="InputException">An environment has no worked solutions, or the tokenizer lacks one of their characters.</exception>
    public static async Task<Demonstrations> PlayAsync(Recipe recipe, Policy policy, EpisodeRunner runner, CancellationToken ct)
    {
        IEnumerable<EpisodeRequest> requests = recipe.Tasks.SelectMany(pair =>
            EpisodeRequests.Spread(pair.Key, pair.Value.Levels, pair.Value.Demonstrations, Split.Train, recipe.Seed, "demonstration"));
        return new Demonstrations(await SequencesAsync([.. requests], policy, runner, ct), recipe.Seed);
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

    /// <summary>The batch of the SFT step of that number, counted from 0: passes over all demonstrations, each shuffled anew.</summary>
    public IReadOnlyList<TrainingSequence> Batch(int sftStep, int size)
    {
        if (sequences.Count == 0)
            throw new InputException("tasks: SFT was asked for, but there are no demonstrations.");
        var batch = new TrainingSequence[Math.Min(size, sequences.Count)];
        for (int i = 0; i < batch.Length; i++)
        {
            (long pass, long place) = Math.DivRem((long)sftStep * batch.Length + i, sequences.Count);
            if (pass != _pass)
            {
                _pass = (int)pass;
                _order = new Rng(Seeds.Derive("sft-pass", seed, pass)).Shuffle(Enumerable.Range(0, sequences.Count));
            }
            batch[i] = sequences[_order[place]];
        }
        return batch;
    }
}
