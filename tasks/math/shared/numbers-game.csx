// tasks/math/shared/numbers-game.csx: how a goal is made from given numbers, and what an expression of them is worth.

// A part of the expression that is built, and how strongly its last operation binds.
readonly record struct Part(string Text, int Strength);

Part Joined(Part a, char sign, Part b)
{
    int strength = sign is '+' or '-' ? 1 : 2;
    return new($"{(a.Strength < strength ? $"({a.Text})" : a.Text)} {sign} {(b.Strength <= strength ? $"({b.Text})" : b.Text)}", strength);
}

// From the goal to what it is made of.
(int Left, char Sign, int Right) Backwards(int goal, char sign, int right) => sign switch
{
    '+' => (goal - right, sign, right),
    '-' => (goal + right, sign, right),
    '*' => (goal / right, sign, right),
    _ => (goal * right, sign, right),
};

string Step(int goal, int left, char sign, int right, int count, int onTheRight)
{
    string then = count == 2 ? ", both are given" : onTheRight == 2 ? $": make {left} and {right}" : $", {right} is given: make {left}";
    return $"{goal} = {left} {sign} {right}{then}";
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
