using Sasr.Arena.Episodes;
using Sasr.Arena.Models.Generation;
using Sasr.Arena.Models.Policies;
using Sasr.Arena.Problems;
using Sasr.Arena.Training.Batches;
using Sasr.Arena.Training.Recipes;
using Sasr.Arena.Training.Sft;

namespace Sasr.Arena.Training;

/// <summary>
/// Measures the policy on problems of the validation split: greedy accuracy by task, on all of
/// its levels whether a curriculum has opened them or not, and the likelihood of their worked
/// solutions, which tells how far the policy is from the distribution of the demonstrations.
/// </summary>
internal sealed class Validation
{
    private readonly Recipe _recipe;
    private readonly Policy _policy;
    private readonly EpisodeRunner _runner;
    private readonly SftStep _sft;
    private readonly EpisodeRequest[] _requests;
    private readonly IReadOnlyList<TrainingSequence> _heldOut;

    private Validation(
        Recipe recipe, Policy policy, EpisodeRunner runner, SftStep sft,
        EpisodeRequest[] requests, IReadOnlyList<TrainingSequence> heldOut)
    {
        (_recipe, _policy, _runner, _sft) = (recipe, policy, runner, sft);
        (_requests, _heldOut) = (requests, heldOut);
    }

    public static async Task<Validation> CreateAsync(
        Recipe recipe, IReadOnlyList<TrainingTask> tasks, Policy policy, EpisodeRunner runner, SftStep sft, CancellationToken ct)
    {
        EpisodeRequest[] requests = recipe.Validation.Every == 0 ? [] :
        [
            .. tasks.SelectMany(task => EpisodeRequests.Spread(
                task.Id, task.Levels, recipe.Validation.Problems, Split.Validation, recipe.Seed, "validation")),
        ];
        IReadOnlyList<TrainingSequence> heldOut = requests.Length == 0
            ? []
            : await Demonstrations.SequencesAsync(requests, policy, runner, ct);
        return new Validation(recipe, policy, runner, sft, requests, heldOut);
    }

    /// <summary>Whether it is time after so many steps.</summary>
    public bool IsDue(int steps) => _recipe.Validation.Every > 0 && steps % _recipe.Validation.Every == 0;

    /// <summary>Adds <c>validation/…</c> and <c>schedule/divergence</c> (nats a token) to a step's metrics.</summary>
    public async Task MeasureAsync(Dictionary<string, double> metrics)
    {
        if (_requests.Length == 0)
            return;
        metrics["schedule/divergence"] = _sft.Loss(_heldOut);
        var agent = new PolicyAgent(_policy, new SamplingOptions(_recipe.MaxTokens, Temperature: 0), seed: 0);
        IReadOnlyList<Episode> episodes = await _runner.RunAsync(_requests, agent);
        Episode[] scored = [.. episodes.Where(episode => episode.Reward.IsScored)];
        foreach (IGrouping<string, Episode> task in scored.GroupBy(episode => episode.Request.Environment))
            metrics[$"validation/{task.Key}/accuracy"] = task.Average(Correct);
        metrics["validation/accuracy"] = scored.Select(Correct).DefaultIfEmpty().Average();

        static double Correct(Episode episode) => episode.Reward.IsCorrect ? 1 : 0;
    }
}
