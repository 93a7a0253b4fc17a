// tasks/math/decimals.csx: calculate with decimal numbers.
using System.Globalization;

Task(version: 1, levels: 6, tags: ["arithmetic", "decimals"], reward: "numeric");

// At most five digits: closer numbers would count as equal.
Problem Generate(Rng rng, int level)
{
    Problem problem;
    do
        problem = Draw(rng, level);
    while (problem.Answer.Count(char.IsAsciiDigit) > 5);
    return problem;
}

// The steps come in the order in which a person works: parentheses first, then products and quotients.
Problem Draw(Rng rng, int level)
{
    var steps = new List<string>();
    decimal a = Draw(rng, 3, 3), b = Draw(rng, 3, 3), c = Draw(rng, 2, 2), d = Draw(rng, 2, 2), tenths = Draw(rng, 2, 1);
    switch (level)
    {
        case 1:
            return rng.Chance(0.5) ? Ask($"{Text(a)} + {Text(b)}", Add(a, b, steps), steps) : Ask($"{Text(a)} - {Text(b)}", Subtract(a, b, steps), steps);
        case 2:
            return Ask($"{Text(a)} * {Text(tenths)}", Multiply(a, tenths, steps), steps);
        case 3:
            return Ask($"{Text(a * c)} / {Text(c)}", Divide(a * c, c, steps), steps);
        case 4:
            decimal product = Multiply(c, tenths, steps);
            return rng.Chance(0.5)
                ? Ask($"{Text(a)} + {Text(c)} * {Text(tenths)}", Add(a, product, steps), steps)
                : Ask($"{Text(a)} - {Text(c)} * {Text(tenths)}", Subtract(a, product, steps), steps);
        case 5:
            decimal difference = Subtract(a * c + d, d, steps), quotient = Divide(difference, c, steps);
            return Ask($"({Text(a * c + d)} - {Text(d)}) / {Text(c)} + {Text(b)}", Add(quotient, b, steps), steps);
        default:
            decimal times = Multiply(Add(c, d, steps), tenths, steps), divided = Divide(a * d, d, steps);
            return Ask($"({Text(c)} + {Text(d)}) * {Text(tenths)} - {Text(a * d)} / {Text(d)}", Subtract(times, divided, steps), steps);
    }
}

Problem Ask(string text, decimal value, List<string> steps) => Problem(
    question: $"Work out {text}. Answer with the exact decimal number alone.",
    answer: Text(value),
    solution: string.Join('\n', steps));

// Up to so many places, the last not 0.
decimal Draw(Rng rng, int digits, int places)
{
    int lead = rng.Integer(digits == 2 ? 1 : 10, digits == 2 ? 9 : 99);
    return new decimal(10 * lead + rng.Integer(1, 9), 0, 0, false, (byte)rng.Integer(1, places));
}

decimal Add(decimal a, decimal b, List<string> steps) => Align(a, b, '+', a + b, steps);

decimal Subtract(decimal a, decimal b, List<string> steps) => Align(a, b, '-', a - b, steps);

// With equally many places the numbers are added like whole ones: 3.4 + 2.75 = 3.40 + 2.75 = 6.15
decimal Align(decimal a, decimal b, char sign, decimal value, List<string> steps)
{
    int places = Math.Max(Places(a), Places(b));
    string aligned = Places(a) == Places(b) ? "" : $" = {Text(a, places)} {sign} {Text(b, places)}";
    steps.Add($"{Text(a)} {sign} {Text(b)}{aligned} = {Text(value)}");
    return value;
}

// As whole numbers, split by the digits of one of them; then as many places as both have together.
decimal Multiply(decimal a, decimal b, List<string> steps)
{
    long left = Whole(a), right = Whole(b), tens = right / 10 * 10, ones = right % 10;
    int places = Places(a) + Places(b);
    string split = tens > 0 && ones > 0 ? $" = {left} * {tens} + {left} * {ones} = {left * tens} + {left * ones}" : "";
    steps.Add($"{left} * {right}{split} = {left * right}");
    steps.Add($"{Places(a)} + {Places(b)} = {places}, so {places} decimal places: {Text(a)} * {Text(b)} = {Text(a * b)}");
    return a * b;
}

// Both times a power of ten, until the divisor is whole; then digit by digit.
decimal Divide(decimal a, decimal b, List<string> steps)
{
    decimal scale = Scale(Places(b)), quotient = a / b, rest = a * scale, divisor = b * scale;
    steps.Add($"{Text(a)} / {Text(b)} = {Text(rest)} / {Text(divisor)}");
    var parts = new List<string>();
    for (decimal place = 100; rest > 0; place /= 10)
    {
        decimal part = decimal.Truncate(rest / divisor / place) * place;
        if (part == 0)
            continue;
        steps.Add($"{Text(part)} * {Text(divisor)} = {Text(part * divisor)}, {Text(rest)} - {Text(part * divisor)} = {Text(rest - part * divisor)}");
        parts.Add(Text(part));
        rest -= part * divisor;
    }
    steps.Add($"{Text(a)} / {Text(b)} = {(parts.Count > 1 ? $"{string.Join(" + ", parts)} = " : "")}{Text(quotient)}");
    return quotient;
}

decimal Scale(int places) => places switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };

long Whole(decimal value)
{
    while (value != decimal.Truncate(value))
        value *= 10;
    return (long)value;
}

int Places(decimal value)
{
    int places = 0;
    for (; value != decimal.Truncate(value); places++)
        value *= 10;
    return places;
}

// Without zeros at the end, which a decimal keeps.
string Text(decimal value)
{
    string text = value.ToString(CultureInfo.InvariantCulture);
    return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
}

string Text(decimal value, int places) => value.ToString($"F{places}", CultureInfo.InvariantCulture);
