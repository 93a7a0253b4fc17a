using Sasr.Arena.Environments;

namespace Sasr.Arena.Evaluation.Suites;

/// <summary>What a suite says of the tasks and games that one of its keys names.</summary>
public sealed record SuiteEntry : MixEntry
{
    /// <summary>Problems for every level; null for the suite's.</summary>
    public int? Problems { get; set; }

    /// <inheritdoc/>
    public override MixEntry Over(MixEntry general)
    {
        var entry = (SuiteEntry)base.Over(general);
        return entry with { Problems = Problems ?? ((SuiteEntry)general).Problems };
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Weight is not (null or 0))
            throw new InputException("weight: a suite counts every problem once; write 0 to leave a task out, or how many problems it asks");
        if (Problems < 1)
            throw new InputException("problems: must be at least 1");
    }
}
