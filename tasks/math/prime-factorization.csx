// tasks/math/prime-factorization.csx: write a number as a product of powers of primes.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["number-theory", "algorithm"]);

int[] primes = [.. Enumerable.Range(2, 498).Where(n => Enumerable.Range(2, n - 2).TakeWhile(d => d * d <= n).All(d => n % d != 0))];

// One prime that is not small, then two; from level 4 products, powers and quotients, whose exponents add up.
Problem Generate(Rng rng, int level) => level switch
{
    1 => Single(Small(rng, 2, 3) * Prime(rng, 13, 499)),
    2 => Single(Small(rng, 2, 3) * Prime(rng, 11, 61) * Prime(rng, 11, 61)),
    3 => Single(Small(rng, 2, 3) * Prime(rng, 17, 97) * Prime(rng, 101, 199)),
    4 => Combined((Small(rng, 3, 4), 1), (Small(rng, 2, 3) * Prime(rng, 11, 47), 1)),
    5 => Combined((Small(rng, 2, 3), rng.Integer(2, 4)), (Small(rng, 2, 3) * Prime(rng, 11, 47), rng.Integer(2, 4))),
    _ => Quotient(rng),
};

int Small(Rng rng, int least, int most)
{
    int product = 1;
    for (int count = rng.Integer(least, most); count > 0; count--)
        product *= primes[rng.Integer(0, 4)];
    return product;
}

int Prime(Rng rng, int low, int high) =>
    primes[rng.Integer(Array.IndexOf(primes, low), Array.IndexOf(primes, high))];

Problem Single(int number)
{
    var steps = new List<string>();
    return Ask($"{number}", Divide(number, steps), steps);
}

// (c d)^p * e^q / c^r with r <= p, so that no exponent is negative.
Problem Quotient(Rng rng)
{
    int divisor = Small(rng, 2, 2), p = rng.Integer(3, 5);
    return Combined((divisor * Small(rng, 1, 2), p), (Small(rng, 1, 2) * Prime(rng, 11, 47), rng.Integer(1, 3)), (divisor, -rng.Integer(2, p)));
}

Problem Combined(params (int Number, int Exponent)[] terms)
{
    var steps = new List<string>();
    int[][] parts = Array.ConvertAll(terms, term => Divide(term.Number, steps));
    int[] powers = new int[primes.Length];
    for (int i = 0; i < primes.Length; i++)
    {
        string sum = "";
        for (int j = 0; j < terms.Length; j++)
        {
            int exponent = parts[j][i], times = terms[j].Exponent;
            if (exponent == 0)
                continue;
            powers[i] += exponent * times;
            sum += $"{(times < 0 ? " - " : sum != "" ? " + " : "")}{exponent}{(Math.Abs(times) == 1 ? "" : $" * {Math.Abs(times)}")}";
        }
        if (sum.Length > 1)
            steps.Add($"exponent of {primes[i]}: {sum} = {powers[i]}");
    }
    string number = "";
    foreach ((int factor, int exponent) in terms)
        number += $"{(number == "" ? "" : exponent < 0 ? " / " : " * ")}{Power(factor, Math.Abs(exponent))}";
    steps.Add($"{number} = {Product(powers)}");
    return Ask(number, powers, steps);
}

Problem Ask(string number, int[] powers, List<string> steps) => Problem(
    question: $"Write {number} as a product of powers of primes. Answer in the form 2^3 * 5 * 11, the smallest prime first.",
    answer: Product(powers),
    solution: string.Join('\n', steps));

// By the primes in turn, until the rest is smaller than the square of the next one: the exponents of all primes.
int[] Divide(int number, List<string> steps)
{
    int[] powers = new int[primes.Length];
    int rest = number, i = 0;
    for (; primes[i] * primes[i] <= rest; i++)
    {
        for (; rest % primes[i] == 0 && rest > primes[i]; rest /= primes[i])
        {
            steps.Add($"{rest} / {primes[i]} = {rest / primes[i]}");
            powers[i]++;
        }
    }
    int last = Array.IndexOf(primes, rest);
    if (powers[last] == 0)
        steps.Add($"{rest} is prime: nothing below {primes[i]} divides it, and {primes[i]} * {primes[i]} = {primes[i] * primes[i]} is greater");
    powers[last]++;
    steps.Add($"{number} = {Product(powers)}");
    return powers;
}

string Product(int[] powers)
{
    string product = "";
    for (int i = 0; i < primes.Length; i++)
    {
        if (powers[i] != 0)
            product += $"{(product == "" ? "" : " * ")}{Power(primes[i], powers[i])}";
    }
    return product;
}

string Power(int number, int exponent) => exponent == 1 ? $"{number}" : $"{number}^{exponent}";

// As powers or prime by prime.
double Score(Problem problem, string answer) =>
    Parse(answer) is { } given && given.SequenceEqual(Parse(problem.Answer)!) ? 1 : 0;

List<int>? Parse(string answer)
{
    if (answer.Length > 200)
        return null;
    var factors = new List<int>();
    foreach (string part in answer.Split('*'))
    {
        Match power = Regex.Match(part, @"^ *([1-9][0-9]{0,3})(?: ?\^ ?([1-9][0-9]?))? *\z");
        if (!power.Success)
            return null;
        int exponent = power.Groups[2].Success ? int.Parse(power.Groups[2].Value) : 1;
        factors.AddRange(Enumerable.Repeat(int.Parse(power.Groups[1].Value), exponent));
    }
    return factors;
}
