// tasks/math/complex-numbers.csx: add, multiply, divide and raise complex numbers, and solve for one.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["algebra", "complex-numbers"]);

readonly record struct Complex(int Real, int Imaginary)
{
    public static Complex operator +(Complex a, Complex b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);
    public static Complex operator -(Complex a, Complex b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);
    public static Complex operator *(Complex a, Complex b) =>
        new(a.Real * b.Real - a.Imaginary * b.Imaginary, a.Real * b.Imaginary + a.Imaginary * b.Real);
}

// Add or subtract; multiply; subtract products; divide; a power; an equation.
Problem Generate(Rng rng, int level)
{
    var steps = new List<string>();
    Complex a = Draw(rng, level == 1 ? 20 : 9), b = Draw(rng, level == 1 ? 20 : 9), c = Draw(rng, 9), d = Draw(rng, 9);
    switch (level)
    {
        case 1:
            return rng.Chance(0.5)
                ? Ask($"({Text(a)}) + ({Text(b)})", Sum(a, b, steps), steps)
                : Ask($"({Text(a)}) - ({Text(b)})", Difference(a, b, steps), steps);
        case 2:
            return Ask($"({Text(a)})({Text(b)})", Product(a, b, steps), steps);
        case 3:
            return Ask($"({Text(a)})({Text(b)}) - ({Text(c)})({Text(d)})", Difference(Product(a, b, steps), Product(c, d, steps), steps), steps);
        case 4:
            return Ask($"({Text(a * b)})/({Text(b)})", Quotient(a * b, b, steps), steps);
        case 5:
            b = Draw(rng, 5);
            Complex power = Product(b, b, steps);
            int exponent = rng.Integer(3, 4);
            for (int i = 2; i < exponent; i++)
                power = Product(power, b, steps);
            return Ask($"({Text(a)})({Text(b)})^{exponent}", Product(a, power, steps), steps);
        default:
            if (b == c)
                c = new(b.Real, -b.Imaginary);
            Complex value = (b - c) * a + d;
            steps.Add($"All z to the left, the rest to the right: (({Text(b)}) - ({Text(c)}))z = ({Text(value)}) - ({Text(d)})");
            Complex slope = Difference(b, c, steps), rest = Difference(value, d, steps);
            steps.Add($"z = ({Text(rest)})/({Text(slope)})");
            return Ask($"the z for which ({Text(b)})z + ({Text(d)}) = ({Text(c)})z + ({Text(value)})", Quotient(rest, slope, steps), steps);
    }
}

Problem Ask(string asked, Complex answer, List<string> steps) => Problem(
    question: $"Work out {asked}. Here i^2 = -1. Answer in the form a + bi, such as 3 - 2i.",
    answer: Text(answer),
    solution: string.Join('\n', steps));

// A real and an imaginary part, either left out where it is 0; nothing left to work out.
double Score(Problem problem, string answer) => Parse(answer) is { } given && given == Parse(problem.Answer) ? 1 : 0;

Complex? Parse(string text)
{
    if (text.Length is 0 or > 60)
        return null;
    Match parts = Regex.Match(
        text.Trim(' '),
        @"^(?<real>[+-]?[0-9]{1,9}(?![0-9*i]))?(?: ?(?<sign>[+-]|^) ?(?<size>[0-9]{0,9})(?:(?<=[0-9])\*)?i)?\z");
    Group real = parts.Groups["real"], sign = parts.Groups["sign"], size = parts.Groups["size"];
    if (!real.Success && !sign.Success)
        return null;
    int imaginary = !sign.Success ? 0 : size.Length == 0 ? 1 : int.Parse(size.Value);
    return new(real.Success ? int.Parse(real.Value) : 0, sign.Value == "-" ? -imaginary : imaginary);
}

Complex Sum(Complex a, Complex b, List<string> steps)
{
    Complex sum = a + b;
    Write(sum, $"{a.Real} {Plus(b.Real)}", $"{a.Imaginary} {Plus(b.Imaginary)}", steps);
    return sum;
}

Complex Difference(Complex a, Complex b, List<string> steps)
{
    Complex difference = a - b;
    Write(difference, $"{a.Real} {Plus(-b.Real)}", $"{a.Imaginary} {Plus(-b.Imaginary)}", steps);
    return difference;
}

Complex Product(Complex a, Complex b, List<string> steps)
{
    Complex product = a * b;
    steps.Add($"({Text(a)})({Text(b)}):");
    Write(
        product,
        $"{a.Real} * {Bracketed(b.Real)} - {Bracketed(a.Imaginary)} * {Bracketed(b.Imaginary)}",
        $"{a.Real} * {Bracketed(b.Imaginary)} + {Bracketed(a.Imaginary)} * {Bracketed(b.Real)}",
        steps);
    return product;
}

// By the conjugate, which makes the divisor real.
Complex Quotient(Complex a, Complex b, List<string> steps)
{
    var conjugate = new Complex(b.Real, -b.Imaginary);
    steps.Add($"Multiply above and below by {Text(conjugate)}.");
    Complex above = Product(a, conjugate, steps);
    int below = b.Real * b.Real + b.Imaginary * b.Imaginary;
    steps.Add($"below: {Bracketed(b.Real)}^2 + {Bracketed(b.Imaginary)}^2 = {below}");
    var quotient = new Complex(above.Real / below, above.Imaginary / below);
    Write(quotient, $"{above.Real} / {below}", $"{above.Imaginary} / {below}", steps);
    return quotient;
}

void Write(Complex value, string real, string imaginary, List<string> steps) =>
    steps.Add($"real part: {real} = {value.Real}, imaginary part: {imaginary} = {value.Imaginary}, so {Text(value)}");

Complex Draw(Rng rng, int size) => new(NonZero(rng, size), NonZero(rng, size));

string Text(Complex number)
{
    string size = Math.Abs(number.Imaginary) == 1 ? "i" : $"{Math.Abs(number.Imaginary)}i";
    if (number.Imaginary == 0)
        return $"{number.Real}";
    if (number.Real == 0)
        return number.Imaginary < 0 ? $"-{size}" : size;
    return $"{number.Real} {(number.Imaginary < 0 ? '-' : '+')} {size}";
}

string Plus(int number) => number < 0 ? $"- {-number}" : $"+ {number}";

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";

int NonZero(Rng rng, int size) => rng.Integer(1, size) * (rng.Chance(0.5) ? 1 : -1);
