// tasks/math/modular-arithmetic.csx: calculate with remainders.
Task(version: 1, levels: 6, tags: ["number-theory", "modular"], reward: "numeric");

// A prime leaves every remainder equally often.
int[] primes = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];

Problem Generate(Rng rng, int level) => level switch
{
    1 => Expression(rng),
    2 => Difference(rng),
    3 => Power(rng, rng.Integer(2, 60), rng.Integer(5, 31), Prime(rng), []),
    4 => Linear(rng),
    5 => TwoRemainders(rng),
    _ => LargePower(rng),
};

// From 11.
int Prime(Rng rng) => primes[rng.Integer(1, primes.Length - 1)];

Problem Expression(Rng rng)
{
    int m = primes[rng.Integer(0, 5)], a = rng.Integer(m + 1, 99), b = rng.Integer(m + 1, 99), c = rng.Integer(m + 1, 99);
    return Ask($"What is the remainder of {a} * {b} + {c}", m, (a * b + c) % m,
        Divide(a, m), Divide(b, m), Divide(c, m),
        Divide($"{a % m} * {b % m} + {c % m}", a % m * (b % m) + c % m, m));
}

// Where the difference of the remainders is negative, the divisor is added once.
Problem Difference(Rng rng)
{
    int m = Prime(rng);
    int[] n = rng.Integers(4, m + 1, 299);
    Array.Sort(n);
    int first = n[3] % m * (n[1] % m), second = n[2] % m * (n[0] % m), left = first % m, right = second % m;
    string difference = left >= right ? $"{left} - {right} = {left - right}" : $"{left} - {right} + {m} = {left - right + m}";
    return Ask($"What is the remainder of {n[3]} * {n[1]} - {n[2]} * {n[0]}", m, (left - right + m) % m,
        Divide(n[3], m), Divide(n[1], m), Divide($"{n[3] % m} * {n[1] % m}", first, m),
        Divide(n[2], m), Divide(n[0], m), Divide($"{n[2] % m} * {n[0] % m}", second, m),
        difference);
}

// By squares: the exponent's digits in base 2 say which of them are multiplied.
Problem Power(Rng rng, int number, int exponent, int m, List<string> steps, string? asked = null)
{
    number += number % m == 0 ? 1 : 0;
    int square = number % m, result = 1;
    var used = new List<int>();
    if (number >= m)
        steps.Add($"{Divide(number, m)}, so {number} leaves {square}");
    for (int bit = 1; bit <= exponent; bit *= 2)
    {
        if (bit > 1)
        {
            int next = square * square % m;
            steps.Add($"{Divide($"{square}^2", square * square, m)}, so {number}^{bit} leaves {next}");
            square = next;
        }
        if ((exponent & bit) == 0)
            continue;
        used.Add(bit);
        if (used.Count > 1)
            steps.Add($"{Divide($"{result} * {square}", result * square, m)}, so {number}^{used.Sum()} leaves {result * square % m}");
        result = result * square % m;
    }
    return Ask(asked ?? $"What is the remainder of {number} to the power of {exponent}", m, result, [.. steps]);
}

// a * x leaves b: the multiples of m plus b until a divides one.
Problem Linear(Rng rng)
{
    int m = Prime(rng), a = rng.Integer(3, 10), x = rng.Integer(2, m - 1), b = a * x % m;
    List<string> steps = [$"{a} * x is {b} plus a multiple of {m}. Which is divisible by {a}?"];
    for (int k = 0; k <= a * x / m; k++)
        steps.Add(Divide($"{b} + {k} * {m}", b + k * m, a));
    steps.Add($"{a * x} / {a} = {x}, so x is {x}");
    return Problem(
        question: $"For which whole number x from 0 to {m - 1} does {a} * x leave the remainder {b} on division by {m}? Answer with the number alone.",
        answer: $"{x}",
        solution: string.Join('\n', steps));
}

Problem TwoRemainders(Rng rng)
{
    int n = rng.Integer(5, 12), m;
    do
        m = rng.Integer(13, 60);
    while (Gcd(m, n) > 1);
    int x = rng.Integer(m, m * n - 1);
    List<string> steps = [$"x is {x % m} plus a multiple of {m}. Which leaves {x % n} on division by {n}?"];
    for (int k = 0; k <= x / m; k++)
        steps.Add(Divide($"{x % m} + {k} * {m}", x % m + k * m, n));
    steps.Add($"x is {x}");
    return Problem(
        question: $"Which whole number from 0 to {m * n - 1} leaves the remainder {x % m} on division by {m} and the remainder {x % n} on division by {n}? Answer with the number alone.",
        answer: $"{x}",
        solution: string.Join('\n', steps));
}

// Fermat: p is prime, so a^(p - 1) leaves 1, and the exponent counts only by its own remainder.
Problem LargePower(Rng rng)
{
    int p = Prime(rng), a = rng.Integer(2, p - 2), period = p - 1, rest = rng.Integer(2, period - 1), exponent = rng.Integer(20, 400) * period + rest;
    return Power(rng, a, rest, p,
        [
            $"{p} is prime, so {a}^{period} leaves 1 by Fermat's little theorem.",
            $"{Divide(exponent, period)}, so {a}^{exponent} leaves what {a}^{rest} leaves",
        ],
        $"What is the remainder of {a} to the power of {exponent}");
}

Problem Ask(string question, int m, int answer, params string[] steps) => Problem(
    question: $"{question} on division by {m}? Answer with the number alone.",
    answer: $"{answer}",
    solution: string.Join('\n', steps.Append($"The remainder is {answer}")));

string Divide(int number, int m) => Divide("", number, m);

// 8 * 11 = 88 = 6 * 13 + 10
string Divide(string expression, int number, int m) =>
    $"{(expression == "" ? "" : $"{expression} = ")}{number} = {number / m} * {m} + {number % m}";

int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
