using Sasr.Arena.Agents;
using Sasr.Arena.Environments;
using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Evaluation.Suites;

/// <summary>An evaluation suite as its YAML says it; docs/evaluation.md explains every key.</summary>
public sealed class Suite
{
    /// <summary>One line: what it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>The split that the problems are drawn from.</summary>
    public Split Split { get; set; } = Split.Test;

    /// <summary>The same seed, the same problems.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>Problems for every level of every task.</summary>
    public int Problems { get; set; } = 100;

    /// <summary>How often each problem is put.</summary>
    public int Samples { get; set; } = 1;

    /// <summary>How completions are drawn.</summary>
    public Decoding Decoding { get; set; } = new();

    /// <summary>When to give up.</summary>
    public SuiteLimits Limits { get; set; } = new();

    /// <summary>When a comparison of two results of the suite is a regression; null for the usual rules.</summary>
    public GateRules? Gate { get; set; }

    /// <summary>Tasks and games, by id or pattern.</summary>
    public TaskMix<SuiteEntry> Tasks { get; set; } = [];

    /// <summary>Checks that the values are in range and fit each other.</summary>
    /// <exception cref="InputException">One does not; the message begins with its key.</exception>
    public void Validate()
    {
        if (!Tasks.Any())
            throw new InputException("tasks: there are none; name at least one, for example 'math/pick-two: {}'.");
        if (Problems < 1)
            throw new InputException("problems: must be at least 1.");
        if (Samples is < 1 or > MaxSamples)
            throw new InputException($"samples: must be from 1 to {MaxSamples}.");
        Decoding.Validate();
        Limits.Validate();
        ValidateGate();
    }

    private void ValidateGate()
    {
        try
        {
            Gate?.Validate();
        }
        catch (InputException e)
        {
            throw new InputException($"gate.{e.Message}", e);
        }
    }

    private const int MaxSamples = 1_000;
}
