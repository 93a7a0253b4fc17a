using System.Globalization;
using System.Numerics;

namespace Sasr.Arena.Checks.Arithmetic;

/// <summary>An exact fraction in lowest terms, its denominator positive.</summary>
internal readonly record struct Rational
{
    private const int MaxPower = 10_000;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Rational operator +(Rational a, Rational b) =>
        Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsOne)
            return new Rational(numerator, denominator);
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Rational(numerator / common, denominator / common);
    }

    /// <summary>A decimal of ASCII digits, such as <c>12.50</c>.</summary>
    public static Rational Parse(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return point < 0 ? new Rational(digits, BigInteger.One) : Of(digits, BigInteger.Pow(10, text.Length - point - 1));
    }

    /// <summary>Null where the divisor is 0.</summary>
    public Rational? Over(Rational divisor) => divisor.Numerator.IsZero
        ? null
        : Of(Numerator * divisor.Denominator, Denominator * divisor.Numerator);

    /// <summary>Null where the exponent is no whole number, or too large, or 0 is raised to a negative one.</summary>
    public Rational? Power(Rational exponent)
    {
        if (!exponent.Denominator.IsOne || BigInteger.Abs(exponent.Numerator) > MaxPower)
            return null;
        int power = (int)exponent.Numerator;
        if (power >= 0)
            return new Rational(BigInteger.Pow(Numerator, power), BigInteger.Pow(Denominator, power));
        return Numerator.IsZero ? null : Of(BigInteger.Pow(Denominator, -power), BigInteger.Pow(Numerator, -power));
    }

    /// <summary>Whether the two differ by no more than half a unit of the given decimal place.</summary>
    public bool IsAbout(Rational other, int decimals)
    {
        Rational difference = this - other;
        return 2 * BigInteger.Abs(difference.Numerator) * BigInteger.Pow(10, decimals) <= difference.Denominator;
    }

    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
