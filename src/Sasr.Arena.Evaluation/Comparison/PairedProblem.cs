namespace Sasr.Arena.Evaluation.Comparison;

/// <summary>How two agents did on the same problem.</summary>
/// <param name="Environment">Id of a task or game.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Index">Which problem of the level, from 0.</param>
/// <param name="Pairs">Samples that are scored on both sides.</param>
/// <param name="BaseCorrect">Those of them that the base has right.</param>
/// <param name="HeadCorrect">Those of them that the head has right.</param>
/// <param name="LeftOut">Samples that are unscored on either side, and in no figure.</param>
public sealed record PairedProblem(string Environment, int Level, int Index, int Pairs, int BaseCorrect, int HeadCorrect, int LeftOut = 0)
{
    /// <summary>The base's share of right samples; not a number where there is no pair.</summary>
    public double BaseAccuracy => (double)BaseCorrect / Pairs;

    /// <summary>The head's share of right samples; not a number where there is no pair.</summary>
    public double HeadAccuracy => (double)HeadCorrect / Pairs;

    /// <summary>Head minus base, in [-1, 1].</summary>
    public double Difference => (double)(HeadCorrect - BaseCorrect) / Pairs;
}
