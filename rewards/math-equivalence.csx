// rewards/math-equivalence.csx: mathematics by its meaning, in LaTeX or plain: \frac{1}{2} = 1/2 = 0.5, (x + 1)^2 = x^2 + 2x + 1, {2, 1} = {1, 2}.
using System.Globalization;
using System.Numerics;

Reward(version: 1);

const int MaxLength = 600;
const int MaxNesting = 40;       // brackets within brackets
const int MaxExponent = 1000;
const int MaxBits = 30_000;      // of a whole number on the way
const int ExactPoints = 3;       // where expressions without roots and functions are compared, with nothing rounded
const int RealPoints = 6;        // where others are
const double Tolerance = 1e-11;
const int MaxDigits = 5;         // of a number beside a root: longer ones are approximations of it, unless the task's answer has them

// data.form says more of the form than the task's own answer does:
// 'number' (nothing left to work out), 'expanded', 'factored', 'simplest' (no longer than the task's answer, fractions in lowest terms).
double Score(Problem problem, string answer)
{
    if (answer.Length > Math.Max(MaxLength, 2 * problem.Answer.Length))
        return 0;
    if (answer.Trim() == problem.Answer.Trim() || (IsWords(problem.Answer) && SameWords(answer, problem.Answer)))
        return 1;
    string? form = problem.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("form", out JsonElement asked) ? asked.GetString() : null;
    if (form is not (null or "number" or "expanded" or "factored" or "simplest"))
        throw new FormatException($"data.form is '{form}'; there are 'number', 'expanded', 'factored' and 'simplest'.");
    Node? expected = Parse(problem.Answer);
    return expected is not null && Parse(answer) is { } given && Same(given, expected, form) ? 1 : 0;
}

// ---- What is the same as what

bool Same(Node given, Node expected, string? form)
{
    // (x, y) = (3, -2) for (3, -2).
    if (expected.Kind == Kind.Group && given is { Kind: Kind.Relation, Name: "=", Parts: [{ Kind: Kind.Group } names, _] } && names.Parts.All(name => name.Kind == Kind.Symbol))
        given = given.Parts[1];
    switch (expected.Kind)
    {
        case Kind.Group when expected.Name == "{}":
            return SameInAnyOrder(given is { Kind: Kind.Group, Name: "{}" } ? given.Parts : [given], expected.Parts, form);
        case Kind.Union:
            return given.Kind == Kind.Union && SameInAnyOrder(given.Parts, expected.Parts, form);
        case Kind.Group:
            return given.Kind == Kind.Group && given.Name == expected.Name && given.Parts.Length == expected.Parts.Length
                && given.Parts.Zip(expected.Parts).All(pair => Same(pair.First, pair.Second, form));
        case Kind.Relation:
            return SameRelation(given, expected, form);
        default:
            // x = 3 for 3, where the task's answer says nothing of x.
            if (given is { Kind: Kind.Relation, Name: "=", Parts: [{ Kind: Kind.Symbol } name, _] } && !Symbols(expected).Contains(name.Name))
                given = given.Parts[1];
            return IsExpression(given) && HasForm(given, expected, form) && AreEqual(given, expected);
    }
}

bool SameInAnyOrder(Node[] given, Node[] expected, string? form)
{
    if (given.Length != expected.Length)
        return false;
    var left = new List<Node>(given);
    return expected.All(part => left.FindIndex(candidate => Same(candidate, part, form)) is >= 0 and var found && RemoveAt(left, found));
}

bool RemoveAt(List<Node> list, int index)
{
    list.RemoveAt(index);
    return true;
}

bool SameRelation(Node given, Node expected, string? form)
{
    if (expected is { Name: "=", Parts: [var left, var right] })
    {
        // Solved for a symbol, it must be solved in the answer too: the question's own equation is the same up to a factor.
        if (SolvedFor(left, right))
        {
            if (given.Kind != Kind.Relation)
                return IsExpression(given) && HasForm(given, right, form) && AreEqual(given, right);
            if (given is not { Name: "=", Parts: [var first, var second] })
                return false;
            (first, second) = first.Kind == Kind.Symbol && first.Name == left.Name ? (first, second) : (second, first);
            return first.Kind == Kind.Symbol && first.Name == left.Name && HasForm(second, right, form) && AreEqual(second, right);
        }
        return given is { Kind: Kind.Relation, Name: "=", Parts: [var a, var b] } && AreProportional(Minus(a, b), Minus(left, right));
    }
    // A chain of inequalities, read from either end.
    return given.Kind == Kind.Relation && given.Parts.Length == expected.Parts.Length && (SameChain(given, expected) || SameChain(Reversed(given), expected));
}

bool SolvedFor(Node left, Node right) => left.Kind == Kind.Symbol && !IsConstant(left.Name) && !Symbols(right).Contains(left.Name);

bool SameChain(Node given, Node expected) =>
    given.Name == expected.Name && given.Parts.Zip(expected.Parts).All(pair => AreEqual(pair.First, pair.Second));

Node Reversed(Node relation) => new(Kind.Relation, string.Concat(relation.Name.Reverse().Select(Mirrored)), default, [.. relation.Parts.Reverse()]);

char Mirrored(char sign) => sign switch { '<' => '>', '>' => '<', '\u2264' => '\u2265', '\u2265' => '\u2264', _ => sign };

bool IsExpression(Node node) => node.Kind is not (Kind.Group or Kind.Union or Kind.Relation);

// ---- The form of an expression

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

// ---- Values

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

// Half of them inside (-1, 1), where inverse functions are defined.
Ratio RealPoint(ref ulong state, int tries)
{
    long thousandths = tries % 2 == 0 ? 50 + (long)(Next(ref state) % 900) : 1_100 + (long)(Next(ref state) % 2_000);
    return new Ratio(Next(ref state) % 4 != 0 ? thousandths : -thousandths, 1_000);
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

// ---- Reading

bool IsWords(string text) => text.Trim().Length >= 3 && text.All(c => char.IsAsciiLetter(c) || c == ' ');

bool SameWords(string left, string right) => left.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
    .SequenceEqual(right.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

// What the text says; null where it says nothing that this can read.
Node? Parse(string text)
{
    text = Unlabelled(Unwrapped(text));
    if (IsGroupedNumber(text))
        text = text.Replace(",", "");
    // a ± b is the set of a + b and a - b.
    int either = text.IndexOf("\\pm", StringComparison.Ordinal) is >= 0 and var found ? found : text.IndexOf('\u00b1');
    if (either < 0)
        return new Reader(text).Read();
    int length = text[either] == '\\' ? 3 : 1;
    Node? plus = new Reader($"{text[..either]} + {text[(either + length)..]}").Read();
    Node? minus = new Reader($"{text[..either]} - {text[(either + length)..]}").Read();
    return plus is null || minus is null || text.IndexOf('\u00b1', either + 1) >= 0 || text.IndexOf("\\pm", either + 1, StringComparison.Ordinal) >= 0
        ? null
        : new Node(Kind.Group, "{}", default, [.. Members(plus), .. Members(minus)]);
}

Node[] Members(Node node) => node is { Kind: Kind.Group, Name: "{}" } ? node.Parts : [node];

// Without f(x) = or f'(x) = in front.
string Unlabelled(string text)
{
    int equals = text.IndexOf('=');
    return equals is > 0 and < 12 && text[..equals].Replace(" ", "") is [var f, .. var rest] && char.IsAsciiLetter(f)
        && rest.TrimStart('\'') is ['(', var x, ')'] && char.IsAsciiLetter(x)
        ? text[(equals + 1)..]
        : text;
}

// Without $...$, \(...\), \[...\] and \boxed{...} around the whole.
string Unwrapped(string text)
{
    text = text.Trim();
    for (int i = 0; i < 4; i++)
    {
        if (text.Length >= 2 && text[0] == '$' && text[^1] == '$')
            text = text[1..^1].Trim();
        else if ((text.StartsWith("\\(", StringComparison.Ordinal) && text.EndsWith("\\)", StringComparison.Ordinal))
            || (text.StartsWith("\\[", StringComparison.Ordinal) && text.EndsWith("\\]", StringComparison.Ordinal)))
            text = text.Length >= 4 ? text[2..^2].Trim() : "";
        else if (text.StartsWith("\\boxed{", StringComparison.Ordinal) && text[^1] == '}')
            text = text[7..^1].Trim();
    }
    return text;
}

// 1,200: alone; in a list a comma separates.
bool IsGroupedNumber(string text)
{
    int start = text.StartsWith('-') || text.StartsWith('\u2212') ? 1 : 0, comma = text.IndexOf(',');
    if (comma - start is < 1 or > 3)
        return false;
    int point = text.IndexOf('.') is >= 0 and var found ? found : text.Length;
    for (int i = start; i < point; i++)
    {
        if (i >= comma && (i - comma) % 4 == 0 ? text[i] != ',' : !char.IsAsciiDigit(text[i]))
            return false;
    }
    return point > comma && (point - comma) % 4 == 0 && text.AsSpan(Math.Min(point + 1, text.Length)).IndexOfAnyExceptInRange('0', '9') < 0;
}

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

// One word of a text. Kinds: a sign as it is, n(umber), s(ymbol), f(unction), R(oot), F(raction), M(atrix), E(nd of it), U(nion), 0 (nothing, the empty set).
readonly record struct Token(char Kind, string Text);

// Recursive descent; what it cannot read makes it give up at once.
sealed class Reader(string text)
{
    private const string Functions = "arcsin arccos arctan sqrt sinh cosh tanh asin acos atan infinity sin cos tan cot sec csc log exp abs ln pi";
    private readonly Node _nothing = new(Kind.Number, "", new Ratio(BigInteger.Zero, BigInteger.One));
    private readonly List<Token> _tokens = [];
    private bool _failed;
    private int _at, _nesting, _bars;

    private char Next => _at < _tokens.Count ? _tokens[_at].Kind : '\0';

    public Node? Read()
    {
        Scan();
        if (_failed || _tokens.Count == 0)
            return null;
        var parts = new List<Node> { Part() };
        while (Take(','))
            parts.Add(Part());
        if (_failed || _at < _tokens.Count)
            return null;
        return parts.Count == 1 ? parts[0] : new Node(Kind.Group, "{}", default, [.. parts]);
    }

    // ---- Words

    private void Scan()
    {
        int i = 0;
        while (i < text.Length && !_failed)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '~')
                i++;
            else if (char.IsAsciiDigit(c) || c == '.')
                i = ScanNumber(i);
            else if (char.IsAsciiLetter(c))
                i = ScanLetters(i);
            else if (c == '\\')
                i = ScanCommand(i);
            else if (c == '*' && i + 1 < text.Length && text[i + 1] == '*')
                (i, _) = (i + 2, Add('^'));
            else if ((c is '<' or '>' or '!') && i + 1 < text.Length && text[i + 1] == '=')
                (i, _) = (i + 2, Add(c == '<' ? '\u2264' : c == '>' ? '\u2265' : '\u2260'));
            else
                (i, _) = (i + 1, ScanSign(c));
        }
    }

    private bool ScanSign(char c) => c switch
    {
        '+' or '-' or '*' or '/' or '^' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or '|' or '%' or '=' or '<' or '>' or '_' or '&' => Add(c),
        '\u2212' => Add('-'),
        '\u00b7' or '\u22c5' or '\u00d7' => Add('*'),
        '\u00f7' => Add('/'),
        '\u2264' or '\u2265' or '\u2260' => Add(c),
        '\u221a' => Add('R'),
        '\u222a' => Add('U'),
        '\u2205' => Add('0'),
        '\u03c0' => Add('s', "pi"),
        '\u221e' => Add('s', "infinity"),
        '\u00b2' => Add('^') && Add('n', "2"),
        '\u00b3' => Add('^') && Add('n', "3"),
        >= '\u03b1' and <= '\u03c9' => Add('s', c.ToString()),
        _ => Fail() is null,
    };

    private int ScanNumber(int i)
    {
        int start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        // 1{,}200 and 1,\!200
        while (i > start && (At(i, "{,}") || At(i, ",\\!")) && i + 5 < text.Length && char.IsAsciiDigit(text[i + 3]) && char.IsAsciiDigit(text[i + 4]) && char.IsAsciiDigit(text[i + 5]))
            i += 6;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
        }
        string digits = text[start..i].Replace("{,}", "").Replace(",\\!", "");
        _ = digits == "." ? Fail() is null : Add('n', digits);
        return i;
    }

    private int ScanLetters(int i)
    {
        if (At(i, "or ") && i > 0 && text[i - 1] == ' ')
        {
            Add(',');
            return i + 2;
        }
        foreach (string name in Functions.Split(' '))
        {
            if (!At(i, name))
                continue;
            Name(name);
            return i + name.Length;
        }
        if (text[i] == 'U' && _tokens.Count > 0 && Next2Is(i + 1))
        {
            Add('U');
            return i + 1;
        }
        int end = i + 1;
        if (end < text.Length && text[end] == '_' && end + 1 < text.Length)
        {
            int close = text[end + 1] == '{' ? text.IndexOf('}', end) : end + 1;
            if (close < 0 || !text[(end + 1)..(close + 1)].Trim('{', '}').All(char.IsAsciiLetterOrDigit))
            {
                Fail();
                return end;
            }
            Add('s', $"{text[i]}_{text[(end + 1)..(close + 1)].Trim('{', '}')}");
            return close + 1;
        }
        Add('s', text[i].ToString());
        return end;
    }

    // A union stands between brackets.
    private bool Next2Is(int i)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        return i < text.Length && text[i] is '(' or '[' && _tokens[^1].Kind is ')' or ']';
    }

    private int ScanCommand(int i)
    {
        int end = i + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (end == i + 1)
        {
            char sign = end < text.Length ? text[end] : '\0';
            _ = sign switch
            {
                ',' or ';' or '!' or ':' or ' ' => true,
                '{' or '}' or '%' => Add(sign),
                '|' => Add('|'),
                '\\' => Add('\\'),
                _ => Fail() is null,
            };
            return end + 1;
        }
        string command = text[(i + 1)..end];
        switch (command)
        {
            case "left" or "right" or "big" or "Big" or "displaystyle" or "quad" or "qquad":
                return end;
            case "begin" or "end":
                int close = text.IndexOf('}', end);
                if (close < 0 || text[end..(close + 1)] is not ("{matrix}" or "{pmatrix}" or "{bmatrix}"))
                    Fail();
                Add(command == "begin" ? 'M' : 'E');
                return close + 1;
            case "text" or "mathrm" or "mbox" or "textbf" or "mathbf" or "operatorname":
                int last = At(end, "{") ? text.IndexOf('}', end) : -1;
                if (last < 0)
                {
                    Fail();
                    return end;
                }
                string word = text[(end + 1)..last];
                if (word.Trim() == "or")
                    Add(',');
                else if (Functions.Split(' ').Contains(word))
                    Name(word);
                else if (!word.All(c => char.IsAsciiLetter(c) || c == ' '))
                    Fail();
                else
                    _ = word.Where(char.IsAsciiLetter).All(c => Add('s', c.ToString()));
                return last + 1;
        }
        _ = command switch
        {
            "cdot" or "times" or "ast" => Add('*'),
            "div" => Add('/'),
            "frac" or "dfrac" or "tfrac" or "cfrac" => Add('F'),
            "sqrt" => Add('R'),
            "le" or "leq" or "leqslant" => Add('\u2264'),
            "ge" or "geq" or "geqslant" => Add('\u2265'),
            "ne" or "neq" => Add('\u2260'),
            "lt" => Add('<'),
            "gt" => Add('>'),
            "cup" => Add('U'),
            "emptyset" or "varnothing" => Add('0'),
            "infty" => Add('s', "infinity"),
            "lbrace" => Add('{'),
            "rbrace" => Add('}'),
            "lvert" or "rvert" or "vert" => Add('|'),
            "langle" => Add('('),
            "rangle" => Add(')'),
            "alpha" or "beta" or "gamma" or "delta" or "epsilon" or "theta" or "lambda" or "mu" or "phi" or "rho" or "sigma" or "tau" or "omega" => Add('s', command),
            _ => Functions.Split(' ').Contains(command) ? Name(command) : Fail() is null,
        };
        return end;
    }

    private bool Name(string name) => name switch
    {
        "pi" or "infinity" => Add('s', name),
        "sqrt" => Add('R'),
        "asin" or "acos" or "atan" => Add('f', $"arc{name[1..]}"),
        _ => Add('f', name),
    };

    private bool At(int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;

    private bool Add(char kind, string word = "")
    {
        _tokens.Add(new Token(kind, word));
        return true;
    }

    // ---- Sentences

    private Node Part()
    {
        Node first = Relation();
        if (Next != 'U')
            return first;
        var parts = new List<Node> { first };
        while (Take('U'))
            parts.Add(Relation());
        return new Node(Kind.Union, "", default, [.. parts]);
    }

    private Node Relation()
    {
        Node first = Element();
        if (Next is not ('=' or '<' or '>' or '\u2264' or '\u2265' or '\u2260'))
            return first;
        var parts = new List<Node> { first };
        string signs = "";
        while (Next is '=' or '<' or '>' or '\u2264' or '\u2265' or '\u2260' && signs.Length < 3)
        {
            signs += Next;
            _at++;
            parts.Add(Element());
        }
        return new Node(Kind.Relation, signs, default, [.. parts]);
    }

    private Node Element()
    {
        if (Take('0'))
            return new Node(Kind.Group, "{}", default);
        if (Take('M'))
            return Matrix();
        return Next == '{' || (Next is '(' or '[' && HasComma()) ? Group() : Sum();
    }

    // Whether the bracket that opens here holds more than one part.
    private bool HasComma()
    {
        int depth = 0;
        for (int i = _at; i < _tokens.Count; i++)
        {
            depth += _tokens[i].Kind switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
                return false;
            if (depth == 1 && _tokens[i].Kind == ',')
                return true;
        }
        return false;
    }

    private Node Group()
    {
        char open = Next;
        _at++;
        if (++_nesting > MaxNesting)
            return Fail()!;
        var parts = new List<Node>();
        if (open == '{' && Take('}'))
            return Leave(new Node(Kind.Group, "{}", default));
        do
            parts.Add(Part());
        while (Take(','));
        char close = Next;
        _at++;
        return open == '{' ? close == '}' ? Leave(new Node(Kind.Group, "{}", default, [.. parts])) : Fail()!
            : close is ')' or ']' ? Leave(new Node(Kind.Group, $"{open}{close}", default, [.. parts]))
            : Fail()!;
    }

    // As the plain [[1, 2], [3, 4]].
    private Node Matrix()
    {
        var rows = new List<Node>();
        do
        {
            if (Next == 'E')
                break;
            var row = new List<Node>();
            do
                row.Add(Sum());
            while (Take('&'));
            rows.Add(new Node(Kind.Group, "[]", default, [.. row]));
        }
        while (Take('\\'));
        return Take('E') && rows.Count > 0 ? new Node(Kind.Group, "[]", default, [.. rows]) : Fail()!;
    }

    private Node Sum()
    {
        bool negative = Next == '-';
        if (negative || Next == '+')
            _at++;
        Node sum = Term();
        if (negative)
            sum = Of(Kind.Negative, sum);
        while (Next is '+' or '-')
        {
            bool minus = Next == '-';
            _at++;
            Node term = Term();
            sum = Of(Kind.Sum, sum, minus ? Of(Kind.Negative, term) : term);
        }
        return sum;
    }

    // Products and quotients from left to right, written or not: 1/2x is half of x.
    private Node Term()
    {
        Node term = Factor();
        while (true)
        {
            if (Take('*'))
                term = Of(Kind.Product, term, Signed());
            else if (Take('/'))
                term = Of(Kind.Quotient, term, Signed());
            else if (Next is 's' or 'f' or 'R' or 'F' or '(' || (Next == '|' && _bars == 0))
                term = Of(Kind.Product, term, Factor());
            else
                return term;
        }
    }

    private Node Signed() => Take('-') ? Of(Kind.Negative, Factor()) : Factor();

    private Node Factor()
    {
        Node factor = Primary();
        while (Take('%'))
            factor = Of(Kind.Quotient, factor, Number("100"));
        return Take('^') ? Of(Kind.Power, factor, Exponent()) : factor;
    }

    private Node Exponent()
    {
        if (++_nesting > MaxNesting)
            return Fail()!;
        return Leave(Next == '{' ? Braced() : Signed());
    }

    private Node Primary()
    {
        if (++_nesting > MaxNesting || _at >= _tokens.Count)
            return Fail()!;
        Token token = _tokens[_at++];
        switch (token.Kind)
        {
            case 'n':
                return Leave(Mixed(Number(token.Text)));
            case 's':
                return Leave(new Node(Kind.Symbol, token.Text, default));
            case 'f':
                return Leave(Function(token.Text));
            case 'R':
                Node degree = Number("2");
                if (Take('['))
                {
                    degree = Sum();
                    if (!Take(']'))
                        return Fail()!;
                }
                return Leave(Of(Kind.Power, Argument(), Of(Kind.Quotient, Number("1"), degree)));
            case 'F':
                return Leave(Of(Kind.Quotient, Argument(), Argument()));
            case '(' or '[' or '{':
                Node inside = Sum();
                return Take(token.Kind == '(' ? ')' : token.Kind == '[' ? ']' : '}') ? Leave(inside) : Fail()!;
            case '|':
                _bars++;
                Node size = Sum();
                _bars--;
                return Take('|') ? Leave(new Node(Kind.Function, "abs", default, size)) : Fail()!;
            default:
                return Fail()!;
        }
    }

    // 1 1/2 and 1\frac{1}{2} are one number; no other number stands right after a number.
    private Node Mixed(Node whole)
    {
        if (!whole.Value!.Value.Denominator.IsOne)
            return whole;
        Node fraction = _nothing;
        int start = _at;
        if (Next == 'n' && _at + 2 < _tokens.Count && _tokens[_at + 1].Kind == '/' && _tokens[_at + 2].Kind == 'n')
        {
            fraction = Of(Kind.Quotient, Number(_tokens[_at].Text), Number(_tokens[_at + 2].Text));
            _at += 3;
        }
        else if (Take('F'))
        {
            fraction = Of(Kind.Quotient, Argument(), Argument());
        }
        if (fraction.Parts is [{ Kind: Kind.Number } above, { Kind: Kind.Number } below]
            && above.Value!.Value.Denominator.IsOne && below.Value!.Value.Denominator.IsOne && above.Value!.Value.Numerator < below.Value!.Value.Numerator)
            return new Node(Kind.Number, "", whole.Value!.Value.Plus(new Ratio(above.Value!.Value.Numerator, below.Value!.Value.Numerator)));
        if (!_failed)
            _at = start;
        return whole;
    }

    private Node Function(string name)
    {
        Node? exponent = Take('^') ? Exponent() : null;
        Node? @base = name == "log" && Take('_') ? Argument() : null;
        Node argument;
        if (Next is '(' or '{' or '|')
        {
            argument = Primary();
        }
        else
        {
            argument = Factor();
            while (Next == 's')
                argument = Of(Kind.Product, argument, Factor());
        }
        if (exponent is { Kind: Kind.Negative } && name is "sin" or "cos" or "tan" && exponent.Parts[0].Value is { Numerator.IsOne: true, Denominator.IsOne: true })
            (name, exponent) = ($"arc{name}", null);
        Node applied = new(Kind.Function, name, default, @base is null ? [argument] : [argument, @base]);
        return exponent is null ? applied : Of(Kind.Power, applied, exponent);
    }

    // Of a command: braces, or else what stands next, of a number only its first digit.
    private Node Argument()
    {
        if (Next == '{')
            return Braced();
        if (Next == 'n' && _at > 0 && _tokens[_at - 1].Kind is 'F' or 'n' && _tokens[_at] is { Text.Length: > 1 } digits)
        {
            _tokens[_at] = new Token('n', digits.Text[1..]);
            return Number(digits.Text[..1]);
        }
        return Next == 'n' ? Number(_tokens[_at++].Text) : Primary();
    }

    private Node Braced()
    {
        _at++;
        Node inside = Sum();
        return Take('}') ? inside : Fail()!;
    }

    private Node Number(string digits)
    {
        int point = digits.IndexOf('.');
        int places = point < 0 ? 0 : digits.Length - point - 1;
        if (!BigInteger.TryParse(point < 0 ? digits : digits.Remove(point, 1), NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger value))
            return Fail()!;
        return new Node(Kind.Number, "", new Ratio(value, BigInteger.Pow(10, places)).Reduced());
    }

    private static Node Of(Kind kind, params Node[] parts) => new(kind, "", default, parts);

    private Node Leave(Node node)
    {
        _nesting--;
        return node;
    }

    private bool Take(char kind)
    {
        if (Next != kind)
            return false;
        _at++;
        return true;
    }

    private Node? Fail()
    {
        _failed = true;
        _at = int.MaxValue / 2;
        return _nothing;
    }
}
