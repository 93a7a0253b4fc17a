// tasks/math/pythagoras.csx: find lengths through right triangles in the plane and in space.
Task(version: 1, levels: 6, tags: ["geometry", "pythagoras"], reward: "numeric");

Problem Generate(Rng rng, int level) => level switch
{
    1 => Side(rng),
    2 => Distance(rng),
    3 => Box(rng),
    4 => Altitude(rng),
    5 => Chain(rng),
    _ => Equidistant(rng),
};

// Lengths are asked as the n in sqrt(n): roots seldom are whole.
Problem AskSquare(string question, int square, params IEnumerable<string> steps) => Problem(
    question: $"{question} The length is sqrt(n) cm: answer with the whole number n alone.",
    answer: $"{square}",
    solution: $"{string.Join('\n', steps)}\nThe length is sqrt({square}) cm, so n is {square}");

Problem Side(Rng rng)
{
    int a = rng.Integer(3, 60), b = rng.Integer(3, 60), longest = a + b - rng.Integer(1, Math.Min(a, b) - 1);
    return rng.Chance(0.5)
        ? AskSquare($"The legs of a right triangle are {a} cm and {b} cm long. How long is the hypotenuse?", a * a + b * b,
            $"{a}^2 + {b}^2 = {a * a} + {b * b} = {a * a + b * b}")
        : AskSquare($"The hypotenuse of a right triangle is {longest} cm long, one leg {a} cm. How long is the other leg?", longest * longest - a * a,
            $"{longest}^2 - {a}^2 = {longest * longest} - {a * a} = {longest * longest - a * a}");
}

Problem Distance(Rng rng)
{
    int[] p = rng.Integers(2, -20, 20), q = rng.Integers(2, -20, 20);
    if (p[0] == q[0])
        q[0] += 7;
    int across = q[0] - p[0], up = q[1] - p[1];
    return AskSquare($"How far is it from the point ({p[0]}, {p[1]}) to the point ({q[0]}, {q[1]}), where a unit is 1 cm?", across * across + up * up,
        $"Across: {q[0]} - {Bracketed(p[0])} = {across}",
        $"Up: {q[1]} - {Bracketed(p[1])} = {up}",
        $"{Bracketed(across)}^2 + {Bracketed(up)}^2 = {across * across + up * up}");
}

Problem Box(Rng rng)
{
    int a = rng.Integer(2, 30), b = rng.Integer(2, 30), c = rng.Integer(2, 30), floor = a * a + b * b;
    return AskSquare($"A box is {a} cm long, {b} cm wide and {c} cm high. How long is the line from one corner to the opposite one, through the inside?", floor + c * c,
        $"The floor's diagonal squared: {a}^2 + {b}^2 = {floor}",
        "With the height it makes another right triangle.",
        $"{floor} + {c}^2 = {floor + c * c}");
}

// Two right triangles that share the altitude
Problem Altitude(Rng rng)
{
    int foot = rng.Integer(2, 20), left = foot + rng.Integer(3, 20), rest = rng.Integer(2, 25), height = left * left - foot * foot;
    return AskSquare(
        $"In the triangle ABC the altitude from C meets the side AB at D, between A and B. AC is {left} cm, AD is {foot} cm, DB is {rest} cm. How long is BC?",
        height + rest * rest,
        $"In the right triangle ADC, CD squared is {left}^2 - {foot}^2 = {height}",
        $"In the right triangle DBC, BC squared is {height} + {rest}^2 = {height + rest * rest}");
}

// A spiral of right triangles, each on the hypotenuse of the one before
Problem Chain(Rng rng)
{
    int[] legs = rng.Integers(rng.Integer(4, 5), 2, 15);
    string points = "ABCDEF";
    var sides = new List<string>();
    var steps = new List<string>();
    int square = 0;
    for (int i = 0; i < legs.Length; i++)
    {
        sides.Add($"{points[i]}{points[i + 1]} is {legs[i]} cm");
        int next = square + legs[i] * legs[i];
        if (i > 0)
            steps.Add($"A{points[i + 1]} squared: {(i == 1 ? $"{legs[0]}^2" : $"{square}")} + {legs[i]}^2 = {next}");
        square = next;
    }
    string angles = string.Join(", ", Enumerable.Range(1, legs.Length - 1).Select(i => $"A{points[i]}{points[i + 1]}"));
    return AskSquare($"{string.Join(", ", sides)}. The angles {angles} are right angles. How long is A{points[legs.Length]}?", square, steps);
}

// The point of the x-axis at the same distance from two others
Problem Equidistant(Rng rng)
{
    int a = rng.Integer(-12, 12), b = rng.Integer(1, 12), c = a + rng.Integer(1, 9), d = rng.Integer(1, 12);
    int left = a * a + b * b, right = c * c + d * d;
    string answer = Fraction(right - left, 2 * (c - a));
    return Problem(
        question: $"Which point (x, 0) is as far from ({a}, {b}) as from ({c}, {d})? Answer with x alone, a fraction in lowest terms if it is not whole.",
        answer: answer,
        solution: string.Join('\n', [
            $"The squares of the distances are equal: {Square(a)} + {b}^2 = {Square(c)} + {d}^2",
            $"Multiply out, with {Bracketed(a)}^2 + {b}^2 = {left} and {Bracketed(c)}^2 + {d}^2 = {right}",
            $"x^2{Term(-2 * a)} + {left} = x^2{Term(-2 * c)} + {right}",
            $"{2 * (c - a)}x = {right} - {left} = {right - left}",
            $"x = {right - left} / {2 * (c - a)} = {answer}",
        ]));
}

string Square(int number) => number == 0 ? "x^2" : $"(x {(number < 0 ? '+' : '-')} {Math.Abs(number)})^2";

string Term(int factor) => factor == 0 ? "" : $" {(factor < 0 ? '-' : '+')} {Math.Abs(factor)}x";

string Fraction(int numerator, int denominator)
{
    int divisor = Gcd(numerator, denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";

int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);
