// tasks/math/derivative.csx: differentiate polynomials, products, powers of polynomials and quotients.
Task(version: 1, levels: 6, tags: ["calculus", "polynomials"], reward: "math-equivalence");

// A polynomial; roots and negative powers; a product; a power; a product with a power; a quotient.
Problem Generate(Rng rng, int level) => level switch
{
    1 => Sum(rng),
    2 => Powers(rng),
    3 => Product(rng),
    4 => Chain(rng),
    5 => ProductWithPower(rng),
    _ => Quotient(rng),
};

Problem Ask(string function, string answer, params IEnumerable<string> steps) => Problem(
    question: $"Differentiate f(x) = {function}. Answer with f'(x) alone, such as 3x^2 - 4 or 6x(x^2 + 1)^2.",
    answer: answer,
    solution: $"{string.Join('\n', steps)}\nf'(x) = {answer}");

Problem Sum(Rng rng)
{
    int[] f = Draw(rng, rng.Integer(3, 5));
    return Ask(Text(f), Text(Derivative(f)), TermByTerm(f));
}

// Terms in x^-n, written as fractions
Problem Powers(Rng rng)
{
    int[] f = Draw(rng, 2);
    int a = rng.Integer(2, 9) * (rng.Chance(0.5) ? 1 : -1), n = rng.Integer(1, 4), size = Math.Abs(a) * n;
    string below = n == 1 ? "x" : $"x^{n}", answer = $"{Text(Derivative(f))} {(a > 0 ? '-' : '+')} {size}/x^{n + 1}";
    return Ask(
        $"{Text(f)} {(a < 0 ? '-' : '+')} {Math.Abs(a)}/{below}",
        answer,
        [
            $"Write {Math.Abs(a)}/{below} as {Math.Abs(a)}x^(-{n}).",
            .. TermByTerm(f),
            $"{a}x^(-{n}): {a} * (-{n}) = {-a * n} and the power falls to -{n + 1}, which gives {-a * n}/x^{n + 1}",
        ]);
}

Problem Product(Rng rng)
{
    int[] u = Draw(rng, rng.Integer(1, 2)), v = Draw(rng, 2), du = Derivative(u), dv = Derivative(v);
    int[] left = Times(du, v), right = Times(u, dv);
    return Ask(
        $"({Text(u)})({Text(v)})",
        Text(Plus(left, right)),
        $"The first factor has the derivative {Text(du)}, the second {Text(dv)}.",
        $"{Factor(du)}({Text(v)}) = {Text(left)}",
        $"{Factor(dv)}({Text(u)}) = {Text(right)}",
        "The derivative is the sum of the two.");
}

Problem Chain(Rng rng)
{
    int[] inner = Draw(rng, rng.Integer(1, 3)), slope = Derivative(inner);
    int n = rng.Integer(3, 9);
    return Ask(
        $"({Text(inner)})^{n}",
        $"{Factor(Scale(slope, n))}({Text(inner)})^{n - 1}",
        $"The outer function is the power {n}: its derivative is {n}({Text(inner)})^{n - 1}",
        $"The inner function {Text(inner)} has the derivative {Text(slope)}",
        $"Multiply them: {n} times {Factor(slope)} is {Text(Scale(slope, n))}");
}

// u (ax + b)^n
Problem ProductWithPower(Rng rng)
{
    int[] u = Draw(rng, rng.Integer(1, 2)), inner = Draw(rng, rng.Integer(1, 2)), du = Derivative(u), slope = Derivative(inner);
    int n = rng.Integer(3, 6);
    int[] left = Times(du, inner), right = Times(u, Scale(slope, n)), rest = Plus(left, right);
    string power = $"({Text(inner)})^{n - 1}";
    return Ask(
        $"({Text(u)})({Text(inner)})^{n}",
        $"({Text(rest)}){power}",
        $"The first factor has the derivative {Text(du)}.",
        $"The second has {n} times {Factor(slope)} times {power}, which is {Factor(Scale(slope, n))}{power}",
        $"Product rule: {Factor(du)}({Text(inner)})^{n} + {Factor(Scale(slope, n))}({Text(u)}){power}",
        $"Take out {power}: {Factor(du)}({Text(inner)}) = {Text(left)} and {Factor(Scale(slope, n))}({Text(u)}) = {Text(right)}",
        $"Their sum is {Text(rest)}");
}

Problem Quotient(Rng rng)
{
    int[] u = Draw(rng, 1), v = Draw(rng, 2), du = Derivative(u), dv = Derivative(v);
    if (rng.Chance(0.5))
        (u, v, du, dv) = (v, u, dv, du);
    int[] left = Times(du, v), right = Times(u, dv), above = Plus(left, Scale(right, -1));
    return Ask(
        $"({Text(u)})/({Text(v)})",
        $"({Text(above)})/({Text(v)})^2",
        $"The numerator has the derivative {Text(du)}, the denominator {Text(dv)}.",
        $"{Factor(du)}({Text(v)}) = {Text(left)}",
        $"{Factor(dv)}({Text(u)}) = {Text(right)}",
        $"Their difference is {Text(above)}; the denominator is squared.");
}

IEnumerable<string> TermByTerm(int[] f)
{
    for (int power = f.Length - 1; power > 1; power--)
    {
        if (f[power] != 0)
            yield return $"{Term(f[power], power)}: {f[power]} * {power} = {f[power] * power} and the power falls to {power - 1}, which gives {Term(f[power] * power, power - 1)}";
    }
    yield return $"{Term(f[1], 1)} gives {f[1]}, and {f[0]} gives 0";
}

// A polynomial is its coefficients, the constant first.
int[] Draw(Rng rng, int degree)
{
    int[] polynomial = new int[degree + 1];
    for (int i = 0; i < degree; i++)
        polynomial[i] = NonZero(rng, 9);
    polynomial[degree] = rng.Integer(1, 5);
    return polynomial;
}

int[] Derivative(int[] f)
{
    int[] derivative = new int[f.Length - 1];
    for (int i = 0; i < derivative.Length; i++)
        derivative[i] = f[i + 1] * (i + 1);
    return derivative;
}

int[] Scale(int[] f, int factor) => Array.ConvertAll(f, coefficient => coefficient * factor);

int[] Plus(int[] a, int[] b)
{
    int[] sum = new int[Math.Max(a.Length, b.Length)];
    for (int i = 0; i < sum.Length; i++)
        sum[i] = (i < a.Length ? a[i] : 0) + (i < b.Length ? b[i] : 0);
    return sum;
}

int[] Times(int[] a, int[] b)
{
    int[] product = new int[a.Length + b.Length - 1];
    for (int i = 0; i < a.Length; i++)
    {
        for (int j = 0; j < b.Length; j++)
            product[i + j] += a[i] * b[j];
    }
    return product;
}

// In brackets where it is a sum.
string Factor(int[] polynomial) => Text(polynomial) is var text && text.Contains(' ') ? $"({text})" : text;

string Text(int[] polynomial)
{
    var sum = new StringBuilder();
    for (int power = polynomial.Length - 1; power >= 0; power--)
    {
        if (polynomial[power] == 0)
            continue;
        string term = Term(Math.Abs(polynomial[power]), power);
        sum.Append(sum.Length == 0 ? (polynomial[power] < 0 ? "-" : "") : polynomial[power] < 0 ? " - " : " + ").Append(term);
    }
    return sum.Length == 0 ? "0" : sum.ToString();
}

string Term(int coefficient, int power)
{
    string x = power == 1 ? "x" : $"x^{power}";
    return power == 0 ? $"{coefficient}" : coefficient switch { 1 => x, -1 => $"-{x}", _ => $"{coefficient}{x}" };
}

int NonZero(Rng rng, int size) => rng.Integer(1, size) * (rng.Chance(0.5) ? 1 : -1);
