namespace Sasr.Arena.Problems;

/// <summary>The part of a task's problems that a problem belongs to: 80 % train, 10 % validation, 10 % test.</summary>
public enum Split
{
    /// <summary>Problems to train on.</summary>
    Train,

    /// <summary>Problems to choose settings on.</summary>
    Validation,

    /// <summary>Held-out problems.</summary>
    Test,
}

/// <summary>
/// Decides the split of a problem by a hash of its question alone, so that no seed and no script can put
/// a train problem into test.
/// </summary>
public static class Splits
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Split> All { get; } = Enum.GetValues<Split>();

    /// <summary>The split that the question belongs to, on every platform and in every version the same.</summary>
    public static Split Of(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return (TextHash.Of(question) % 10) switch
        {
            < 8 => Split.Train,
            8 => Split.Validation,
            _ => Split.Test,
        };
    }
}
