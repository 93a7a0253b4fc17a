// tasks/math/twenty-four.csx: make 24 from all the given numbers.
Task(version: 1, levels: 5, tags: ["arithmetic", "search"]);

// Level by level: how many numbers, and the largest.
int[] counts = [3, 4, 4, 5, 6];
int[] largest = [99, 40, 30, 18, 13];

// A part of the expression that is built, and how strongly its last operation binds.
readonly record struct Part(string Text, int Strength);

// Backwards from 24, so that there is a way. From level 3 two numbers may make a part of their own.
Problem Generate(Rng rng, int level)
{
    var numbers = new List<int>();
    var steps = new List<string>();
    string answer = Reach(rng, 24, counts[level - 1], level, numbers, steps).Text;
    numbers.Sort();
    steps.Add($"{answer} = 24");
    return Problem(
        question: $"Make 24 from the numbers {string.Join(", ", numbers)}: use each of them exactly once, and +, -, *, / and parentheses. Answer with the expression alone.",
        answer: answer,
        solution: string.Join('\n', steps),
        data: new { numbers });
}

Part Reach(Rng rng, int goal, int count, int level, List<int> numbers, List<string> steps)
{
    if (count == 1)
    {
        numbers.Add(goal);
        return new($"{goal}", 3);
    }
    int most = largest[level - 1];
    int onTheRight = level > 2 && count > 3 && goal < (count - 1) * most && rng.Chance(0.7) ? 2 : 1;
    (int left, char sign, int right) = Undo(rng, goal, count - onTheRight, most);
    steps.Add($"{goal} = {left} {sign} {right}{(count == 2 ? ", both are given" : onTheRight == 2 ? $": make {left} and {right}" : $", {right} is given: make {left}")}");
    Part a = Reach(rng, left, count - onTheRight, level, numbers, steps), b = Reach(rng, right, onTheRight, level, numbers, steps);
    int strength = sign is '+' or '-' ? 1 : 2;
    return new($"{(a.Strength < strength ? $"({a.Text})" : a.Text)} {sign} {(b.Strength <= strength ? $"({b.Text})" : b.Text)}", strength);
}

// The goal as an operation on what so many numbers can reach, by sums if by nothing else, and a number up to most.
(int Left, char Sign, int Right) Undo(Rng rng, int goal, int count, int most)
{
    while (true)
    {
        (int left, char sign, int right) = rng.Integer(0, 5) switch
        {
            0 or 1 => Backwards(goal, '+', rng.Integer(1, most)),
            2 => Backwards(goal, '-', rng.Integer(1, most)),
            3 or 4 => Backwards(goal, '*', rng.Integer(2, most)),
            _ => Backwards(goal, '/', rng.Integer(2, most)),
        };
        if (left >= 1 && left <= count * most && (sign != '*' || (left > 1 && left * right == goal)))
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
    List<int> numbers = [.. problem.Data!.Value.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32())];
    return new Reader(answer.Trim(), numbers).Read() is { } value && numbers.Count == 0 && value.Over == 24 * value.Under ? 1 : 0;
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
