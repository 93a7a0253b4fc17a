// tasks/math/prime-factorization.csx: write a number as a product of powers of primes.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["number-theory", "algorithm"]);

int[] primes = [.. Enumerable.Range(2, 498).Where(n => Enumerable.Range(2, n - 2).TakeWhile(d => d * d <= n).All(d => n % d != 0))];

// One large prime, two, a square of one; then products, powers and quotients of numbers, whose exponents add up.
Problem Generate(Rng rng, int level) => level switch
{
    1 => Single(Small(rng, 2, 3) * Prime(rng, 13, 499)),
    2 => Single(Small(rng, 2, 3) * Prime(rng, 11, 61) * Prime(rng, 11, 61)),
    3 => Single(Small(rng, 3, 4) * Prime(rng, 17, 97) * Prime(rng, 101, 199)),
    4 => Combined([Small(rng, 3, 4), Small(rng, 3, 4) * Prime(rng, 11, 47)], [1, 1]),
    5 => Combined([Small(rng, 2, 3), Small(rng, 2, 3) * Prime(rng, 11, 47)], [rng.Integer(2, 4), rng.Integer(2, 4)]),
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
    SortedDictionary<int, int> powers = Divide(number, steps);
    return Ask($"{number}", powers, steps);
}

Problem Combined(int[] numbers, int[] exponents)
{
    var steps = new List<string>();
    var powers = new SortedDictionary<int, int>();
    string question = string.Join(" * ", numbers.Zip(exponents, Power));
    for (int i = 0; i < numbers.Length; i++)
        Gather(powers, Divide(numbers[i], steps), exponents[i]);
    return Ask(question, powers, steps);
}

// (c d)^p * e^q / c^r, so that every exponent stays positive or goes.
Problem Quotient(Rng rng)
{
    int divisor = Small(rng, 2, 2), number = divisor * Small(rng, 1, 2), other = Small(rng, 1, 2) * Prime(rng, 11, 47);
    int p = rng.Integer(3, 5), q = rng.Integer(1, 3), r = rng.Integer(2, p);
    var steps = new List<string>();
    var powers = new SortedDictionary<int, int>();
    Gather(powers, Divide(number, steps), p);
    Gather(powers, Divide(other, steps), q);
    Gather(powers, Divide(divisor, steps), -r);
    return Ask($"{Power(number, p)} * {Power(other, q)} / {Power(divisor, r)}", powers, steps);
}

Problem Ask(string number, SortedDictionary<int, int> powers, List<string> steps)
{
    string answer = Product(powers);
    if (steps[^1] != $"{number} = {answer}")
        steps.Add($"{number} = {answer}");
    return Problem(
        question: $"Write {number} as a product of powers of primes. Answer in the form 2^3 * 5 * 11.",
        answer: answer,
        solution: string.Join('\n', steps));
}

// By the primes in turn, until the rest is smaller than the square of the next one.
SortedDictionary<int, int> Divide(int number, List<string> steps)
{
    var powers = new SortedDictionary<int, int>();
    int rest = number;
    foreach (int prime in primes)
    {
        if (prime * prime > rest)
        {
            if (rest > 1 && rest != number)
                steps.Add($"{rest} is prime, since {prime} * {prime} = {prime * prime} is greater");
            break;
        }
        while (rest % prime == 0 && rest > prime)
        {
            steps.Add($"{rest} / {prime} = {rest / prime}");
            powers[prime] = powers.GetValueOrDefault(prime) + 1;
            rest /= prime;
        }
    }
    powers[rest] = powers.GetValueOrDefault(rest) + 1;
    steps.Add($"{number} = {Product(powers)}");
    return powers;
}

void Gather(SortedDictionary<int, int> powers, SortedDictionary<int, int> others, int times)
{
    foreach ((int prime, int exponent) in others)
    {
        powers[prime] = powers.GetValueOrDefault(prime) + exponent * times;
        if (powers[prime] == 0)
            powers.Remove(prime);
    }
}

string Product(SortedDictionary<int, int> powers) => string.Join(" * ", powers.Select(power => Power(power.Key, power.Value)));

string Power(int number, int exponent) => exponent == 1 ? $"{number}" : $"{number}^{exponent}";

// The primes in any order, as powers or one by one.
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
    factors.Sort();
    return factors;
}
