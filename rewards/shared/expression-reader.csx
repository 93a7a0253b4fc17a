// rewards/shared/expression-reader.csx: from words of mathematics to the expression that they are.
using System.Globalization;
using System.Numerics;

const int MaxNesting = 40; // brackets within brackets

// Recursive descent; what it cannot read makes it give up at once.
sealed class Reader(Token[] tokens)
{
    private readonly Node _nothing = new(Kind.Number, "", new Ratio(BigInteger.Zero, BigInteger.One));
    private bool _failed;
    private int _at, _nesting, _bars;

    private char Next => _at < tokens.Length ? tokens[_at].Kind : '\0';

    public Node? Read()
    {
        var parts = new List<Node> { Part() };
        while (Take(','))
            parts.Add(Part());
        if (_failed || _at < tokens.Length)
            return null;
        return parts.Count == 1 ? parts[0] : new Node(Kind.Group, "{}", default, [.. parts]);
    }

    private Node Part()
    {
        Node first = Relation();
        if (Next != 'U')
            return first;
        var parts = new List<Node> { first };
        while (Take('U'))
            parts.Add(Relation());
        return new Node(Kind.Union, "", default, [.. parts]);
    }

    private Node Relation()
    {
        Node first = Element();
        if (Next is not ('=' or '<' or '>' or '\u2264' or '\u2265' or '\u2260'))
            return first;
        var parts = new List<Node> { first };
        string signs = "";
        while (Next is '=' or '<' or '>' or '\u2264' or '\u2265' or '\u2260' && signs.Length < 3)
        {
            signs += Next;
            _at++;
            parts.Add(Element());
        }
        return new Node(Kind.Relation, signs, default, [.. parts]);
    }

    private Node Element()
    {
        if (Take('0'))
            return new Node(Kind.Group, "{}", default);
        if (Take('M'))
            return Matrix();
        return Next == '{' || (Next is '(' or '[' && HasComma()) ? Group() : Sum();
    }

    // Whether the bracket that opens here holds more than one part.
    private bool HasComma()
    {
        int depth = 0;
        for (int i = _at; i < tokens.Length; i++)
        {
            depth += tokens[i].Kind switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
                return false;
            if (depth == 1 && tokens[i].Kind == ',')
                return true;
        }
        return false;
    }

    private Node Group()
    {
        char open = Next;
        _at++;
        if (++_nesting > MaxNesting)
            return Fail()!;
        var parts = new List<Node>();
        if (open == '{' && Take('}'))
            return Leave(new Node(Kind.Group, "{}", default));
        do
            parts.Add(Part());
        while (Take(','));
        char close = Next;
        _at++;
        return open == '{' ? close == '}' ? Leave(new Node(Kind.Group, "{}", default, [.. parts])) : Fail()!
            : close is ')' or ']' ? Leave(new Node(Kind.Group, $"{open}{close}", default, [.. parts]))
            : Fail()!;
    }

    // As the plain [[1, 2], [3, 4]].
    private Node Matrix()
    {
        var rows = new List<Node>();
        do
        {
            if (Next == 'E')
                break;
            var row = new List<Node>();
            do
                row.Add(Sum());
            while (Take('&'));
            rows.Add(new Node(Kind.Group, "[]", default, [.. row]));
        }
        while (Take('\\'));
        return Take('E') && rows.Count > 0 ? new Node(Kind.Group, "[]", default, [.. rows]) : Fail()!;
    }

    private Node Sum()
    {
        bool negative = Next == '-';
        if (negative || Next == '+')
            _at++;
        Node sum = Term();
        if (negative)
            sum = Of(Kind.Negative, sum);
        while (Next is '+' or '-')
        {
            bool minus = Next == '-';
            _at++;
            Node term = Term();
            sum = Of(Kind.Sum, sum, minus ? Of(Kind.Negative, term) : term);
        }
        return sum;
    }

    // Products and quotients from left to right, written or not: 1/2x is half of x.
    private Node Term()
    {
        Node term = Factor();
        while (true)
        {
            if (Take('*'))
                term = Of(Kind.Product, term, Signed());
            else if (Take('/'))
                term = Of(Kind.Quotient, term, Signed());
            else if (Next is 's' or 'f' or 'R' or 'F' or '(' || (Next == '|' && _bars == 0))
                term = Of(Kind.Product, term, Factor());
            else
                return term;
        }
    }

    private Node Signed() => Take('-') ? Of(Kind.Negative, Factor()) : Factor();

    private Node Factor()
    {
        Node factor = Primary();
        while (Take('%'))
            factor = Of(Kind.Quotient, factor, Number("100"));
        return Take('^') ? Of(Kind.Power, factor, Exponent()) : factor;
    }

    private Node Exponent()
    {
        if (++_nesting > MaxNesting)
            return Fail()!;
        return Leave(Next == '{' ? Braced() : Signed());
    }

    private Node Primary()
    {
        if (++_nesting > MaxNesting || _at >= tokens.Length)
            return Fail()!;
        Token token = tokens[_at++];
        switch (token.Kind)
        {
            case 'n':
                return Leave(Mixed(Number(token.Text)));
            case 's':
                return Leave(new Node(Kind.Symbol, token.Text, default));
            case 'f':
                return Leave(Function(token.Text));
            case 'R':
                Node degree = Number("2");
                if (Take('['))
                {
                    degree = Sum();
                    if (!Take(']'))
                        return Fail()!;
                }
                return Leave(Of(Kind.Power, Argument(), Of(Kind.Quotient, Number("1"), degree)));
            case 'F':
                return Leave(Of(Kind.Quotient, Argument(), Argument()));
            case '(' or '[' or '{':
                Node inside = Sum();
                return Take(token.Kind == '(' ? ')' : token.Kind == '[' ? ']' : '}') ? Leave(inside) : Fail()!;
            case '|':
                _bars++;
                Node size = Sum();
                _bars--;
                return Take('|') ? Leave(new Node(Kind.Function, "abs", default, size)) : Fail()!;
            default:
                return Fail()!;
        }
    }

    // 1 1/2 and 1\frac{1}{2} are one number; no other number stands right after a number.
    private Node Mixed(Node whole)
    {
        if (!whole.Value!.Value.Denominator.IsOne)
            return whole;
        Node fraction = _nothing;
        int start = _at;
        if (Next == 'n' && _at + 2 < tokens.Length && tokens[_at + 1].Kind == '/' && tokens[_at + 2].Kind == 'n')
        {
            fraction = Of(Kind.Quotient, Number(tokens[_at].Text), Number(tokens[_at + 2].Text));
            _at += 3;
        }
        else if (Take('F'))
        {
            fraction = Of(Kind.Quotient, Argument(), Argument());
        }
        if (fraction.Parts is [{ Kind: Kind.Number } above, { Kind: Kind.Number } below]
            && above.Value!.Value.Denominator.IsOne && below.Value!.Value.Denominator.IsOne && above.Value!.Value.Numerator < below.Value!.Value.Numerator)
            return new Node(Kind.Number, "", whole.Value!.Value.Plus(new Ratio(above.Value!.Value.Numerator, below.Value!.Value.Numerator)));
        if (!_failed)
            _at = start;
        return whole;
    }

    private Node Function(string name)
    {
        Node? exponent = Take('^') ? Exponent() : null;
        Node? @base = name == "log" && Take('_') ? Argument() : null;
        Node argument;
        if (Next is '(' or '{' or '|')
        {
            argument = Primary();
        }
        else
        {
            argument = Factor();
            while (Next == 's')
                argument = Of(Kind.Product, argument, Factor());
        }
        if (exponent is { Kind: Kind.Negative } && name is "sin" or "cos" or "tan" && exponent.Parts[0].Value is { Numerator.IsOne: true, Denominator.IsOne: true })
            (name, exponent) = ($"arc{name}", null);
        Node applied = new(Kind.Function, name, default, @base is null ? [argument] : [argument, @base]);
        return exponent is null ? applied : Of(Kind.Power, applied, exponent);
    }

    // Of a command: braces, or else what stands next, of a number only its first digit.
    private Node Argument()
    {
        if (Next == '{')
            return Braced();
        if (Next == 'n' && _at > 0 && tokens[_at - 1].Kind is 'F' or 'n' && tokens[_at] is { Text.Length: > 1 } digits)
        {
            tokens[_at] = new Token('n', digits.Text[1..]);
            return Number(digits.Text[..1]);
        }
        return Next == 'n' ? Number(tokens[_at++].Text) : Primary();
    }

    private Node Braced()
    {
        _at++;
        Node inside = Sum();
        return Take('}') ? inside : Fail()!;
    }

    private Node Number(string digits)
    {
        int point = digits.IndexOf('.');
        int places = point < 0 ? 0 : digits.Length - point - 1;
        if (!BigInteger.TryParse(point < 0 ? digits : digits.Remove(point, 1), NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger value))
            return Fail()!;
        return new Node(Kind.Number, "", new Ratio(value, BigInteger.Pow(10, places)).Reduced());
    }

    private static Node Of(Kind kind, params Node[] parts) => new(kind, "", default, parts);

    private Node Leave(Node node)
    {
        _nesting--;
        return node;
    }

    private bool Take(char kind)
    {
        if (Next != kind)
            return false;
        _at++;
        return true;
    }

    private Node? Fail()
    {
        _failed = true;
        _at = int.MaxValue / 2;
        return _nothing;
    }
}
