using Sasr.Arena.Environments;
using Sasr.Arena.Rewards;
using Sasr.Arena.Training.Curricula;
using Sasr.Arena.Training.Grpo;
using Sasr.Arena.Training.Schedules;
using Sasr.Arena.Training.Sft;

namespace Sasr.Arena.Training.Recipes;

/// <summary>A training run, as its YAML says it. Every property is a key (<c>snake_case</c>), with its default.</summary>
public sealed class Recipe
{
    /// <summary>All randomness of the run derives from it.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Where to compute: <c>cpu</c>, <c>cuda</c>, or <c>auto</c> for CUDA where there is one.</summary>
    public string Device { get; set; } = "auto";

    /// <summary>CPU threads; part of what makes a run repeatable to the bit.</summary>
    public int Threads { get; set; } = 2;

    /// <summary>The decoder.</summary>
    public ModelRecipe Model { get; set; } = new();

    /// <summary>What is trained on: tasks and games by id or pattern.</summary>
    public TaskMix<TaskRecipe> Tasks { get; set; } = [];

    /// <summary>Worked solutions, shared out by weight among the tasks that have no number of their own; null: 500 for each of these.</summary>
    public int? Demonstrations { get; set; }

    /// <summary>How the levels of all tasks open; null: all are open, but for the tasks that say so themselves.</summary>
    public CurriculumRecipe? Curriculum { get; set; }

    /// <summary>Answer format; null for each domain's own.</summary>
    public string? Format { get; set; }

    /// <summary>Whether the model is shown the environments' instructions; a tiny one cannot read them.</summary>
    public bool Instructions { get; set; }

    /// <summary>What makes the reward: components with their weights, or a rule such as <c>gate</c>; null for each domain's own.</summary>
    public RewardMix? Rewards { get; set; } = RewardMix.AnswerOnly;

    /// <summary>Most tokens of one completion.</summary>
    public int MaxTokens { get; set; } = 64;

    /// <summary>When the run ends.</summary>
    public BudgetRecipe Budget { get; set; } = new();

    /// <summary>Which step comes next.</summary>
    public ScheduleRecipe Schedule { get; set; } = new();

    /// <summary>Steps on the worked solutions.</summary>
    public SftRecipe Sft { get; set; } = new();

    /// <summary>Steps on the rewards.</summary>
    public GrpoRecipe Grpo { get; set; } = new();

    /// <summary>AdamW, for both kinds of step; each kind has moments of its own.</summary>
    public OptimizerRecipe Optimizer { get; set; } = new();

    /// <summary>Accuracy on the validation split while training.</summary>
    public ValidationRecipe Validation { get; set; } = new();

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointEvery { get; set; } = 100;

    /// <summary>Checkpoints kept, beside the one at the end of the warm-up.</summary>
    public int CheckpointsKept { get; set; } = 2;

    /// <summary>Share of the last rollouts' episodes that may be unscored before the run stops.</summary>
    public double MaxUnscored { get; set; } = 0.02;
}
