using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Policies;

namespace Sasr.Arena.Training.Batches;

/// <summary>An episode as one sequence of tokens; only those that the agent wrote carry a gradient.</summary>
/// <param name="Tokens">From the first observation to the last action.</param>
/// <param name="Written">Which of them the agent wrote; as long as <paramref name="Tokens"/>.</param>
public sealed record TrainingSequence(int[] Tokens, bool[] Written)
{
    /// <summary>Number of tokens that the agent wrote.</summary>
    public int WrittenCount { get; } = Written.Count(written => written);

    /// <summary>The sequence of an episode: observations, and the actions taken on them as the policy's tokens.</summary>
    /// <param name="episode">With at least one turn.</param>
    /// <param name="policy">Whose tokenizer and style give the tokens.</param>
    public static TrainingSequence Of(Episode episode, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(policy);
        var tokens = new List<int>();
        var written = new List<bool>();
        for (int turn = 0; turn < episode.Turns.Count; turn++)
        {
            Exchange exchange = episode.Turns[turn];
            var conversation = new Conversation(0, episode.Environment, [.. episode.Turns.Take(turn)], exchange.Observation);
            Append(policy.Prompt(conversation).Skip(tokens.Count), false);
            Append(policy.Completion(exchange.Action), true);
        }
        return new TrainingSequence([.. tokens], [.. written]);

        void Append(IEnumerable<int> added, bool byAgent)
        {
            foreach (int token in added)
            {
                tokens.Add(token);
                written.Add(byAgent);
            }
        }
    }
}
