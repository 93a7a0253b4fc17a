// rewards/numeric.csx: a number, by value: 1,200 = 1200.0 = 1.2e3; 3/4 = 0.75 = 75%.
using System.Numerics;
using System.Text.RegularExpressions;

Reward(version: 1);

const int MaxLength = 200;
const int Tolerance = 1_000_000;   // one part in a million, and only where the answer is not a whole number

// Fractions of whole numbers of any size: nothing is rounded, and nothing overflows to infinity.
readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator);

double Score(Problem problem, string answer)
{
    if (Parse(problem.Answer) is not { } expected)
        throw new FormatException($"The task's own answer '{problem.Answer}' is no number.");
    return Parse(answer) is { } given && Equal(given, expected) ? 1 : 0;
}

bool Equal(Ratio given, Ratio expected)
{
    BigInteger scale = given.Denominator * expected.Denominator;
    BigInteger difference = BigInteger.Abs(given.Numerator * expected.Denominator - expected.Numerator * given.Denominator);
    if ((expected.Numerator % expected.Denominator).IsZero)
        return difference.IsZero;
    BigInteger size = BigInteger.Abs(expected.Numerator) * given.Denominator;
    return difference * Tolerance <= BigInteger.Max(scale, size);
}

// A decimal with or without thousands separators, exponent and percent sign, or a fraction of two whole numbers.
Ratio? Parse(string text)
{
    text = text.Trim();
    if (text.Length > MaxLength)
        return null;
    Match fraction = Regex.Match(text, @"^([+-]?[0-9]+) ?/ ?([0-9]+)\z");
    if (fraction.Success)
    {
        var denominator = BigInteger.Parse(fraction.Groups[2].Value);
        return denominator.IsZero ? null : new Ratio(BigInteger.Parse(fraction.Groups[1].Value), denominator);
    }

    Match number = Regex.Match(text, @"^([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?( ?%)?\z");
    string digits = number.Groups[2].Value.Replace(",", "") + number.Groups[3].Value;
    if (!number.Success || digits.Length == 0)
        return null;
    var value = BigInteger.Parse(number.Groups[1].Value + digits);
    int power = (number.Groups[4].Success ? int.Parse(number.Groups[4].Value) : 0)
        - number.Groups[3].Length
        - (number.Groups[5].Success ? 2 : 0);
    return power >= 0
        ? new Ratio(value * BigInteger.Pow(10, power), BigInteger.One)
        : new Ratio(value, BigInteger.Pow(10, -power));
}
