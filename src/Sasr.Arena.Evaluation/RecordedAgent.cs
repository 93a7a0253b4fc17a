using Sasr.Arena.Agents;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation;

/// <summary>Acts as an agent did in an evaluation, so that its episodes can be scored anew without asking it.</summary>
public sealed class RecordedAgent : IAgent
{
    private readonly Dictionary<ulong, (EpisodeRecord Episode, TurnRecord Turn)> _turns = [];

    /// <summary>Knows what the result kept.</summary>
    public RecordedAgent(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (EpisodeRecord episode in result.Episodes)
        {
            var request = new EpisodeRequest(episode.Environment, episode.Level, result.Split, result.Seed, episode.Sample, episode.Index);
            for (int turn = 0; turn < episode.Turns.Count; turn++)
                _turns[request.ConversationId(turn)] = (episode, episode.Turns[turn]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">A problem is another than the one that was answered.</exception>
    public ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return ValueTask.FromResult<IReadOnlyList<AgentAction>>([.. conversations.Select(Act)]);
    }

    private AgentAction Act(Conversation conversation)
    {
        if (!_turns.TryGetValue(conversation.Id, out (EpisodeRecord Episode, TurnRecord Turn) kept))
            return AgentAction.Failed("nothing is recorded of this turn");
        if (kept.Turn.Observation != conversation.Observation.Text)
        {
            throw new InputException(
                $"{kept.Episode.Environment} level {kept.Episode.Level} problem {kept.Episode.Index} asks something else than when it was answered: evaluate the agent again.");
        }
        return new AgentAction(kept.Turn.Action);
    }
}
