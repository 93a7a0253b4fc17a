// tasks/math/polynomial-multiplication.csx: multiply polynomials out and collect like terms.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["algebra", "polynomials"]);

// A polynomial is its coefficients, the constant first.
Problem Generate(Rng rng, int level)
{
    var steps = new List<string>();
    (string question, int[] product) = level switch
    {
        1 => Multiply(steps, Monomial(rng), Draw(rng, 2)),
        2 => Multiply(steps, Draw(rng, 1), Draw(rng, 1)),
        3 => Multiply(steps, Draw(rng, 1), Draw(rng, 2)),
        4 => Multiply(steps, Draw(rng, 2), Draw(rng, 2)),
        5 => Multiply(steps, Draw(rng, 1), Draw(rng, 1), Draw(rng, 1)),
        _ => Subtract(steps, Multiply(steps, Draw(rng, 1), Draw(rng, 2)), Multiply(steps, Draw(rng, 1), Draw(rng, 1))),
    };
    return Problem(
        question: $"Multiply out and collect like terms: {question}. Answer with a sum such as 2x^3 - x + 5.",
        answer: Text(product),
        solution: string.Join('\n', steps));
}

// Every power once, in any order, and nothing left to multiply: the question itself is no answer.
double Score(Problem problem, string answer) =>
    Coefficients(answer) is { } given && given.AsSpan().SequenceEqual(Coefficients(problem.Answer)) ? 1 : 0;

int[]? Coefficients(string text)
{
    if (text.Length > 200 || Regex.IsMatch(text, "[0-9x] +[0-9]"))
        return null;
    string sum = text.Replace(" ", "");
    int[] coefficients = new int[10];
    int length = 0, seen = 0;
    foreach (Match term in Regex.Matches(sum, @"\G(?<sign>[+-]|^)(?<size>[0-9]{1,9}|(?=x))(?:(?<=[0-9])\*(?=x))?(?<x>x(?:\^(?<power>[0-9]))?)?"))
    {
        string size = term.Groups["size"].Value, exponent = term.Groups["power"].Value;
        int power = exponent != "" ? exponent[0] - '0' : term.Groups["x"].Length;
        if ((seen >> power & 1) == 1)
            return null;
        seen |= 1 << power;
        coefficients[power] = (size == "" ? 1 : int.Parse(size)) * (term.Groups["sign"].Value == "-" ? -1 : 1);
        length += term.Length;
    }
    return length > 0 && length == sum.Length ? coefficients : null;
}

int[] Monomial(Rng rng)
{
    int[] monomial = new int[rng.Integer(2, 4)];
    monomial[^1] = rng.Integer(2, 9) * Sign(rng);
    return monomial;
}

int[] Draw(Rng rng, int degree)
{
    int[] polynomial = new int[degree + 1];
    for (int i = 0; i < degree; i++)
        polynomial[i] = rng.Integer(1, 9) * Sign(rng);
    polynomial[degree] = rng.Integer(1, 5);
    return polynomial;
}

(string Text, int[] Product) Multiply(List<string> steps, params int[][] factors)
{
    int[] product = factors[0];
    for (int i = 1; i < factors.Length; i++)
        product = Product(product, factors[i], steps);
    return (string.Concat(Array.ConvertAll(factors, Factor)), product);
}

// Every term of a times b, then power by power.
int[] Product(int[] a, int[] b, List<string> steps)
{
    int[] product = new int[a.Length + b.Length - 1];
    string[] sums = new string[product.Length];
    for (int i = a.Length - 1; i >= 0; i--)
    {
        if (a[i] == 0)
            continue;
        int[] part = new int[product.Length];
        for (int j = 0; j < b.Length; j++)
        {
            part[i + j] = a[i] * b[j];
            sums[i + j] += sums[i + j] is null ? $"{part[i + j]}" : part[i + j] < 0 ? $" - {-part[i + j]}" : $" + {part[i + j]}";
            product[i + j] += part[i + j];
        }
        int[] term = new int[i + 1];
        term[i] = a[i];
        steps.Add($"{Text(term)} times {Factor(b)} is {Text(part)}");
    }
    for (int power = product.Length - 1; power >= 0; power--)
    {
        if (sums[power]?.Contains(' ') == true)
            steps.Add($"{power switch { 0 => "constant", 1 => "x", _ => $"x^{power}" }}: {sums[power]} = {product[power]}");
    }
    steps.Add($"{Factor(a)}{Factor(b)} = {Text(product)}");
    return product;
}

(string Text, int[] Difference) Subtract(List<string> steps, (string Text, int[] Value) a, (string Text, int[] Value) b)
{
    int[] difference = [.. a.Value];
    for (int i = 0; i < b.Value.Length; i++)
        difference[i] -= b.Value[i];
    steps.Add($"{Text(a.Value)} - ({Text(b.Value)}) = {Text(difference)}");
    return ($"{a.Text} - {b.Text}", difference);
}

string Factor(int[] polynomial) => Text(polynomial) is var text && text.Contains(' ') ? $"({text})" : text;

string Text(int[] polynomial)
{
    var sum = new StringBuilder();
    for (int power = polynomial.Length - 1; power >= 0; power--)
    {
        int size = Math.Abs(polynomial[power]);
        if (size == 0)
            continue;
        sum.Append(sum.Length == 0 ? (polynomial[power] < 0 ? "-" : "") : polynomial[power] < 0 ? " - " : " + ");
        if (size != 1 || power == 0)
            sum.Append(size);
        if (power > 0)
            sum.Append('x');
        if (power > 1)
            sum.Append('^').Append(power);
    }
    return sum.Length == 0 ? "0" : sum.ToString();
}

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;
