namespace Sasr.Arena.Checks.Arithmetic;

/// <summary>Evaluates an expression of numbers, + - * / ^ and brackets, exactly.</summary>
internal ref struct Expression
{
    private const int MaxDepth = 50;

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;

    private Expression(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The value; null where the text is no such expression, or has none.</summary>
    public static Rational? Evaluate(string text)
    {
        var expression = new Expression(text);
        Rational? value = expression.Sum();
        return expression.Peek() == '\0' ? value : null;
    }

    private Rational? Sum()
    {
        Rational? left = Product();
        while (left is { } a && Peek() is '+' or '-')
        {
            char sign = Take();
            left = Product() is { } b ? (sign == '+' ? a + b : a - b) : null;
        }
        return left;
    }

    private Rational? Product()
    {
        Rational? left = Signed();
        while (left is { } a && Peek() is '*' or '/')
        {
            char sign = Take();
            left = Signed() is { } b ? (sign == '*' ? a * b : a.Over(b)) : null;
        }
        return left;
    }

    private Rational? Signed()
    {
        if (Peek() == '-')
        {
            Take();
            return ++_depth < MaxDepth && Signed() is { } value ? -value : null;
        }
        return Power();
    }

    private Rational? Power()
    {
        Rational? root = Atom();
        if (root is null || Peek() != '^')
            return root;
        Take();
        return ++_depth < MaxDepth && Signed() is { } exponent ? root.Value.Power(exponent) : null;
    }

    private Rational? Atom()
    {
        if (Peek() == '(')
        {
            Take();
            Rational? inner = ++_depth < MaxDepth ? Sum() : null;
            return Peek() == ')' && Take() == ')' ? inner : null;
        }
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        ReadOnlySpan<char> number = _text[start.._at];
        bool isNumber = number.Length > 0 && number[0] != '.' && number[^1] != '.' && number.Count('.') <= 1
            && (number[0] != '0' || number.Length == 1 || number[1] == '.');
        return isNumber ? Rational.Parse(number.ToString()) : null;
    }

    private char Take()
    {
        char taken = Peek();
        _at++;
        return taken;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at == _text.Length ? '\0' : _text[_at] switch
        {
            '\u2212' => '-',
            '\u00d7' or '\u00b7' => '*',
            '\u00f7' => '/',
            char c => c,
        };
    }
}
