// rewards/shared/expression-values.csx: whether two expressions have the same value wherever they have one.
using System.Numerics;

const int ExactPoints = 3; // where expressions without roots and functions are compared, with nothing rounded
const int RealPoints = 6;  // where others are
const double Tolerance = 1e-11;
const int MaxDigits = 5;   // of a number beside a root: longer ones are approximations of it, unless the task's answer has them

bool AreEqual(Node given, Node expected) => Compare(given, expected, proportional: false);

bool AreProportional(Node given, Node expected) => Compare(given, expected, proportional: true);

// At points that the expressions themselves choose. Where both are undefined, a point says nothing; where one is, they differ.
bool Compare(Node given, Node expected, bool proportional)
{
    if (!IsExpression(given) || !IsExpression(expected))
        return false;
    string[] symbols = [.. Symbols(expected)];
    if (Symbols(given).Any(symbol => !symbols.Contains(symbol)))
        return false;
    ulong state = Hash(given, Hash(expected, 14695981039346656037UL));
    var point = new Dictionary<string, Ratio>();
    bool exact = given.IsRational && expected.IsRational;
    if (!exact && HasApproximations(given, expected))
        return false;

    int needed = symbols.Length == 0 ? 1 : exact ? ExactPoints : RealPoints;
    if (proportional)
        needed++;
    (Ratio Given, Ratio Expected)? firstExact = null;
    (Complex Given, Complex Expected)? firstReal = null;
    for (int tries = symbols.Length == 0 && !proportional ? 1 : 4 * needed, agreed = 0; tries > 0; tries--)
    {
        foreach (string symbol in symbols)
            point[symbol] = exact ? WholePoint(ref state) : RealPoint(ref state, tries);
        if (exact)
        {
            Ratio? left = Exact(given, point), right = Exact(expected, point);
            if (left is null && right is null)
                continue;
            if (left is not { } a || right is not { } b)
                return false;
            if (proportional)
            {
                if (a.Numerator.IsZero || b.Numerator.IsZero)
                {
                    if (a.Numerator.IsZero != b.Numerator.IsZero)
                        return false;
                    continue;
                }
                firstExact ??= (a, b);
                (a, b) = (a.Times(firstExact.Value.Expected), b.Times(firstExact.Value.Given));
            }
            if (a.Numerator * b.Denominator != b.Numerator * a.Denominator)
                return false;
        }
        else
        {
            bool real = !Mentions(given, "i") && !Mentions(expected, "i");
            Complex a = Defined(Inexact(given, point), real), b = Defined(Inexact(expected, point), real);
            if (!Complex.IsFinite(a) && !Complex.IsFinite(b))
                continue;
            if (!Complex.IsFinite(a) || !Complex.IsFinite(b))
                return false;
            if (proportional)
            {
                if (a == Complex.Zero || b == Complex.Zero)
                    return false;
                firstReal ??= (a, b);
                (a, b) = (a * firstReal.Value.Expected, b * firstReal.Value.Given);
            }
            if (Complex.Abs(a - b) > Tolerance * Math.Max(Complex.Abs(a), Complex.Abs(b)))
                return false;
        }
        if (++agreed == needed)
            return true;
    }
    return false;
}

// FNV-1a: an answer that is made to be right at the points that another one chose, chooses others.
ulong Hash(Node node, ulong hash)
{
    hash = (hash ^ (ulong)node.Kind) * 1099511628211UL;
    if (node.Kind == Kind.Number)
        hash = (hash ^ (ulong)(node.Value!.Value.Numerator & ulong.MaxValue)) * 1099511628211UL;
    foreach (char c in node.Name.AsSpan())
        hash = (hash ^ c) * 1099511628211UL;
    foreach (Node part in node.Parts)
        hash = Hash(part, hash);
    return hash;
}

Ratio WholePoint(ref ulong state)
{
    long value = (long)(Next(ref state) >> 43) + 2;
    return new Ratio(Next(ref state) >> 63 == 0 ? value : -value, BigInteger.One);
}

// Half of them inside (-1, 1), where inverse functions are defined; some below 0 for certain, where the root of a square is not its base.
Ratio RealPoint(ref ulong state, int tries)
{
    long thousandths = tries % 2 == 0 ? 50 + (long)(Next(ref state) % 900) : 1_100 + (long)(Next(ref state) % 2_000);
    bool isNegative = Next(ref state) % 4 == 0 || tries % 4 == 3;
    return new Ratio(isNegative ? -thousandths : thousandths, 1_000);
}

// SplitMix64.
ulong Next(ref ulong state)
{
    ulong z = state += 0x9E3779B97F4A7C15UL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
    return z ^ (z >> 31);
}

// Of real expressions, a value that is not real is none; what rounding leaves of an imaginary part does not count.
Complex Defined(Complex value, bool real) =>
    real && Math.Abs(value.Imaginary) > 1e-9 * Complex.Abs(value) ? new Complex(double.NaN, 0) : value;

Ratio? Exact(Node node, Dictionary<string, Ratio> point)
{
    if (node.Value is { } constant)
        return constant;
    if (node.Kind == Kind.Symbol)
        return point[node.Name];
    if (Exact(node.Parts[0], point) is not { } left)
        return null;
    if (node.Kind == Kind.Negative)
        return new Ratio(-left.Numerator, left.Denominator);
    if (Exact(node.Parts[1], point) is not { } right)
        return null;
    return Ratio.Of(node.Kind, left, right);
}

Complex Inexact(Node node, Dictionary<string, Ratio> point)
{
    switch (node.Kind)
    {
        case Kind.Number:
            return node.Value!.Value.ToDouble();
        case Kind.Symbol:
            return node.Name switch { "pi" => Math.PI, "e" => Math.E, "i" => Complex.ImaginaryOne, _ => point[node.Name].ToDouble() };
    }
    Complex left = Inexact(node.Parts[0], point);
    if (node.Kind == Kind.Negative)
        return -left;
    if (node.Kind == Kind.Function)
        return Apply(node.Name, left, node.Parts.Length > 1 ? Inexact(node.Parts[1], point) : 10);
    Complex right = Inexact(node.Parts[1], point);
    return node.Kind switch
    {
        Kind.Sum => left + right,
        Kind.Product => left * right,
        Kind.Quotient => right == Complex.Zero ? new Complex(double.NaN, 0) : left / right,
        _ => Power(left, right, node.Parts[1].Value),
    };
}

Complex Power(Complex value, Complex exponent, Ratio? exact)
{
    if (exact?.Reduced() is not { } ratio)
        return Complex.Pow(value, exponent);
    if (ratio.Denominator.IsOne && BigInteger.Abs(ratio.Numerator) <= MaxExponent)
    {
        Complex power = Complex.One;
        for (int i = (int)BigInteger.Abs(ratio.Numerator); i > 0; i--)
            power *= value;
        return ratio.Numerator.Sign >= 0 ? power : value == Complex.Zero ? new Complex(double.NaN, 0) : 1 / power;
    }
    // The real root of a negative number, where its degree is odd.
    if (value is { Imaginary: 0, Real: < 0 } && !ratio.Denominator.IsEven)
        return (ratio.Numerator.IsEven ? 1 : -1) * Math.Pow(-value.Real, ratio.ToDouble());
    return ratio is { Numerator.IsOne: true } && ratio.Denominator == 2 ? Complex.Sqrt(value) : Complex.Pow(value, exponent);
}

Complex Apply(string function, Complex x, Complex @base) => function switch
{
    "sin" => Complex.Sin(x),
    "cos" => Complex.Cos(x),
    "tan" => Complex.Tan(x),
    "cot" => 1 / Complex.Tan(x),
    "sec" => 1 / Complex.Cos(x),
    "csc" => 1 / Complex.Sin(x),
    "arcsin" => Complex.Asin(x),
    "arccos" => Complex.Acos(x),
    "arctan" => Complex.Atan(x),
    "sinh" => Complex.Sinh(x),
    "cosh" => Complex.Cosh(x),
    "tanh" => Complex.Tanh(x),
    "exp" => Complex.Exp(x),
    "ln" => x == Complex.Zero ? new Complex(double.NaN, 0) : Complex.Log(x),
    "log" => x == Complex.Zero ? new Complex(double.NaN, 0) : Complex.Log(x) / Complex.Log(@base),
    _ => Complex.Abs(x),
};

bool HasApproximations(Node given, Node expected)
{
    var known = new HashSet<Ratio>();
    Numbers(expected, known);
    var used = new HashSet<Ratio>();
    Numbers(given, used);
    return used.Any(number => number.Digits > MaxDigits && !known.Contains(number));
}

void Numbers(Node node, HashSet<Ratio> numbers)
{
    if (node.Kind == Kind.Number)
        numbers.Add(node.Value!.Value);
    foreach (Node part in node.Parts)
        Numbers(part, numbers);
}
