// rewards/numeric.csx: a number, by value: 1,200 = 1200.0 = 1.2e3; 3/4 = 0.75 = 75%; 1 1/2 = 1.5; with its unit or without.
using System.Globalization;
using System.Numerics;

Reward(version: 2);

const int MaxLength = 200;
const int Precision = 1_000_000;   // one part in a million, and only where the answer is not a whole number

// Fractions of whole numbers of any size: nothing is rounded, and nothing overflows to infinity.
readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    public bool IsWhole => Denominator.IsOne || (Numerator % Denominator).IsZero;
}

// data.tolerance: how far off an answer may be: 0.05, or { relative: 0.01 } for one per cent of the right one.
double Score(Problem problem, string answer)
{
    if (answer.Length > MaxLength)
        return 0;
    string text = problem.Answer, given = answer.Trim();
    if (Parse(text) is not { } expected)
    {
        (string number, string unit) = SplitUnit(text.Trim());
        expected = Parse(number) ?? throw new FormatException($"The task's own answer '{text}' is no number.");
        given = WithoutUnit(given, unit);
    }
    return Parse(given) is { } value && IsNear(value, expected, problem.Data) ? 1 : 0;
}

bool IsNear(Ratio given, Ratio expected, JsonElement? data)
{
    BigInteger scale = given.Denominator * expected.Denominator;
    BigInteger difference = BigInteger.Abs(given.Numerator * expected.Denominator - expected.Numerator * given.Denominator);
    BigInteger size = BigInteger.Abs(expected.Numerator) * given.Denominator;
    if (data is { ValueKind: JsonValueKind.Object } settings && settings.TryGetProperty("tolerance", out JsonElement tolerance))
    {
        bool relative = tolerance.ValueKind == JsonValueKind.Object;
        string text = relative ? tolerance.GetProperty("relative").GetRawText() : tolerance.GetRawText();
        Ratio most = Parse(text) ?? throw new FormatException($"data.tolerance is {tolerance}; it is a number, or {{ relative: number }}.");
        return difference * most.Denominator <= most.Numerator * (relative ? size : scale);
    }
    return expected.IsWhole ? difference.IsZero : difference * Precision <= BigInteger.Max(scale, size);
}

// 12 cm and 5 km/h end in a unit; $5 and -$5 have a sign of currency before the digits.
(string Number, string Unit) SplitUnit(string text)
{
    int sign = text.IndexOfAny(['$', '\u20ac', '\u00a3', '\u00a5']);
    if (sign is 0 or 1)
        return (text.Remove(sign, 1), text[sign..(sign + 1)]);
    int end = 0;
    while (end < text.Length && !char.IsLetter(text[end]) && text[end] is not ('\u00b0' or '\u20ac'))
        end++;
    return (text[..end].TrimEnd(), text[end..]);
}

// The unit may be left out; another one stays, and then there is no number.
string WithoutUnit(string given, string unit)
{
    if (unit.Length > 0 && given.EndsWith(unit, StringComparison.Ordinal))
        return given[..^unit.Length].TrimEnd();
    int sign = unit.Length == 1 ? given.IndexOf(unit[0]) : -1;
    return sign is 0 or 1 && !char.IsLetter(unit[0]) ? given.Remove(sign, 1) : given;
}

Ratio? Parse(string text)
{
    ReadOnlySpan<char> rest = text.AsSpan().Trim();
    if (rest.Length is 0 or > MaxLength)
        return null;
    bool negative = rest[0] is '-' or '\u2212';
    if (negative || rest[0] == '+')
        rest = rest[1..];
    Ratio? size = rest.Contains('/') ? Fraction(rest) : Decimal(rest);
    return negative && size is { } value ? new Ratio(-value.Numerator, value.Denominator) : size;
}

// 3/4, or 1 3/4.
Ratio? Fraction(ReadOnlySpan<char> text)
{
    int slash = text.IndexOf('/');
    ReadOnlySpan<char> above = text[..slash].TrimEnd(' ');
    int space = above.LastIndexOf(' ');
    if (Whole(above[(space + 1)..]) is not { } numerator || Whole(text[(slash + 1)..].TrimStart(' ')) is not { } denominator || denominator.IsZero)
        return null;
    if (space < 0)
        return new Ratio(numerator, denominator);
    return numerator < denominator && Whole(above[..space].TrimEnd(' ')) is { } whole
        ? new Ratio(whole * denominator + numerator, denominator)
        : null;
}

// A decimal with or without thousands separators, exponent and percent sign.
Ratio? Decimal(ReadOnlySpan<char> text)
{
    int power = 0;
    if (text.EndsWith("%"))
    {
        text = text[..^1].TrimEnd(' ');
        power = -2;
    }
    int exponent = text.IndexOfAny('e', 'E');
    if (exponent >= 0)
    {
        ReadOnlySpan<char> digits = text[(exponent + 1)..];
        bool negative = digits.StartsWith("-");
        if (negative || digits.StartsWith("+"))
            digits = digits[1..];
        if (digits.Length > 3 || Whole(digits) is not { } size)
            return null;
        power += negative ? -(int)size : (int)size;
        text = text[..exponent];
    }

    int point = text.IndexOf('.');
    ReadOnlySpan<char> whole = point < 0 ? text : text[..point], places = point < 0 ? [] : text[(point + 1)..];
    string kept = whole.Contains(',') ? Ungrouped(whole) : whole.ToString();
    if (kept.Length + places.Length == 0 || (whole.Length > 0 && kept.Length == 0) || Whole(string.Concat(kept, places)) is not { } value)
        return null;
    power -= places.Length;
    return power >= 0
        ? new Ratio(value * BigInteger.Pow(10, power), BigInteger.One)
        : new Ratio(value, BigInteger.Pow(10, -power));
}

// 1,200,000; nothing where the commas stand elsewhere.
string Ungrouped(ReadOnlySpan<char> text)
{
    int first = text.IndexOf(',');
    if (first is < 1 or > 3 || (text.Length - first) % 4 != 0)
        return "";
    for (int i = first; i < text.Length; i += 4)
    {
        if (text[i] != ',' || text.Slice(i + 1, 3).Contains(','))
            return "";
    }
    return text.ToString().Replace(",", "");
}

BigInteger? Whole(ReadOnlySpan<char> digits) =>
    digits.Length > 0 && BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger value) ? value : null;
