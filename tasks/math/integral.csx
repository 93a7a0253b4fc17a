// tasks/math/integral.csx: find antiderivatives, definite integrals and the area between two curves.
Task(version: 1, levels: 6, tags: ["calculus", "polynomials"], reward: "math-equivalence");

Problem Generate(Rng rng, int level) => level switch
{
    1 => Antiderivative(rng),
    2 => Definite(rng),
    3 => Through(rng),
    4 => LinearSubstitution(rng),
    5 => Substitution(rng),
    _ => AreaBetween(rng),
};

Problem AskFunction(string f, int x, int y, string answer, params IEnumerable<string> steps) => Problem(
    question: $"Find the F with F'(x) = {f} and F({x}) = {y}. Answer with F(x) alone, such as 2x^3 - x + 5 or 4(3x + 1)^5 - 2.",
    answer: answer,
    solution: $"{string.Join('\n', steps)}\nF(x) = {answer}");

// Whole coefficients, and the constant at 0
Problem Antiderivative(Rng rng)
{
    int[] integral = Draw(rng, rng.Integer(2, 4)), f = Derivative(integral);
    return AskFunction(Text(f), 0, integral[0], Text(integral), [.. TermByTerm(f), $"F(0) is the constant: {integral[0]}"]);
}

Problem Definite(Rng rng)
{
    int[] integral = Draw(rng, rng.Integer(2, 3));
    integral[0] = 0;
    int[] f = Derivative(integral);
    int low = rng.Integer(-3, 2), high = low + rng.Integer(1, 4), answer = Value(integral, high) - Value(integral, low);
    return Problem(
        question: $"What is the integral of {Text(f)} from x = {low} to x = {high}? Answer with the number alone.",
        answer: $"{answer}",
        solution: string.Join('\n', [
            .. TermByTerm(f),
            $"Antiderivative: {Text(integral)}",
            $"At {high}: {Substituted(integral, high)} = {Value(integral, high)}",
            $"At {low}: {Substituted(integral, low)} = {Value(integral, low)}",
            $"Difference: {Value(integral, high)} - {Bracketed(Value(integral, low))} = {answer}",
        ]));
}

// The constant from another point than 0
Problem Through(Rng rng)
{
    int[] integral = Draw(rng, rng.Integer(2, 4)), f = Derivative(integral);
    int x = rng.Integer(1, 3) * Sign(rng), y = Value(integral, x), c = integral[0];
    integral[0] = 0;
    int without = Value(integral, x);
    string answer = $"{Text(integral)} {Plus(c)}";
    return AskFunction(Text(f), x, y, answer, [
        .. TermByTerm(f),
        $"Without a constant, F({x}) would be {Substituted(integral, x)} = {without}",
        $"It must be {y}, so the constant is {y} - {Bracketed(without)} = {c}",
    ]);
}

// k(ax + b)^n, where ax + b is 1 or -1 at the given point
Problem LinearSubstitution(Rng rng)
{
    int a = rng.Integer(2, 6), n = rng.Integer(2, 6), m = NonZero(rng, 4), x = rng.Integer(-4, 4), c = NonZero(rng, 9);
    int inner = Sign(rng), k = a * (n + 1) * m, power = n % 2 == 1 ? 1 : inner;
    int[] u = [inner - a * x, a];
    string answer = $"{Coefficient(m)}({Text(u)})^{n + 1} {Plus(c)}";
    return AskFunction($"{k}({Text(u)})^{n}", x, m * power + c, answer,
        $"({Text(u)})^{n + 1} has the derivative {n + 1} * {a} = {a * (n + 1)} times ({Text(u)})^{n}",
        $"{k} / {a * (n + 1)} = {m}, so F(x) is {Coefficient(m)}({Text(u)})^{n + 1} plus a constant",
        $"At {x}, {Text(u)} is {a} * {Bracketed(x)} {Plus(u[0])} = {inner}, so {m} * {Bracketed(inner)}^{n + 1} = {m * power} without the constant",
        $"It must be {m * power + c}, so the constant is {m * power + c} - {Bracketed(m * power)} = {c}");
}

// m (n + 1) u' u^n
Problem Substitution(Rng rng)
{
    int[] u = Draw(rng, 2);
    u[0] = rng.Integer(1, 3) * Sign(rng);
    int n = rng.Integer(2, 4), m = NonZero(rng, 3), c = NonZero(rng, 20), power = (int)Math.Pow(u[0], n + 1);
    int[] slope = Derivative(u), outer = Array.ConvertAll(slope, coefficient => coefficient * m * (n + 1));
    string answer = $"{Coefficient(m)}({Text(u)})^{n + 1} {Plus(c)}";
    return AskFunction($"({Text(outer)})({Text(u)})^{n}", 0, m * power + c, answer,
        $"With u = {Text(u)}, the derivative of u is {Text(slope)}",
        $"{Text(outer)} is {m * (n + 1)} times that, so F'(x) is {m * (n + 1)}u^{n} times the derivative of u",
        $"{m * (n + 1)} / {n + 1} = {m}, so F(x) is {Coefficient(m)}u^{n + 1} plus a constant",
        $"At 0, u is {u[0]}, so {m} * {Bracketed(u[0])}^{n + 1} = {m * power} without the constant",
        $"It must be {m * power + c}, so the constant is {m * power + c} - {Bracketed(m * power)} = {c}");
}

// A parabola above a line between where they meet, or below it
Problem AreaBetween(Rng rng)
{
    int a = rng.Integer(1, 6) * Sign(rng), low = rng.Integer(-6, 4), width = rng.Integer(2, 6), high = low + width;
    int slope = NonZero(rng, 6), shift = NonZero(rng, 9);
    int[] line = [shift, slope], parabola = [a * low * high + shift, -a * (low + high) + slope, a];
    int[] above = a < 0 ? parabola : line, below = a < 0 ? line : parabola;
    int k = -Math.Abs(a), b = -k * (low + high), c = k * low * high;
    int[] sixfold = [0, 6 * c, 3 * b, 2 * k];
    string atHigh = Fraction(Value(sixfold, high), 6), atLow = Fraction(Value(sixfold, low), 6);
    string answer = Fraction(Math.Abs(a) * width * width * width, 6);
    return Problem(
        question: $"What is the area of the region between y = {Text(parabola)} and y = {Text(line)}? Answer with the number alone, as a fraction if it is not whole.",
        answer: answer,
        solution: string.Join('\n', [
            $"Their difference, upper minus lower: {Text(above)} - ({Text(below)}) = {Text([c, b, k])}",
            $"It is {Coefficient(k)}({Text([-low, 1])})({Text([-high, 1])}), so they meet at x = {low} and x = {high}.",
            $"Antiderivative: ({Text(sixfold)})/6",
            $"At {high}: ({Substituted(sixfold, high)}) / 6 = {atHigh}",
            $"At {low}: ({Substituted(sixfold, low)}) / 6 = {atLow}",
            $"Area: {atHigh} - {(atLow[0] == '-' ? $"({atLow})" : atLow)} = {answer}",
        ]));
}

IEnumerable<string> TermByTerm(int[] f)
{
    for (int power = f.Length - 1; power >= 0; power--)
    {
        if (f[power] != 0)
            yield return $"{Term(f[power], power)}: the power rises to {power + 1}, and {f[power]} / {power + 1} = {f[power] / (power + 1)}, which gives {Term(f[power] / (power + 1), power + 1)}";
    }
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

int Value(int[] f, int x)
{
    int value = 0;
    for (int power = f.Length - 1; power >= 0; power--)
        value = value * x + f[power];
    return value;
}

// The sum with a number in the place of x
string Substituted(int[] f, int x)
{
    var sum = new StringBuilder();
    for (int power = f.Length - 1; power >= 0; power--)
    {
        if (f[power] == 0)
            continue;
        sum.Append(sum.Length == 0 ? (f[power] < 0 ? "-" : "") : f[power] < 0 ? " - " : " + ").Append(Math.Abs(f[power]));
        if (power > 0)
            sum.Append($" * {Bracketed(x)}").Append(power > 1 ? $"^{power}" : "");
    }
    return sum.Length == 0 ? "0" : sum.ToString();
}

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

string Term(int coefficient, int power) => power == 0 ? $"{coefficient}" : $"{Coefficient(coefficient)}x{(power == 1 ? "" : $"^{power}")}";

string Coefficient(int number) => number switch { 1 => "", -1 => "-", _ => $"{number}" };

string Fraction(int numerator, int denominator)
{
    int divisor = Gcd(numerator, denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

string Plus(int number) => number < 0 ? $"- {-number}" : $"+ {number}";

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";

int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

int NonZero(Rng rng, int size) => rng.Integer(1, size) * Sign(rng);

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;
