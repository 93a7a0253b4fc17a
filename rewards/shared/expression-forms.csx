// rewards/shared/expression-forms.csx: whether an expression is expanded, factored or reduced.
using System.Numerics;

bool HasForm(Node given, Node expected, string? form) => form switch
{
    "number" => IsNumber(given),
    "expanded" => IsExpanded(given),
    "factored" => HasFactors(given, expected),
    "simplest" => Size(given) <= Size(expected) && IsReduced(given),
    // Where the task's answer is a number, arithmetic that comes to it is no answer yet.
    _ => !IsNumber(expected) || IsNumber(given),
};

bool IsNumber(Node node) => node.Kind switch
{
    Kind.Number => true,
    Kind.Negative => node.Parts[0].Kind != Kind.Negative && IsNumber(node.Parts[0]),
    Kind.Quotient => IsWhole(node.Parts[0]) && IsWhole(node.Parts[1]),
    _ => false,
};

bool IsWhole(Node node) => node is { Kind: Kind.Number, Value: { Denominator.IsOne: true } } || (node.Kind == Kind.Negative && IsWhole(node.Parts[0]));

// A sum of different products of numbers, symbols and their powers.
bool IsExpanded(Node node)
{
    var terms = new List<Node>();
    Terms(node, terms);
    var seen = new HashSet<string>();
    foreach (Node term in terms)
    {
        var powers = new SortedDictionary<string, BigInteger>(StringComparer.Ordinal);
        if (!Monomial(term, BigInteger.One, powers) || !seen.Add(string.Join(' ', powers.Where(power => !power.Value.IsZero))))
            return false;
    }
    return true;
}

void Terms(Node node, List<Node> terms)
{
    if (node.Kind == Kind.Sum || (node.Kind == Kind.Negative && node.Parts[0].Kind is not Kind.Sum))
    {
        foreach (Node part in node.Parts)
            Terms(part, terms);
    }
    else
    {
        terms.Add(node);
    }
}

bool Monomial(Node node, BigInteger power, SortedDictionary<string, BigInteger> powers)
{
    switch (node.Kind)
    {
        case Kind.Number:
            return true;
        case Kind.Symbol:
            powers[node.Name] = powers.GetValueOrDefault(node.Name) + power;
            return true;
        case Kind.Negative:
            return Monomial(node.Parts[0], power, powers);
        case Kind.Product:
            return Monomial(node.Parts[0], power, powers) && Monomial(node.Parts[1], power, powers);
        case Kind.Quotient:
            return Monomial(node.Parts[0], power, powers) && Monomial(node.Parts[1], -power, powers);
        case Kind.Power:
            if (Symbols(node).Count == 0)
                return true;
            return node.Parts[1].Value is { } exponent && exponent.Denominator.IsOne && Monomial(node.Parts[0], power * exponent.Numerator, powers);
        default:
            return Symbols(node).Count == 0 && node.Kind != Kind.Sum;
    }
}

// The task's answer is factored; another is where it has the same factors, each as often, up to constants.
bool HasFactors(Node given, Node expected)
{
    var left = new List<(Node Base, BigInteger Power)>();
    var right = new List<(Node Base, BigInteger Power)>();
    if (!Factors(given, BigInteger.One, left) || !Factors(expected, BigInteger.One, right))
        return false;
    foreach ((Node factor, _) in right.Concat(left))
    {
        if (Times(factor, left) != Times(factor, right))
            return false;
    }
    return true;
}

BigInteger Times(Node factor, List<(Node Base, BigInteger Power)> factors) =>
    factors.Where(other => ReferenceEquals(other.Base, factor) || AreProportional(other.Base, factor)).Aggregate(BigInteger.Zero, (sum, other) => sum + other.Power);

bool Factors(Node node, BigInteger power, List<(Node Base, BigInteger Power)> factors)
{
    if (Symbols(node).Count == 0)
        return true;
    switch (node.Kind)
    {
        case Kind.Negative:
            return Factors(node.Parts[0], power, factors);
        case Kind.Product:
            return Factors(node.Parts[0], power, factors) && Factors(node.Parts[1], power, factors);
        case Kind.Quotient:
            return Factors(node.Parts[0], power, factors) && Factors(node.Parts[1], -power, factors);
        case Kind.Power when node.Parts[1].Value is { } exponent && exponent.Denominator.IsOne:
            return Factors(node.Parts[0], power * exponent.Numerator, factors);
        default:
            factors.Add((node, power));
            return factors.Count <= MaxNesting;
    }
}

int Size(Node node) => (node.Kind is Kind.Negative ? 0 : 1) + node.Parts.Sum(Size);

// Every fraction of whole numbers in lowest terms, every root without a square in it.
bool IsReduced(Node node)
{
    if (node.Kind == Kind.Quotient && IsWhole(node.Parts[0]) && IsWhole(node.Parts[1]))
    {
        BigInteger below = BigInteger.Abs(node.Parts[1].Value!.Value.Numerator);
        return below > 1 && BigInteger.GreatestCommonDivisor(node.Parts[0].Value!.Value.Numerator, below).IsOne;
    }
    if (node.Kind == Kind.Power && node.Parts[1].Value is { } half && !half.Denominator.IsOne && node.Parts[0].Value is { } root)
    {
        if (!root.Denominator.IsOne || root.Numerator <= 1)
            return false;
        for (int factor = 2; factor <= MaxExponent; factor++)
        {
            if ((root.Numerator % (factor * factor)).IsZero)
                return false;
        }
        return true;
    }
    return node.Parts.All(IsReduced);
}
