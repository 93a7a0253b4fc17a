namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>Who is trained on what and asked what: every source with every method and seed, and all of them every target.</summary>
/// <param name="Sources">What is trained on.</param>
/// <param name="Methods">The schedules that are compared.</param>
/// <param name="Seeds">Of the trainings.</param>
/// <param name="Plan">The problems that the starting points and the trained models are asked.</param>
public sealed record TransferDesign(
    IReadOnlyList<TransferSource> Sources, IReadOnlyList<string> Methods, IReadOnlyList<ulong> Seeds, EvaluationPlan Plan)
{
    /// <summary>The plan's tasks and levels as rows of a matrix.</summary>
    public IReadOnlyList<TransferTarget> Targets { get; } = TransferTarget.Of(Sources, Plan);

    /// <summary>All trainings, seed by seed, so that an unfinished study has whole replicates.</summary>
    public IReadOnlyList<TransferTraining> Trainings =>
    [
        .. from seed in Seeds
           from source in Sources
           from method in Methods
           select new TransferTraining(source.Name, method, seed),
    ];
}

/// <summary>One training of a study.</summary>
/// <param name="Source">Name of what is trained on.</param>
/// <param name="Method">Name of the schedule.</param>
/// <param name="Seed">Of all that is random in it.</param>
public sealed record TransferTraining(string Source, string Method, ulong Seed);
