// tasks/math/linear-equation.csx: solve a linear equation in one unknown.
Task(version: 1, levels: 6, tags: ["algebra", "equations"], reward: "numeric");

// K(Px + Q)
readonly record struct Bracket(int K, int P, int Q);

// One side, both sides, one bracket, two brackets, fractions, brackets on both sides with a fraction as the solution.
Problem Generate(Rng rng, int level)
{
    int x = rng.Integer(-15, 15);
    switch (level)
    {
        case 1:
            Bracket line = new(1, rng.Integer(2, 12), NonZero(rng, 40));
            return Solve([line], [new(1, 0, line.P * x + line.Q)]);
        case 2:
            return Solve(rng, [new(1, NonZero(rng, 12), NonZero(rng, 40))], x);
        case 3:
            return Solve(rng, [new(rng.Integer(2, 9), 1, NonZero(rng, 12)), new(1, 0, NonZero(rng, 20))], x);
        case 4:
            return Solve(rng, [new(rng.Integer(2, 9), rng.Integer(1, 4), NonZero(rng, 12)), new(Sign(rng) * rng.Integer(2, 9), rng.Integer(1, 4), NonZero(rng, 12))], x);
        case 5:
            return SolveFractions(rng, x);
        default:
            Bracket a = Draw(rng, 1), b = Draw(rng, Sign(rng)), c = Draw(rng, 1);
            if (a.K * a.P + b.K * b.P == c.K * c.P)
                a = a with { P = a.P + 1 };
            return Solve([a, b], [c]);
    }
}

Bracket Draw(Rng rng, int sign) => new(sign * rng.Integer(2, 7), rng.Integer(1, 6), NonZero(rng, 9));

// With px + q on the right, such that the solution is x.
Problem Solve(Rng rng, Bracket[] left, int x)
{
    int slope = left.Sum(bracket => bracket.K * bracket.P), p = NonZero(rng, 9);
    if (p == slope)
        p = -p;
    return Solve(left, [new(1, p, left.Sum(bracket => bracket.K * (bracket.P * x + bracket.Q)) - p * x)]);
}

// (ax + b)/m + (cx + d)/n = px + q, where both fractions are whole numbers at x.
Problem SolveFractions(Rng rng, int x)
{
    int m = rng.Integer(2, 6), n = rng.Integer(2, 6), a = rng.Integer(1, 5), c = rng.Integer(1, 5), sign = Sign(rng);
    if (m == n)
        n++;
    int first = rng.Integer(-9, 9), second = rng.Integer(-9, 9), multiple = m * n / Gcd(m, n);
    int b = first * m - a * x, d = second * n - c * x, p = rng.Integer(6, 9) * Sign(rng), q = first + sign * second - p * x;
    string equation = $"({Line(a, b)})/{m} {(sign < 0 ? '-' : '+')} ({Line(c, d)})/{n} = {Line(p, q)}";
    return Solve(
        [new(multiple / m, a, b), new(sign * multiple / n, c, d)],
        [new(1, multiple * p, multiple * q)],
        equation,
        $"Multiply both sides by {multiple}: ");
}

Problem Solve(Bracket[] left, Bracket[] right, string? equation = null, string prefix = "")
{
    string text = $"{Text(left)} = {Text(right)}";
    int a = left.Sum(bracket => bracket.K * bracket.P), b = left.Sum(bracket => bracket.K * bracket.Q);
    int c = right.Sum(bracket => bracket.K * bracket.P), d = right.Sum(bracket => bracket.K * bracket.Q);
    var steps = new List<string> { prefix + text };
    if (left.Concat(right).Any(bracket => bracket.K != 1))
        steps.Add($"Multiply out: {Expanded(left)} = {Expanded(right)}");
    if (left.Length > 1)
        steps.Add($"Collect: {Line(a, b)} = {Line(c, d)}");
    if (c != 0)
        steps.Add($"{Move(c)} {Line(Math.Abs(c), 0)} {(c > 0 ? "from" : "to")} both sides: {Line(a - c, b)} = {d}");
    if (b != 0)
        steps.Add($"{Move(b)} {Math.Abs(b)} {(b > 0 ? "from" : "to")} both sides: {Line(a - c, 0)} = {d} {(b > 0 ? '-' : '+')} {Math.Abs(b)} = {d - b}");
    string answer = Fraction(d - b, a - c);
    if (a - c != 1)
        steps.Add($"Divide both sides by {a - c}: x = {d - b} / {Bracketed(a - c)} = {answer}");
    return Problem(
        question: $"Solve {equation ?? text} for x. Answer with the number alone, a fraction such as 7/3 if it is not whole.",
        answer: answer,
        solution: string.Join('\n', steps));
}

string Move(int number) => number > 0 ? "Subtract" : "Add";

string Text(Bracket[] side)
{
    var text = new StringBuilder();
    foreach (Bracket bracket in side)
    {
        if (bracket.K == 1 && (text.Length == 0 || bracket.P == 0))
        {
            Append(text, bracket.P, "x");
            Append(text, bracket.Q, "");
        }
        else
        {
            Append(text, bracket.K, $"({Line(bracket.P, bracket.Q)})");
        }
    }
    return text.Length == 0 ? "0" : text.ToString();
}

string Expanded(Bracket[] side)
{
    var text = new StringBuilder();
    foreach (Bracket bracket in side)
    {
        Append(text, bracket.K * bracket.P, "x");
        Append(text, bracket.K * bracket.Q, "");
    }
    return text.Length == 0 ? "0" : text.ToString();
}

string Line(int a, int b) => Text([new(1, a, b)]);

void Append(StringBuilder sum, int number, string unit)
{
    if (number == 0)
        return;
    sum.Append(sum.Length == 0 ? (number < 0 ? "-" : "") : number < 0 ? " - " : " + ");
    if (Math.Abs(number) != 1 || unit == "")
        sum.Append(Math.Abs(number));
    sum.Append(unit);
}

string Fraction(int numerator, int denominator)
{
    int divisor = Gcd(numerator, denominator) * Math.Sign(denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";

int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

int NonZero(Rng rng, int size) => rng.Integer(1, size) * Sign(rng);

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;
