// tasks/logic/odd-one-out.csx: find the number that does not follow the rule of the others, and the rule.
Task(version: 1, levels: 6, tags: ["induction", "classification"], reward: "exact");

// Level by level: numbers, the largest of them, rules to choose from, whether rules join two conditions.
(int Numbers, int Largest, int Rules, bool Joined)[] sizes =
    [(6, 99, 3, false), (7, 99, 4, false), (8, 999, 5, false), (8, 99, 4, true), (9, 999, 5, true), (10, 999, 6, true)];

const int Kinds = 7, And = 0, Or = 1, Either = 2, Alone = 3;

// What is said of a number: one of the kinds of conditions, with the numbers that it may need.
readonly record struct Condition(int Kind, int K, int R, int D);

// A condition alone, or two joined.
readonly record struct Rule(Condition First, Condition Second, int Joint);

Problem Generate(Rng rng, int level)
{
    var (count, largest, choices, joined) = sizes[level - 1];
    while (true)
    {
        var rules = new Rule[choices];
        for (int i = 0; i < choices; i++)
            rules[i] = joined ? Join(rng) : new(Draw(rng, rng.Integer(0, Kinds - 1)), default, Alone);
        int right = rng.Integer(0, choices - 1);
        if (DrawNumbers(rng, rules[right], count, largest) is not { } numbers || !OthersAreBroken(rules, right, numbers))
            continue;
        string[] texts = Array.ConvertAll(rules, Text);
        if (texts.Distinct().Count() < choices)
            continue;

        StringBuilder listed = new(), solution = new(1000);
        for (int i = 0; i < choices; i++)
        {
            listed.Append(i == 0 ? "" : "; ").Append(Letter(i)).Append(": ").Append(texts[i]);
            Explain(solution.Append($"{Letter(i)}, {texts[i]}: "), rules[i], numbers, i == right);
        }
        string answer = $"{Breaker(rules[right], numbers, 0)} {Letter(right)}";
        return Problem(
            question: $"All of these numbers but one follow the same one of the rules below; every other rule is broken by two of them or more. Numbers: {string.Join(", ", numbers)}. "
                + $"Rules: {listed}. "
                + "Which number is the odd one out, and by which rule? Answer with the number and the letter of the rule, in the form: 123 Z",
            answer: answer,
            solution: solution.Append("The odd one out: ").Append(answer).ToString());
    }
}

char Letter(int i) => (char)('A' + i);

// Whether every other rule has two breakers at least.
bool OthersAreBroken(Rule[] rules, int right, int[] numbers)
{
    for (int i = 0; i < rules.Length; i++)
    {
        if (i != right && Breaker(rules[i], numbers, 1) < 0)
            return false;
    }
    return true;
}

// A number that breaks the rule, after as many others as are to be skipped; -1 where there is none.
int Breaker(Rule rule, int[] numbers, int skip)
{
    foreach (int number in numbers)
    {
        if (!Holds(rule, number) && skip-- == 0)
            return number;
    }
    return -1;
}

void Explain(StringBuilder lines, Rule rule, int[] numbers, bool right)
{
    void Show(int number)
    {
        string shown = Shown(rule, number);
        lines.Append(number).Append(shown == "" ? "" : $" ({shown})");
    }
    lines.Append(right ? "all follow it but " : "");
    Show(Breaker(rule, numbers, 0));
    if (!right)
    {
        lines.Append(" and ");
        Show(Breaker(rule, numbers, 1));
    }
    lines.Append(right ? ".\n" : " break it, so not this one.\n");
}

// All but one follow the rule; null where too few numbers do.
int[]? DrawNumbers(Rng rng, Rule rule, int count, int largest)
{
    var numbers = new int[count];
    int odd = rng.Integer(0, count - 1), found = 0;
    for (int tries = 0; tries < 60 * count && found < count; tries++)
    {
        int number = rng.Integer((largest + 1) / 10, largest);
        if (Holds(rule, number) == (found != odd) && !numbers.AsSpan(0, found).Contains(number))
            numbers[found++] = number;
    }
    return found == count ? numbers : null;
}

Condition Draw(Rng rng, int kind)
{
    int k = rng.Integer(3, 9);
    return new(kind, k, rng.Integer(1, k - 1), rng.Integer(1, 9));
}

Rule Join(Rng rng)
{
    int first = rng.Integer(0, Kinds - 1), second = (first + rng.Integer(1, Kinds - 1)) % Kinds;
    return new(Draw(rng, first), Draw(rng, second), rng.Integer(And, Either));
}

string Text(Rule rule) => rule.Joint switch
{
    And => $"{Text(rule.First)}, and {Text(rule.Second)}",
    Or => $"{Text(rule.First)}, or {Text(rule.Second)}, or both",
    Either => $"either {Text(rule.First)}, or {Text(rule.Second)}, but not both",
    _ => Text(rule.First),
};

string Text(Condition of) => of.Kind switch
{
    0 => $"it is a multiple of {of.K}",
    1 => $"it leaves the remainder {of.R} when divided by {of.K}",
    2 => $"it is {(of.D % 2 == 0 ? "even" : "odd")}",
    3 => $"the sum of its digits is {(of.D % 2 == 0 ? "even" : "odd")}",
    4 => $"the sum of its digits is {(of.D < 5 ? "less" : "more")} than {of.D + 4}",
    5 => $"it contains the digit {of.D}",
    _ => $"its last digit is {(of.D < 5 ? "smaller" : "larger")} than its first",
};

bool Holds(Rule rule, int n) => rule.Joint switch
{
    And => Holds(rule.First, n) && Holds(rule.Second, n),
    Or => Holds(rule.First, n) || Holds(rule.Second, n),
    Either => Holds(rule.First, n) != Holds(rule.Second, n),
    _ => Holds(rule.First, n),
};

bool Holds(Condition of, int n) => of.Kind switch
{
    0 => n % of.K == 0,
    1 => n % of.K == of.R,
    2 => n % 2 == of.D % 2,
    3 => DigitSum(n) % 2 == of.D % 2,
    4 => of.D < 5 ? DigitSum(n) < of.D + 4 : DigitSum(n) > of.D + 4,
    5 => n % 10 == of.D || n / 10 % 10 == of.D || n / 100 == of.D,
    _ => of.D < 5 ? n % 10 < First(n) : n % 10 > First(n),
};

// What shows whether it holds, where that is not plain to see.
string Shown(Rule rule, int n)
{
    string one = Shown(rule.First, n), two = rule.Joint == Alone ? "" : Shown(rule.Second, n);
    return two == "" || one == two ? one : one == "" ? two : $"{one}, {two}";
}

string Shown(Condition of, int n) => of.Kind switch
{
    0 or 1 => Division(n, of.K),
    3 or 4 => $"sum of digits {DigitSum(n)}",
    _ => "",
};

string Division(int number, int k) => number % k == 0 ? $"{number} = {number / k} * {k}" : $"{number} = {number / k} * {k} + {number % k}";

int DigitSum(int number) => number / 100 + number / 10 % 10 + number % 10;

int First(int number) => number >= 100 ? number / 100 : number / 10;
