// tasks/math/quadratic.csx: find all real solutions of a quadratic equation, and of some that become one.
Task(version: 1, levels: 6, tags: ["algebra", "equations"], reward: "math-equivalence");

// A square alone; terms on both sides; a leading coefficient; roots that are not whole; the same with one; x^4 and x^2.
Problem Generate(Rng rng, int level) => level switch
{
    1 => Square(rng),
    2 => BothSides(rng),
    3 => Factored(rng),
    4 => Formula(rng, 1),
    5 => Formula(rng, rng.Integer(2, 7)),
    _ => Biquadratic(rng),
};

Problem Ask(string equation, string answer, params IEnumerable<string> steps) => Problem(
    question: $"Find all real solutions of {equation}. Answer with the set of them, such as {{-2, 5/3}} or {{1 - sqrt(2), 1 + sqrt(2)}}.",
    answer: answer,
    solution: $"{string.Join('\n', steps)}\nThe solutions are {answer}");

// a(x + h)^2 = k
Problem Square(Rng rng)
{
    int a = rng.Integer(2, 9), h = rng.Integer(1, 20) * Sign(rng), root = rng.Integer(1, 15);
    return Ask(
        $"{a}({Text(0, 1, h)})^2 = {a * root * root}",
        Set(-root - h, root - h),
        $"Divide by {a}: {a * root * root} / {a} = {root * root}, so ({Text(0, 1, h)})^2 = {root * root}",
        $"{root} * {root} = {root * root}, so {Text(0, 1, h)} is {root} or {-root}",
        $"x is {root} {Minus(h)} = {root - h} or {-root} {Minus(h)} = {-root - h}");
}

// x^2 + bx + c = dx + e
Problem BothSides(Rng rng)
{
    int p = NonZero(rng, 12), q = NonZero(rng, 12), d = NonZero(rng, 9), e = NonZero(rng, 20);
    if (p == q)
        q = -q;
    int b = -p - q, c = p * q;
    return Ask(
        $"{Text(1, b + d, c + e)} = {Text(0, d, e)}",
        Set(p, q),
        $"Move everything to the left: {Text(1, b, c)} = 0",
        $"Two numbers with the product {c} and the sum {b}: {-p} and {-q}, as {-p} * {Bracketed(-q)} = {c} and {-p} {Minus(q)} = {b}",
        $"({Text(0, 1, -p)})({Text(0, 1, -q)}) = 0, so x = {p} or x = {q}");
}

// (mx - p)(nx - q) = 0, multiplied out
Problem Factored(Rng rng)
{
    int m = rng.Integer(2, 7), n = rng.Integer(1, 6), p = NonZero(rng, 15), q = NonZero(rng, 15);
    if (p * n == q * m)
        q = -q;
    int divisor = Gcd(Gcd(m * n, m * q + n * p), p * q);
    int a = m * n / divisor, b = -(m * q + n * p) / divisor, c = p * q / divisor, discriminant = b * b - 4 * a * c;
    int root = (int)Math.Round(Math.Sqrt(discriminant));
    return Ask(
        $"{Text(a, b, c)} = 0",
        $"{{{string.Join(", ", Fraction(-b - root, 2 * a), Fraction(-b + root, 2 * a))}}}",
        $"The discriminant is {Discriminant(a, b, c)}",
        $"{root} * {root} = {discriminant}, so its root is {root}",
        $"x = ({-b} - {root}) / (2 * {a}) = {Fraction(-b - root, 2 * a)} or x = ({-b} + {root}) / (2 * {a}) = {Fraction(-b + root, 2 * a)}");
}

// ax^2 + bx + c = 0 with a discriminant that is no square
Problem Formula(Rng rng, int a)
{
    int b, c, discriminant, outside, inside;
    do
    {
        b = NonZero(rng, a == 1 ? 40 : 24 - 2 * a);
        c = rng.Integer(1, 40) * (rng.Chance(0.6) ? -1 : 1);
        discriminant = b * b - 4 * a * c;
        (outside, inside) = SimplestRoot(discriminant);
    }
    while (inside <= 1);
    string answer = $"{{{Surd(-b, -outside, inside, 2 * a)}, {Surd(-b, outside, inside, 2 * a)}}}";
    return Ask(
        $"{Text(a, b, c)} = 0",
        answer,
        $"The discriminant is {Discriminant(a, b, c)}",
        outside == 1
            ? $"{discriminant} has no square factor, so its root stays sqrt({discriminant})"
            : $"{discriminant} = {outside}^2 * {inside}, so its root is {outside}*sqrt({inside})",
        $"x is {-b} minus or plus this root, over 2 * {a} = {2 * a}: {Surd(-b, -outside, inside, 2 * a)} or {Surd(-b, outside, inside, 2 * a)}");
}

// a(x^2 - u)(x^2 - v) = 0, multiplied out; v may be negative
Problem Biquadratic(Rng rng)
{
    int a = rng.Integer(1, 4), u = rng.Integer(1, 30), v = NonZero(rng, 30);
    if (u == v)
        v = -v;
    int b = -u - v, c = u * v;
    var steps = new List<string>();
    if (a > 1)
        steps.Add($"Divide by {a}: {Text(1, b, c, "x^2")} = 0");
    steps.Add($"With t for x^2: {Text(1, b, c, "t")} = 0");
    steps.Add($"Two numbers with the product {c} and the sum {b}: {-u} and {-v}, so ({Text(0, 1, -u, "t")})({Text(0, 1, -v, "t")}) = 0");
    var roots = new List<string>();
    foreach (int square in new[] { Math.Min(u, v), Math.Max(u, v) })
    {
        string root = square < 0 ? "" : Root(square);
        steps.Add(square < 0 ? $"x^2 = {square}: no real number has a negative square" : $"x^2 = {square}: x = -{root} or x = {root}");
        if (square > 0)
            roots = [$"-{root}", .. roots, root];
    }
    return Ask($"{Text(a, a * b, a * c, "x^2")} = 0", $"{{{string.Join(", ", roots)}}}", steps);
}

string Text(int a, int b, int c, string unknown = "x")
{
    string square = unknown == "x^2" ? "x^4" : $"{unknown}^2";
    var sum = new StringBuilder();
    Append(sum, a, square);
    Append(sum, b, unknown);
    Append(sum, c, "");
    return sum.ToString();
}

void Append(StringBuilder sum, int number, string unit)
{
    if (number == 0)
        return;
    sum.Append(sum.Length == 0 ? (number < 0 ? "-" : "") : number < 0 ? " - " : " + ");
    if (Math.Abs(number) != 1 || unit == "")
        sum.Append(Math.Abs(number));
    sum.Append(unit);
}

string Discriminant(int a, int b, int c) => $"{Bracketed(b)}^2 - 4 * {a} * {Bracketed(c)} = {b * b - 4 * a * c}";

string Set(int p, int q) => $"{{{Math.Min(p, q)}, {Math.Max(p, q)}}}";

// (number + factor sqrt(inside)) / denominator in lowest terms
string Surd(int number, int factor, int inside, int denominator)
{
    int divisor = Gcd(Gcd(number, factor), denominator), times = Math.Abs(factor / divisor);
    string sum = $"{number / divisor} {(factor < 0 ? '-' : '+')} {(times == 1 ? "" : $"{times}*")}sqrt({inside})";
    return denominator == divisor ? sum : $"({sum})/{denominator / divisor}";
}

string Root(int square)
{
    (int outside, int inside) = SimplestRoot(square);
    return inside == 1 ? $"{outside}" : outside == 1 ? $"sqrt({inside})" : $"{outside}*sqrt({inside})";
}

// The root of a square is outside times the root of inside, which no square divides; (0, 0) where there is none.
(int Outside, int Inside) SimplestRoot(int square)
{
    if (square <= 0)
        return (0, 0);
    int outside = 1;
    for (int i = 2; i * i <= square; i++)
    {
        while (square % (i * i) == 0)
        {
            square /= i * i;
            outside *= i;
        }
    }
    return (outside, square);
}

string Fraction(int numerator, int denominator)
{
    int divisor = Gcd(numerator, denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

string Minus(int number) => number < 0 ? $"+ {-number}" : $"- {number}";

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";

int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

int NonZero(Rng rng, int size) => rng.Integer(1, size) * Sign(rng);

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;
