using System.Collections.Concurrent;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Agents.Baselines;

/// <summary>
/// What chance earns: the worked action of another problem of the same task and level, in the same answer format; in a game,
/// another episode's at the same turn. It draws from the train split, and from the next that has problems where a data set has no
/// train problems.
/// </summary>
/// <param name="catalog">Where the environments are.</param>
/// <param name="overrides">What the episodes' runner changes in them.</param>
public sealed class RandomAgent(ArenaCatalog catalog, EnvironmentOverrides? overrides = null) : IAgent
{
    // Others that are looked at for one that is not the same problem, and lasts long enough.
    private const int MaxDraws = 16;

    private readonly ConcurrentDictionary<string, Lazy<Task<Func<IEnvironment>>>> _factories = new();

    /// <inheritdoc/>
    /// <exception cref="InputException">An environment has no worked solutions.</exception>
    public async ValueTask<IReadOnlyList<AgentAction>> ActAsync(IReadOnlyList<Conversation> conversations, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return await Task.WhenAll(conversations.Select(conversation => ActAsync(conversation, ct)));
    }

    private async Task<AgentAction> ActAsync(Conversation conversation, CancellationToken ct)
    {
        Func<IEnvironment> create = await FactoryAsync(conversation.Environment.Id);
        string? action = null;
        try
        {
            for (int draw = 0; draw < MaxDraws; draw++)
            {
                await using IEnvironment other = create();
                Observation first = await ResetAsync(other, conversation, draw, ct);
                Observation? turn = await PlayAsync(other, first, conversation.History.Count, ct);
                action = turn?.Demonstration ?? action ?? first.Demonstration
                    ?? throw new InputException($"{conversation.Environment.Id} has no worked solutions (a game gives them in string Oracle()).");
                if (turn is not null && !IsSameQuestion(turn, conversation))
                    break;
            }
        }
        catch (InfrastructureException e)
        {
            return AgentAction.Failed(e.Message);
        }
        return new AgentAction(action!);
    }

    private static async Task<Observation> ResetAsync(IEnvironment other, Conversation conversation, int draw, CancellationToken ct)
    {
        ulong seed = Seeds.Derive("random", conversation.Id, draw);
        InputException? refusal = null;
        foreach (Split split in Enum.GetValues<Split>())
        {
            try
            {
                return await other.ResetAsync(seed, new ResetOptions(conversation.Level, split), ct);
            }
            catch (InputException e)
            {
                refusal ??= e;
            }
        }
        throw refusal!;
    }

    // Games often begin with the same words.
    private static bool IsSameQuestion(Observation turn, Conversation conversation) =>
        conversation.Environment.MaxTurns == 1 && turn.Text == conversation.Observation.Text;

    /// <summary>The other episode after so many of its own worked actions; null where it has ended before.</summary>
    private static async Task<Observation?> PlayAsync(IEnvironment other, Observation observation, int turns, CancellationToken ct)
    {
        for (int turn = 0; turn < turns; turn++)
        {
            if (observation.Demonstration is not { } action)
                return null;
            StepResult step = await other.StepAsync(action, ct);
            if (step.Terminated || step.Truncated)
                return null;
            observation = step.Observation;
        }
        return observation;
    }

    private Task<Func<IEnvironment>> FactoryAsync(string id) => _factories
        .GetOrAdd(id, _ => new Lazy<Task<Func<IEnvironment>>>(() => catalog.FactoryAsync(id, overrides?.Format, overrides?.Rewards)))
        .Value;
}
