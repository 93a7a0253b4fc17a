using Sasr.Arena.Problems;

namespace Sasr.Arena.Training.Curricula;

/// <summary>
/// The levels of one task, opening one after another: the next opens when the success rate over the last rollouts on the
/// highest open level reaches the gate. The rollouts counted are those on that level alone, so the count begins anew with
/// each level.
/// </summary>
internal sealed class TaskCurriculum
{
    private readonly IReadOnlyList<int> _levels;
    private readonly int _window;
    private readonly double _gate;
    private readonly double _keep;
    private readonly Queue<bool> _recent = new();
    private int _open;

    /// <param name="levels">In the order in which they open.</param>
    /// <param name="recipe">With a value for every key.</param>
    public TaskCurriculum(IReadOnlyList<int> levels, CurriculumRecipe recipe)
    {
        _levels = levels;
        (_gate, _window, _keep) = (recipe.Gate!.Value, recipe.Window!.Value, recipe.Keep!.Value);
        _open = Math.Min(recipe.Start!.Value, levels.Count);
    }

    /// <summary>The highest open level.</summary>
    public int Level => _levels[_open - 1];

    /// <summary>The success rate so far on the highest open level; null where nothing was scored on it.</summary>
    public double? Success => _recent.Count == 0 ? null : Rate();

    public CurriculumState State
    {
        get => new(_open, string.Concat(_recent.Select(right => right ? '1' : '0')));
        set
        {
            // The recipe may have been edited between two parts of a run.
            _open = Math.Clamp(value.Open, 1, _levels.Count);
            _recent.Clear();
            if (_open != value.Open)
                return;
            foreach (char right in value.Recent)
                Add(right == '1');
        }
    }

    public bool IsOpen(int level) => _levels.Take(_open).Contains(level);

    /// <summary>The level of a prompt: mostly the highest open one, now and then one of those below it.</summary>
    public int Draw(Rng rng) => _open > 1 && rng.Chance(_keep) ? _levels[rng.Integer(0, _open - 2)] : Level;

    /// <summary>Takes in the scored rollouts of a step; at most one level opens.</summary>
    public void Observe(IEnumerable<(int Level, bool Right)> rollouts)
    {
        foreach ((_, bool right) in rollouts.Where(rollout => rollout.Level == Level))
            Add(right);
        if (_open == _levels.Count || _recent.Count < _window || Rate() < _gate)
            return;
        _open++;
        _recent.Clear();
    }

    private void Add(bool right)
    {
        _recent.Enqueue(right);
        if (_recent.Count > _window)
            _recent.Dequeue();
    }

    private double Rate() => (double)_recent.Count(right => right) / _recent.Count;
}
