// tasks/math/countdown.csx: reach a target from given numbers.
Task(version: 1, levels: 6, tags: ["arithmetic", "search"]);

// Level by level: how many of the numbers the known way uses, and how many more are given.
int[] needed = [3, 3, 4, 4, 5, 6];
int[] spare = [0, 1, 0, 2, 1, 0];

const int Most = 100;

// What one operation makes of two numbers from 1 to Most.
bool[] isPair = [.. Enumerable.Range(0, 1001).Select(n => n is >= 1 and <= 2 * Most || Enumerable.Range(2, 24).Any(d => n % d == 0 && n / d <= Most))];

// A part of the expression that is built, and how strongly its last operation binds.
readonly record struct Part(string Text, int Strength);

// Backwards from the target, so that there is a way.
Problem Generate(Rng rng, int level)
{
    int target = rng.Integer(101, 999);
    var numbers = new List<int>();
    var steps = new List<string>();
    string answer = Reach(rng, target, needed[level - 1], numbers, steps).Text;
    for (int i = 0; i < spare[level - 1]; i++)
        numbers.Add(rng.Integer(1, Most));
    numbers.Sort();
    steps.Add($"{answer} = {target}");
    return Problem(
        question: $"Make {target} from the numbers {string.Join(", ", numbers)}: use each of them at most once, and +, -, *, / and parentheses. Answer with the expression alone.",
        answer: answer,
        solution: string.Join('\n', steps),
        data: new { numbers, target });
}

Part Reach(Rng rng, int goal, int count, List<int> numbers, List<string> steps)
{
    if (count == 1)
    {
        numbers.Add(goal);
        return new($"{goal}", 3);
    }
    int onTheRight = count > 3 && rng.Chance(0.5) ? 2 : 1;
    (int left, char sign, int right) = Undo(rng, goal, count - onTheRight);
    steps.Add($"{goal} = {left} {sign} {right}{(count == 2 ? ", both are given" : onTheRight == 2 ? $": make {left} and {right}" : $", {right} is given: make {left}")}");
    Part a = Reach(rng, left, count - onTheRight, numbers, steps), b = Reach(rng, right, onTheRight, numbers, steps);
    int strength = sign is '+' or '-' ? 1 : 2;
    return new($"{(a.Strength < strength ? $"({a.Text})" : a.Text)} {sign} {(b.Strength <= strength ? $"({b.Text})" : b.Text)}", strength);
}

// The goal as an operation on what so many numbers can reach and a number up to Most.
(int Left, char Sign, int Right) Undo(Rng rng, int goal, int count)
{
    while (true)
    {
        (int left, char sign, int right) = rng.Integer(0, 5) switch
        {
            0 or 1 => Backwards(goal, '+', rng.Integer(1, Most)),
            2 => Backwards(goal, '-', rng.Integer(1, Most)),
            3 or 4 => Backwards(goal, '*', rng.Integer(2, 25)),
            _ => Backwards(goal, '/', rng.Integer(2, 12)),
        };
        bool reachable = left >= 1 && left <= (count == 1 ? Most : 1000) && (count != 2 || isPair[left]);
        if (reachable && (sign != '*' || (left > 1 && left * right == goal)))
            return (left, sign, right);
    }
}

(int Left, char Sign, int Right) Backwards(int goal, char sign, int right) => sign switch
{
    '+' => (goal - right, sign, right),
    '-' => (goal + right, sign, right),
    '*' => (goal / right, sign, right),
    _ => (goal * right, sign, right),
};

double Score(Problem problem, string answer)
{
    if (answer.Length > 200)
        return 0;
    JsonElement data = problem.Data!.Value;
    List<int> numbers = [.. data.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32())];
    return new Reader(answer.Trim(), numbers).Read() is { } value && value.Over == data.GetProperty("target").GetInt32() * value.Under ? 1 : 0;
}

readonly record struct Ratio(long Over, long Under);

// Exact, and null for everything that is no expression of the numbers, each of them taken at most once; so nothing overflows.
sealed class Reader(string text, List<int> numbers)
{
    private int _at;

    public Ratio? Read() => Sum() is { } value && _at == text.Length ? value : null;

    private Ratio? Sum()
    {
        Ratio? value = Product();
        while (value is { } a && Peek() is '+' or '-')
        {
            int sign = text[_at++] == '+' ? 1 : -1;
            value = Product() is { } b ? new(a.Over * b.Under + sign * b.Over * a.Under, a.Under * b.Under) : null;
        }
        return value;
    }

    private Ratio? Product()
    {
        Ratio? value = Factor();
        while (value is { } a && Peek() is '*' or '/')
        {
            bool times = text[_at++] == '*';
            value = Factor() is not { } b ? null
                : times ? new(a.Over * b.Over, a.Under * b.Under)
                : b.Over != 0 ? new(a.Over * b.Under, a.Under * b.Over)
                : null;
        }
        return value;
    }

    private Ratio? Factor()
    {
        if (Peek() == '(')
        {
            _at++;
            Ratio? inner = Sum();
            return inner is not null && Peek() == ')' && _at++ >= 0 ? inner : null;
        }
        int start = _at, number = 0;
        while (_at < text.Length && _at - start < 4 && char.IsAsciiDigit(text[_at]))
            number = 10 * number + (text[_at++] - '0');
        return numbers.Remove(number) ? new(number, 1) : null;
    }

    private char Peek()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
        return _at < text.Length ? text[_at] : '\0';
    }
}
