// rewards/shared/expression.csx: an expression as a tree, and the fractions in it.
using System.Globalization;
using System.Numerics;

const int MaxExponent = 1000;
const int MaxBits = 30_000; // of a whole number on the way

enum Kind { Number, Symbol, Negative, Sum, Product, Quotient, Power, Function, Group, Union, Relation }

// Name: of a symbol or function; the brackets of a group ("{}", "[)"); the signs of a relation.
sealed class Node
{
    public Node(Kind kind, string name, Ratio? value, params Node[] parts)
    {
        (Kind, Name, Parts) = (kind, name, parts);
        if (kind is Kind.Number)
            Value = value;
        else if (kind is Kind.Negative && parts[0].Value is { } positive)
            Value = new Ratio(-positive.Numerator, positive.Denominator);
        else if (kind is Kind.Sum or Kind.Product or Kind.Quotient or Kind.Power && parts[0].Value is { } left && parts[1].Value is { } right)
            Value = Ratio.Of(kind, left, right)?.Reduced();
        IsRational = kind switch
        {
            Kind.Function => false,
            Kind.Symbol => name is not ("pi" or "e" or "i"),
            Kind.Power => parts[0].IsRational && parts[1].Value is { } exponent && (exponent.Denominator.IsOne || Value is not null),
            _ => parts.All(part => part.IsRational),
        };
    }

    public Kind Kind { get; }
    public string Name { get; }
    public Node[] Parts { get; }

    // Of an expression without symbols, functions and roots that do not come out; null where it has none.
    public Ratio? Value { get; }

    // Whether it has an exact value wherever its symbols have one.
    public bool IsRational { get; }
}

readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    public int Digits => BigInteger.Abs(Numerator).ToString(CultureInfo.InvariantCulture).Length;

    public static Ratio? Of(Kind kind, Ratio left, Ratio right)
    {
        Ratio? value = kind switch
        {
            Kind.Sum => left.Plus(right),
            Kind.Product => left.Times(right),
            Kind.Quotient => left.Over(right),
            _ => right.Denominator.IsOne ? left.ToThe(right.Numerator) : left.Root(right),
        };
        return value is { } found && found.Numerator.GetBitLength() + found.Denominator.GetBitLength() > MaxBits ? null : value;
    }

    public Ratio Plus(Ratio other) => new(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

    public Ratio Times(Ratio other) => new(Numerator * other.Numerator, Denominator * other.Denominator);

    public Ratio? Over(Ratio other) => other.Numerator.IsZero
        ? null
        : new Ratio(Numerator * other.Denominator * other.Numerator.Sign, Denominator * BigInteger.Abs(other.Numerator));

    public Ratio? ToThe(BigInteger exponent)
    {
        if (BigInteger.Abs(exponent) > MaxExponent || (exponent.Sign < 0 && Numerator.IsZero))
            return null;
        int power = (int)BigInteger.Abs(exponent);
        if (power * (Numerator.GetBitLength() + Denominator.GetBitLength()) > MaxBits)
            return null;
        var raised = new Ratio(BigInteger.Pow(Numerator, power), BigInteger.Pow(Denominator, power));
        return exponent.Sign >= 0 ? raised : new Ratio(BigInteger.One, BigInteger.One).Over(raised);
    }

    // Where it is rational.
    public Ratio? Root(Ratio exponent)
    {
        Ratio value = Reduced();
        if (exponent.Denominator > 64 || (value.Numerator.Sign < 0 && exponent.Denominator.IsEven))
            return null;
        int degree = (int)exponent.Denominator;
        return Root(BigInteger.Abs(value.Numerator), degree) is { } above && Root(value.Denominator, degree) is { } below
            ? new Ratio(value.Numerator.Sign * above, below).ToThe(exponent.Numerator)
            : null;
    }

    private static BigInteger? Root(BigInteger value, int degree)
    {
        BigInteger low = BigInteger.Zero, high = BigInteger.One << (int)(value.GetBitLength() / degree + 1);
        while (low < high)
        {
            BigInteger middle = (low + high + 1) >> 1;
            if (BigInteger.Pow(middle, degree) <= value)
                low = middle;
            else
                high = middle - 1;
        }
        return BigInteger.Pow(low, degree) == value ? low : null;
    }

    public Ratio Reduced()
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return common.IsOne ? this : new Ratio(Numerator / common, Denominator / common);
    }

    // Of numerators and denominators that no double holds, too.
    public double ToDouble()
    {
        int shift = (int)Math.Max(0, Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength()) - 1000);
        return (double)(Numerator >> shift) / (double)(Denominator >> shift);
    }
}

SortedSet<string> Symbols(Node node)
{
    var found = new SortedSet<string>(StringComparer.Ordinal);
    Collect(node, found);
    return found;
}

void Collect(Node node, SortedSet<string> symbols)
{
    if (node.Kind == Kind.Symbol && !IsConstant(node.Name))
        symbols.Add(node.Name);
    foreach (Node part in node.Parts)
        Collect(part, symbols);
}

bool Mentions(Node node, string symbol) => (node.Kind == Kind.Symbol && node.Name == symbol) || node.Parts.Any(part => Mentions(part, symbol));

bool IsConstant(string symbol) => symbol is "pi" or "e" or "i";

Node Minus(Node left, Node right) => new(Kind.Sum, "", default, left, new Node(Kind.Negative, "", default, right));
