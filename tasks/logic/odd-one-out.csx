// tasks/logic/odd-one-out.csx: find the number that does not follow the rule of the others, and the rule.
Task(version: 1, levels: 6, tags: ["induction", "classification"], reward: "exact");

// Level by level: numbers, the largest of them, rules to choose from, whether rules join two conditions.
(int Numbers, int Largest, int Rules, bool Joined)[] sizes =
    [(6, 99, 3, false), (7, 99, 4, false), (8, 999, 5, false), (8, 99, 4, true), (9, 999, 5, true), (10, 999, 6, true)];

// What is said of a number, whether it holds, and what shows it, where that is not plain to see.
record Rule(Func<string> Text, Func<int, bool> Holds, Func<int, string> Shown);

Problem Generate(Rng rng, int level)
{
    var (count, largest, choices, joined) = sizes[level - 1];
    while (true)
    {
        var rules = new Rule[choices];
        for (int i = 0; i < choices; i++)
            rules[i] = joined ? Join(rng) : Draw(rng, rng.Integer(0, Kinds - 1));
        int right = rng.Integer(0, choices - 1);
        if (DrawNumbers(rng, rules[right], count, largest) is not { } numbers)
            continue;
        int[][] broken = Array.ConvertAll(rules, rule => Array.FindAll(numbers, number => !rule.Holds(number)));
        if (broken.Count(breakers => breakers.Length < 2) > 1)
            continue;
        string[] texts = Array.ConvertAll(rules, rule => rule.Text());
        if (texts.Distinct().Count() < choices)
            continue;

        StringBuilder listed = new(), solution = new();
        for (int i = 0; i < choices; i++)
        {
            listed.Append(i == 0 ? "" : "; ").Append($"{Letter(i)}: {texts[i]}");
            solution.Append($"{Letter(i)}, {texts[i]}: {Verdict(rules[i], broken[i])}\n");
        }
        string answer = $"{broken[right][0]} {Letter(right)}";
        return Problem(
            question: $"All of these numbers but one follow the same one of the rules below; every other rule is broken by two of them or more. Numbers: {string.Join(", ", numbers)}. "
                + $"Rules: {listed}. "
                + "Which number is the odd one out, and by which rule? Answer with the number and the letter of the rule, in the form: 123 Z",
            answer: answer,
            solution: $"{solution}The odd one out: {answer}");
    }
}

char Letter(int i) => (char)('A' + i);

string Verdict(Rule rule, int[] broken)
{
    string Show(int number) => rule.Shown(number) is { Length: > 0 } shown ? $"{number} ({shown})" : $"{number}";
    return broken.Length == 1
        ? $"all follow it but {Show(broken[0])}."
        : $"{Show(broken[0])} and {Show(broken[1])} break it, so not this one.";
}

// All but one follow the rule; null where too few numbers do.
int[]? DrawNumbers(Rng rng, Rule rule, int count, int largest)
{
    var numbers = new List<int>();
    int odd = rng.Integer(0, count - 1);
    for (int tries = 0; tries < 60 * count && numbers.Count < count; tries++)
    {
        int number = rng.Integer((largest + 1) / 10, largest);
        if (rule.Holds(number) == (numbers.Count != odd) && !numbers.Contains(number))
            numbers.Add(number);
    }
    return numbers.Count == count ? [.. numbers] : null;
}

const int Kinds = 7;

Rule Draw(Rng rng, int kind)
{
    int k = rng.Integer(3, 9), r = rng.Integer(1, k - 1), d = rng.Integer(1, 9);
    return kind switch
    {
        0 => new(() => $"it is a multiple of {k}", n => n % k == 0, n => Division(n, k)),
        1 => new(() => $"it leaves the remainder {r} when divided by {k}", n => n % k == r, n => Division(n, k)),
        2 => new(() => $"it is {(d % 2 == 0 ? "even" : "odd")}", n => n % 2 == d % 2, _ => ""),
        3 => new(() => $"the sum of its digits is {(d % 2 == 0 ? "even" : "odd")}", n => DigitSum(n) % 2 == d % 2, n => $"sum of digits {DigitSum(n)}"),
        4 => new(() => $"the sum of its digits is {(d < 5 ? "less" : "more")} than {d + 4}", n => d < 5 ? DigitSum(n) < d + 4 : DigitSum(n) > d + 4, n => $"sum of digits {DigitSum(n)}"),
        5 => new(() => $"it contains the digit {d}", n => n % 10 == d || n / 10 % 10 == d || n / 100 == d, _ => ""),
        _ => new(() => $"its last digit is {(d < 5 ? "smaller" : "larger")} than its first", n => d < 5 ? n % 10 < First(n) : n % 10 > First(n), _ => ""),
    };
}

Rule Join(Rng rng)
{
    int first = rng.Integer(0, Kinds - 1), second = (first + rng.Integer(1, Kinds - 1)) % Kinds;
    Rule a = Draw(rng, first), b = Draw(rng, second);
    string Shown(int n) => (a.Shown(n), b.Shown(n)) switch
    {
        var (one, two) when one == "" || one == two => two,
        var (one, two) => two == "" ? one : $"{one}, {two}",
    };
    return rng.Integer(0, 2) switch
    {
        0 => new(() => $"{a.Text()}, and {b.Text()}", n => a.Holds(n) && b.Holds(n), Shown),
        1 => new(() => $"{a.Text()}, or {b.Text()}, or both", n => a.Holds(n) || b.Holds(n), Shown),
        _ => new(() => $"either {a.Text()}, or {b.Text()}, but not both", n => a.Holds(n) != b.Holds(n), Shown),
    };
}

string Division(int number, int k) => number % k == 0 ? $"{number} = {number / k} * {k}" : $"{number} = {number / k} * {k} + {number % k}";

int DigitSum(int number) => number / 100 + number / 10 % 10 + number % 10;

int First(int number) => number >= 100 ? number / 100 : number / 10;
