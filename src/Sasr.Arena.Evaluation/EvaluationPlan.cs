using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Episodes;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation;

/// <summary>What is asked in an evaluation. The same plan asks the same problems, in whatever order or company.</summary>
/// <param name="Targets">Environments with their levels.</param>
public sealed record EvaluationPlan(IReadOnlyList<EvaluationTarget> Targets)
{
    /// <summary>Name of the suite; null where the user put the plan together.</summary>
    public string? Suite { get; init; }

    /// <summary>The split that the problems are drawn from.</summary>
    public Split Split { get; init; } = Split.Test;

    /// <summary>The user's seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>How often each problem is put.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>How completions are drawn.</summary>
    public Decoding Decoding { get; init; } = new();

    /// <summary>The answer format of every question; null for each domain's own.</summary>
    public string? Format { get; init; }

    /// <summary>Share of the episodes that may stay unscored.</summary>
    public double MaxUnscored { get; init; } = Evaluator.MaxUnscored;

    /// <summary>The suite's rules of when a comparison of two results is a regression; null for the usual ones.</summary>
    public GateRules? Gate { get; init; }

    /// <summary>Seconds that an endpoint may take for one completion before it is asked again.</summary>
    public double CompletionSeconds { get; init; } = SuiteLimits.UsualCompletionSeconds;

    /// <summary>A plan of the environments that patterns such as <c>math/*</c> name.</summary>
    /// <param name="catalog">Where they are.</param>
    /// <param name="patterns">Ids or patterns; an environment that several name is asked once.</param>
    /// <param name="levels">Levels; null for all that an environment has.</param>
    /// <param name="problems">Problems for every level.</param>
    /// <exception cref="InputException">A pattern names nothing, or an environment lacks a level.</exception>
    public static async Task<EvaluationPlan> FromPatternsAsync(
        ArenaCatalog catalog,
        IReadOnlyList<string> patterns,
        IReadOnlyList<int>? levels,
        int problems)
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
            targets.Add(EvaluationTarget.Of(info, levels ?? [.. Enumerable.Range(1, info.Levels)], problems));
        }
        return new EvaluationPlan(targets);
    }

    /// <summary>The episodes of the plan; the samples of a problem one after the other.</summary>
    public IReadOnlyList<EpisodeRequest> Requests() =>
    [
        .. from target in Targets
           from level in target.Levels
           from index in Enumerable.Range(0, target.Problems)
           from sample in Enumerable.Range(0, Samples)
           select new EpisodeRequest(target.Environment, level, Split, Seed, sample, index),
    ];
}

/// <summary>An environment that is evaluated.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Version">Its version; results of different versions must not be compared.</param>
/// <param name="Tags">What it exercises.</param>
/// <param name="Levels">Difficulties, from 1.</param>
/// <param name="Problems">Problems for every level.</param>
public sealed record EvaluationTarget(
    string Environment, int Version, IReadOnlyList<string> Tags, IReadOnlyList<int> Levels, int Problems)
{
    /// <summary>An environment as the catalogue has it.</summary>
    public static EvaluationTarget Of(EnvironmentInfo info, IReadOnlyList<int> levels, int problems)
    {
        ArgumentNullException.ThrowIfNull(info);
        return new EvaluationTarget(info.Id, info.Version, info.Tags, levels, problems);
    }
}
