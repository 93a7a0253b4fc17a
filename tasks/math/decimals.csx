// tasks/math/decimals.csx: calculate with decimal numbers.
using System.Globalization;

Task(version: 1, levels: 6, tags: ["arithmetic", "decimals"], reward: "numeric");

// The steps come in the order in which a person works: products and quotients first, parentheses before all.
Problem Generate(Rng rng, int level)
{
    var steps = new List<string>();
    decimal a = Draw(rng, 10, 999), b = Draw(rng, 10, 999), c = Draw(rng, 2, 99);
    switch (level)
    {
        case 1:
            return rng.Chance(0.5) ? Ask($"{Text(a)} + {Text(b)}", Add(a, b, steps), steps) : Ask($"{Text(a)} - {Text(b)}", Subtract(a, b, steps), steps);
        case 2:
            return Ask($"{Text(a)} * {Text(c)}", Multiply(a, c, steps), steps);
        case 3:
            return Ask($"{Text(a * c)} / {Text(c)}", Divide(a * c, c, steps), steps);
        case 4:
            decimal product = Multiply(b, c, steps);
            return rng.Chance(0.5)
                ? Ask($"{Text(a)} + {Text(b)} * {Text(c)}", Add(a, product, steps), steps)
                : Ask($"{Text(a)} - {Text(b)} * {Text(c)}", Subtract(a, product, steps), steps);
        case 5:
            decimal dividend = a * c, less = rng.Integer(1, 99) * 0.1m;
            return Ask($"({Text(dividend + less)} - {Text(less)}) / {Text(c)} + {Text(b)}", Add(Divide(Subtract(dividend + less, less, steps), c, steps), b, steps), steps);
        default:
            decimal d = Draw(rng, 2, 99), sum = Add(a, d, steps), times = Multiply(sum, c, steps), quotient = Divide(b * d, d, steps);
            return Ask($"({Text(a)} + {Text(d)}) * {Text(c)} - {Text(b * d)} / {Text(d)}", Subtract(times, quotient, steps), steps);
    }
}

Problem Ask(string text, decimal value, List<string> steps) => Problem(
    question: $"Work out {text}. Answer with the exact decimal number alone.",
    answer: Text(value),
    solution: string.Join('\n', steps));

// One to three places, the last not 0.
decimal Draw(Rng rng, int low, int high)
{
    int digits = rng.Integer(low, high);
    return new decimal(digits % 10 == 0 ? digits + 1 : digits, 0, 0, false, (byte)rng.Integer(1, high > 99 ? 3 : 2));
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

// Both times a power of ten, until the divisor is whole.
decimal Divide(decimal a, decimal b, List<string> steps)
{
    decimal scale = Scale(Places(b));
    string scaled = scale == 1 ? "" : $" = {Text(a * scale)} / {Text(b * scale)}";
    steps.Add($"{Text(a)} / {Text(b)}{scaled} = {Text(a / b)}");
    steps.Add($"Check: {Text(b * scale)} * {Text(a / b)} = {Text(a * scale)}");
    return a / b;
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

string Text(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

string Text(decimal value, int places) => value.ToString($"F{places}", CultureInfo.InvariantCulture);
