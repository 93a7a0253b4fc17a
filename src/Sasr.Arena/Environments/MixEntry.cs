namespace Sasr.Arena.Environments;

/// <summary>What a mix says of the tasks and games that one of its keys names; what is null, it does not say.</summary>
public record MixEntry
{
    private const double Heaviest = 1_000_000;

    /// <summary>How often each of them is asked, against the others; null: 1.</summary>
    public double? Weight { get; set; }

    /// <summary>The levels asked.</summary>
    public LevelChoice? Levels { get; set; }

    /// <summary>This entry, with what it leaves open taken from a more general one.</summary>
    public virtual MixEntry Over(MixEntry general)
    {
        ArgumentNullException.ThrowIfNull(general);
        return this with { Weight = Weight ?? general.Weight, Levels = Levels ?? general.Levels };
    }

    /// <summary>Checks that the values are in range.</summary>
    /// <exception cref="InputException">One is not; the message begins with its key.</exception>
    public virtual void Validate()
    {
        if (Weight is not (null or (>= 0 and <= Heaviest)))
            throw new InputException("weight: must be a number from 0 to 1,000,000");
    }
}
