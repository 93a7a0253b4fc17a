namespace Sasr.Arena.Training;

/// <summary>A gradient that is not a number or far too large; the weights were not moved by it.</summary>
internal sealed class DivergenceException(double norm, double limit)
    : Exception(double.IsFinite(norm)
        ? $"the gradient norm is {norm:G4}, past optimizer.stop_norm ({limit:G4})"
        : $"the gradient norm is {norm}")
{
    public double Norm => norm;
}
