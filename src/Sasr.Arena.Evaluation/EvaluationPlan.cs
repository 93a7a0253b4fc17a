using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation;

/// <summary>What is asked in an evaluation. The same plan asks the same problems, in whatever order or company.</summary>
/// <param name="Targets">Environments with their levels.</param>
/// <param name="Problems">Problems for every level of every environment.</param>
/// <param name="Seed">The user's seed.</param>
/// <param name="Split">The split that the problems are drawn from.</param>
public sealed record EvaluationPlan(
    IReadOnlyList<EvaluationTarget> Targets,
    int Problems,
    ulong Seed = 0,
    Split Split = Split.Test)
{
    /// <summary>A plan of the environments that patterns such as <c>math/*</c> name.</summary>
    /// <param name="catalog">Where they are.</param>
    /// <param name="patterns">Ids or patterns; an environment that several name is asked once.</param>
    /// <param name="levels">Levels; null for all that an environment has.</param>
    /// <param name="problems">Problems for every level.</param>
    /// <param name="seed">The user's seed.</param>
    /// <param name="split">The split.</param>
    /// <exception cref="InputException">A pattern names nothing, or an environment lacks a level.</exception>
    public static async Task<EvaluationPlan> FromPatternsAsync(
        ArenaCatalog catalog,
        IReadOnlyList<string> patterns,
        IReadOnlyList<int>? levels,
        int problems,
        ulong seed = 0,
        Split split = Split.Test)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(patterns);
        var targets = new List<EvaluationTarget>();
        foreach (string id in patterns.SelectMany(catalog.Expand).Distinct().Order(StringComparer.Ordinal))
        {
            EnvironmentInfo info = await catalog.InfoAsync(id);
            foreach (int level in levels ?? [])
            {
                if (level < 1 || level > info.Levels)
                    throw new InputException($"{id} has no level {level}: its levels are 1 to {info.Levels}.");
            }
            targets.Add(new EvaluationTarget(id, info.Version, levels ?? [.. Enumerable.Range(1, info.Levels)]));
        }
        return new EvaluationPlan(targets, problems, seed, split);
    }

    /// <summary>The episodes of the plan.</summary>
    public IReadOnlyList<EpisodeRequest> Requests() =>
    [
        .. from target in Targets
           from level in target.Levels
           from index in Enumerable.Range(0, Problems)
           select new EpisodeRequest(target.Environment, level, Split, Seeds.Derive(Seed, target.Environment, level, index)),
    ];
}

/// <summary>An environment that is evaluated.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Version">Its version; results of different versions must not be compared.</param>
/// <param name="Levels">Difficulties, from 1.</param>
public sealed record EvaluationTarget(string Environment, int Version, IReadOnlyList<int> Levels);
