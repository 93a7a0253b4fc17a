namespace Sasr.Arena.Checks;

/// <summary>A share that was measured, and Wilson's bounds of the true one at three standard deviations.</summary>
/// <param name="Hits">How often it was so.</param>
/// <param name="Trials">Of how many; at least 1.</param>
internal readonly record struct Proportion(double Hits, int Trials)
{
    private const double Z = 3;

    public double Share => Hits / Trials;

    public double Low => Math.Max(0, Centre - Spread);

    public double High => Math.Min(1, Centre + Spread);

    private double Centre => (Share + Z * Z / (2 * Trials)) / (1 + Z * Z / Trials);

    private double Spread =>
        Z / (1 + Z * Z / Trials) * Math.Sqrt(Share * (1 - Share) / Trials + Z * Z / (4.0 * Trials * Trials));
}
