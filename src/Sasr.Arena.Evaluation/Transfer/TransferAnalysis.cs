using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Statistics;

namespace Sasr.Arena.Evaluation.Transfer;

/// <summary>Works a study's matrices and summary numbers out of its evaluations.</summary>
/// <param name="design">Who was trained on what and asked what.</param>
/// <param name="evaluations">What was measured.</param>
/// <exception cref="InfrastructureException">Of some level, no problem was scored for all models.</exception>
public sealed class TransferAnalysis(TransferDesign design, TransferEvaluations evaluations)
{
    private readonly PairedProblems _problems = new(evaluations);

    /// <summary>Problems that could not be scored for some model and are in no figure.</summary>
    public int LeftOut => _problems.LeftOut;

    /// <summary>The targets, with how the starting points did.</summary>
    public IReadOnlyList<TargetResult> Targets() =>
    [
        .. design.Targets.Select(target => new TargetResult(
            target.Name, target.Environment, target.Version, target.Levels, target.Problems,
            Score.Rounded(Chance(target)),
            Score.Rounded(design.Seeds.Average(seed => Mean(target, stratum => _problems.Before(seed, stratum)))))),
    ];

    /// <summary>What every source did to every target.</summary>
    public TransferMatrix Matrix(string method) => new(method,
    [
        .. from source in design.Sources
           from target in design.Targets
           select new TransferCell(
               source.Name,
               target.Name,
               source.RelationTo(target.Environment, target.Levels[0]),
               Score.Rounded(design.Seeds.Average(seed => Mean(target, stratum => _problems.After(new TransferTraining(source.Name, method, seed), stratum)))),
               BySeed(TransferShare.Of(source, target), Gains(method))),
    ]);

    /// <summary>A matrix in a few numbers.</summary>
    public MethodSummary Summary(string method)
    {
        double[][] lost = [.. design.Seeds.Select(seed => design.Sources.Select(source => Forgetting(source, method, seed)).OfType<double>().ToArray())];
        return new MethodSummary(
            method,
            ByRelation(shares => BySeed(shares, Gains(method))),
            lost.All(seed => seed.Length > 0) ? GainEstimate.Of([.. lost.Select(seed => seed.Average())], problemError: null) : null);
    }

    /// <summary>A method beside another.</summary>
    public MethodDifference Difference(string method, string against)
    {
        double[] forgetting =
        [
            .. from source in design.Sources
               from seed in design.Seeds
               let difference = Forgetting(source, method, seed) - Forgetting(source, against, seed)
               where difference is not null
               select difference.Value,
        ];
        return new MethodDifference(
            method,
            against,
            ByRelation(shares => ByPair(shares, (source, seed, stratum) =>
                Minus(_problems.After(new TransferTraining(source, method, seed), stratum), _problems.After(new TransferTraining(source, against, seed), stratum)))),
            forgetting.Length > 0 ? GainEstimate.Of(forgetting, problemError: null) : null);
    }

    private List<RelationGain> ByRelation(Func<IReadOnlyList<TransferShare>, GainEstimate> estimate)
    {
        var gains = new List<RelationGain>();
        foreach (Relation relation in Enum.GetValues<Relation>())
        {
            IReadOnlyList<TransferShare> shares = TransferShare.Of(design.Sources, design.Targets, relation);
            if (shares.Count > 0)
                gains.Add(new RelationGain(relation, estimate(shares)));
        }
        return gains;
    }

    private Func<string, ulong, TaskLevel, double[]> Gains(string method) => (source, seed, stratum) =>
        Minus(_problems.After(new TransferTraining(source, method, seed), stratum), _problems.Before(seed, stratum));

    private GainEstimate BySeed(IReadOnlyList<TransferShare> shares, Func<string, ulong, TaskLevel, double[]> differences) => GainEstimate.Of(
        [.. design.Seeds.Select(seed => shares.Sum(share => share.Weight * differences(share.Source, seed, share.Stratum).Average()))],
        ErrorOf(shares, differences));

    private GainEstimate ByPair(IReadOnlyList<TransferShare> shares, Func<string, ulong, TaskLevel, double[]> differences) => GainEstimate.Of(
        [
            .. from source in shares.GroupBy(share => share.Source)
               let weight = source.Sum(share => share.Weight)
               from seed in design.Seeds
               select source.Sum(share => share.Weight / weight * differences(share.Source, seed, share.Stratum).Average()),
        ],
        ErrorOf(shares, differences));

    private double ErrorOf(IReadOnlyList<TransferShare> shares, Func<string, ulong, TaskLevel, double[]> differences) => ProblemError.Of(
        shares.Select(share => new WeightedDifferences(
            share.Stratum,
            share.Weight,
            MeanOf([.. design.Seeds.Select(seed => differences(share.Source, seed, share.Stratum))]),
            _problems.Questions(share.Stratum))));

    /// <summary>Null where the starting point solves no target that is not trained on better than chance.</summary>
    private double? Forgetting(TransferSource source, string method, ulong seed)
    {
        Func<string, ulong, TaskLevel, double[]> gains = Gains(method);
        TransferTarget[] known =
        [
            .. design.Targets.Where(target =>
                source.RelationTo(target.Environment, target.Levels[0]) != Relation.InTask && IsAboveChance(target, seed)),
        ];
        return known.Length == 0
            ? null
            : known.Average(target => Math.Min(0, Mean(target, stratum => gains(source.Name, seed, stratum))));
    }

    private bool IsAboveChance(TransferTarget target, ulong seed)
    {
        double[] right = [.. Strata(target).SelectMany(stratum => _problems.Before(seed, stratum))];
        return WilsonInterval.Of((int)right.Sum(), right.Length).Low > Chance(target);
    }

    private double Chance(TransferTarget target) => Mean(target, stratum =>
    {
        IReadOnlyList<string?> answers = _problems.Answers(stratum);
        string? commonest = answers.OfType<string>().GroupBy(answer => answer).MaxBy(same => same.Count())?.Key;
        return [.. answers.Select(answer => answer is not null && answer == commonest ? 1.0 : 0.0)];
    });

    private static double Mean(TransferTarget target, Func<TaskLevel, double[]> values) => Strata(target).Average(stratum => values(stratum).Average());

    private static IEnumerable<TaskLevel> Strata(TransferTarget target) => target.Levels.Select(level => new TaskLevel(target.Environment, level));

    private static double[] Minus(double[] after, double[] before) => [.. after.Zip(before, (one, other) => one - other)];

    private static double[] MeanOf(double[][] seeds) => [.. Enumerable.Range(0, seeds[0].Length).Select(problem => seeds.Average(seed => seed[problem]))];
}
