// tasks/math/dice-probability.csx: the chance of a sum, of a number of successes, and of one event given another.
using System.Numerics;
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["probability", "counting"]);

Problem Generate(Rng rng, int level) => level switch
{
    1 => TwoDice(rng),
    2 => AtLeast(rng),
    3 => Multiple(rng),
    4 => ThreeDice(rng),
    5 => Successes(rng),
    _ => Given(rng),
};

Problem Ask(string dice, string question, long good, long all, IEnumerable<string> steps)
{
    string answer = Fraction(good, all);
    return Problem(
        question: $"{dice} What is the probability that {question}? Answer with a fraction in lowest terms.",
        answer: answer,
        solution: $"{string.Join('\n', steps)}\nProbability: {(answer == $"{good}/{all}" ? "" : $"{good} / {all} = ")}{answer}");
}

// Any fraction of the same value, exactly: with large denominators near misses would be within a tolerance.
double Score(Problem problem, string answer) =>
    Parse(answer) is var (a, b) && Parse(problem.Answer) is var (c, d) && a * d == b * c ? 1 : 0;

(BigInteger Numerator, BigInteger Denominator)? Parse(string text)
{
    if (text.Length > 40)
        return null;
    Match fraction = Regex.Match(text.Trim(' '), @"^([0-9]+)(?: ?/ ?([1-9][0-9]*))?\z");
    if (!fraction.Success)
        return null;
    Group below = fraction.Groups[2];
    return (BigInteger.Parse(fraction.Groups[1].Value), below.Success ? BigInteger.Parse(below.Value) : BigInteger.One);
}

string TwoFair(int a, int b) => $"A fair die with the numbers 1 to {a} and one with the numbers 1 to {b} are rolled.";

// How many values of a die of a sides leave 1 to b for the other.
int Ways(int a, int b, int sum) => Math.Max(0, Math.Min(a, sum - 1) - Math.Max(1, sum - b) + 1);

string WaysText(int a, int b, int sum)
{
    int low = Math.Max(1, sum - b), high = Math.Min(a, sum - 1);
    return low == high
        ? $"Sum {sum}: the first die must be {low}, 1 way"
        : $"Sum {sum}: the first die can be {low} to {high}, {high} - {low} + 1 = {high - low + 1} ways";
}

Problem TwoDice(Rng rng)
{
    int a = rng.Integer(4, 20), b = rng.Integer(4, 20), sum = rng.Integer(3, a + b - 1);
    return Ask(TwoFair(a, b), $"the sum is {sum}", Ways(a, b, sum), a * b, [$"Outcomes: {a} * {b} = {a * b}", WaysText(a, b, sum)]);
}

Problem AtLeast(Rng rng)
{
    int a = rng.Integer(4, 20), b = rng.Integer(4, 20), far = rng.Integer(2, 8), good = 0;
    bool top = rng.Chance(0.5);
    var steps = new List<string> { $"Outcomes: {a} * {b} = {a * b}" };
    var counts = new List<int>();
    for (int i = 0; i <= far; i++)
    {
        int sum = top ? a + b - i : 2 + i;
        steps.Add(WaysText(a, b, sum));
        counts.Add(Ways(a, b, sum));
        good += counts[i];
    }
    steps.Add($"{string.Join(" + ", counts)} = {good}");
    return Ask(TwoFair(a, b), top ? $"the sum is at least {a + b - far}" : $"the sum is at most {2 + far}", good, a * b, steps);
}

Problem Multiple(Rng rng)
{
    int a = rng.Integer(4, 16), b = rng.Integer(4, 16), k = rng.Integer(3, 7), rest = rng.Integer(0, k - 1), good = 0;
    var steps = new List<string> { $"Outcomes: {a} * {b} = {a * b}" };
    var counts = new List<int>();
    for (int sum = 2 + ((rest - 2) % k + k) % k; sum <= a + b; sum += k)
    {
        steps.Add(WaysText(a, b, sum));
        counts.Add(Ways(a, b, sum));
        good += counts[^1];
    }
    if (counts.Count > 1)
        steps.Add($"{string.Join(" + ", counts)} = {good}");
    return Ask(TwoFair(a, b), rest == 0 ? $"the sum is a multiple of {k}" : $"the sum leaves the remainder {rest} when it is divided by {k}", good, a * b, steps);
}

Problem ThreeDice(Rng rng)
{
    int a = rng.Integer(4, 12), b = rng.Integer(4, 12), c = rng.Integer(4, 8), sum = rng.Integer(5, a + b + c - 3), good = 0;
    var steps = new List<string> { $"Outcomes: {a} * {b} * {c} = {a * b * c}" };
    var counts = new List<int>();
    for (int third = 1; third <= c; third++)
    {
        int ways = Ways(a, b, sum - third);
        if (ways == 0)
            continue;
        steps.Add($"Third die {third}. {WaysText(a, b, sum - third)}");
        counts.Add(ways);
        good += ways;
    }
    if (counts.Count > 1)
        steps.Add($"{string.Join(" + ", counts)} = {good}");
    return Ask(
        $"Three fair dice are rolled: one with the numbers 1 to {a}, one with 1 to {b}, one with 1 to {c}.",
        $"the sum of all three is {sum}", good, a * b * c, steps);
}

// Binomial: exactly, or at least, so many dice show a high number.
Problem Successes(Rng rng)
{
    int dice = rng.Integer(3, 6), sides = rng.Integer(4, 20), least = rng.Integer(2, sides), wanted = rng.Integer(1, dice - 1);
    bool exactly = rng.Chance(0.6);
    int high = sides - least + 1, low = least - 1, last = exactly ? wanted : dice;
    long all = Power(sides, dice), good = 0;
    var steps = new List<string>
    {
        $"Outcomes: {sides}^{dice} = {all}",
        $"On one die {high} of {sides} numbers are {least} or more, {low} {(low == 1 ? "is" : "are")} less.",
    };
    var counts = new List<long>();
    for (int k = wanted; k <= last; k++)
    {
        int places = Choose(dice, k);
        counts.Add(places * Power(high, k) * Power(low, dice - k));
        good += counts[^1];
        steps.Add($"{k} high: {places} {(places == 1 ? "choice" : "choices")} of the dice, {places} * {high}^{k} * {low}^{dice - k} = {counts[^1]}");
    }
    if (counts.Count > 1)
        steps.Add($"{string.Join(" + ", counts)} = {good}");
    return Ask(
        $"{Capitals[dice]} fair dice, each with the numbers 1 to {sides}, are rolled.",
        $"{(exactly ? "exactly" : "at least")} {wanted} of them {(wanted == 1 ? "shows" : "show")} {least} or more", good, all, steps);
}

string[] Capitals = ["", "", "", "Three", "Four", "Five", "Six"];

// Among the outcomes with a large sum, those where the first die is larger, or the numbers differ by so much.
Problem Given(Rng rng)
{
    int a = rng.Integer(6, 24), b = a + rng.Integer(-3, 3), least = a + b - rng.Integer(3, 8), gap = rng.Integer(0, 4), good = 0, all = 0;
    var steps = new List<string>();
    var counts = new List<int>();
    var possible = new List<int>();
    for (int first = Math.Max(1, least - b); first <= a; first++)
    {
        int from = Math.Max(1, least - first), to = Math.Min(b, first - gap), ways = Math.Max(0, to - from + 1);
        possible.Add(b - from + 1);
        counts.Add(ways);
        all += possible[^1];
        good += ways;
        string second = from == b ? $"{b}" : $"{from} to {b}";
        string fits = ways switch { 0 => "none fits", 1 => $"{from} fits", _ => $"{from} to {to} fit" };
        steps.Add($"First die {first}: the second is {second}, {possible[^1]} in all, of which {fits}");
    }
    steps.Add($"Outcomes with such a sum: {string.Join(" + ", possible)} = {all}");
    steps.Add($"Among them with the first die high enough: {string.Join(" + ", counts)} = {good}");
    string question = gap == 0 ? "at least as large as the second" : $"larger than the second by {gap} or more";
    return Ask(
        $"{TwoFair(a, b)} The sum turns out to be at least {least}.",
        $"the first die's number is {question}", good, all, steps);
}

long Power(int number, int exponent)
{
    long power = 1;
    for (int i = 0; i < exponent; i++)
        power *= number;
    return power;
}

int Choose(int n, int k)
{
    int ways = 1;
    for (int i = 1; i <= k; i++)
        ways = ways * (n - k + i) / i;
    return ways;
}

string Fraction(long numerator, long denominator)
{
    long divisor = Gcd(numerator, denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
