// rewards/shared/expression-scanner.csx: the words that a text of mathematics is made of, LaTeX or plain.

// One word of a text. Kinds: a sign as it is, n(umber), s(ymbol), f(unction), R(oot), F(raction), M(atrix), E(nd of it), U(nion), 0 (nothing, the empty set).
readonly record struct Token(char Kind, string Text);

sealed class Scanner(string text)
{
    private const string Functions = "arcsin arccos arctan sqrt sinh cosh tanh asin acos atan infinity sin cos tan cot sec csc log exp abs ln pi";
    private readonly List<Token> _tokens = [];
    private bool _failed;

    // Null where something in the text is none.
    public Token[]? Scan()
    {
        int i = 0;
        while (i < text.Length && !_failed)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '~')
                i++;
            else if (char.IsAsciiDigit(c) || c == '.')
                i = ScanNumber(i);
            else if (char.IsAsciiLetter(c))
                i = ScanLetters(i);
            else if (c == '\\')
                i = ScanCommand(i);
            else if (c == '*' && i + 1 < text.Length && text[i + 1] == '*')
                (i, _) = (i + 2, Add('^'));
            else if ((c is '<' or '>' or '!') && i + 1 < text.Length && text[i + 1] == '=')
                (i, _) = (i + 2, Add(c == '<' ? '\u2264' : c == '>' ? '\u2265' : '\u2260'));
            else
                (i, _) = (i + 1, ScanSign(c));
        }
        return _failed ? null : [.. _tokens];
    }

    private bool ScanSign(char c) => c switch
    {
        '+' or '-' or '*' or '/' or '^' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or '|' or '%' or '=' or '<' or '>' or '_' or '&' => Add(c),
        '\u2212' => Add('-'),
        '\u00b7' or '\u22c5' or '\u00d7' => Add('*'),
        '\u00f7' => Add('/'),
        '\u2264' or '\u2265' or '\u2260' => Add(c),
        '\u221a' => Add('R'),
        '\u222a' => Add('U'),
        '\u2205' => Add('0'),
        '\u03c0' => Add('s', "pi"),
        '\u221e' => Add('s', "infinity"),
        '\u00b2' => Add('^') && Add('n', "2"),
        '\u00b3' => Add('^') && Add('n', "3"),
        >= '\u03b1' and <= '\u03c9' => Add('s', c.ToString()),
        _ => Fail(),
    };

    private int ScanNumber(int i)
    {
        int start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        // 1{,}200 and 1,\!200
        while (i > start && (At(i, "{,}") || At(i, ",\\!")) && i + 5 < text.Length && char.IsAsciiDigit(text[i + 3]) && char.IsAsciiDigit(text[i + 4]) && char.IsAsciiDigit(text[i + 5]))
            i += 6;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
        }
        string digits = text[start..i].Replace("{,}", "").Replace(",\\!", "");
        _ = digits == "." ? Fail() : Add('n', digits);
        return i;
    }

    private int ScanLetters(int i)
    {
        if (At(i, "or ") && i > 0 && text[i - 1] == ' ')
        {
            Add(',');
            return i + 2;
        }
        foreach (string name in Functions.Split(' '))
        {
            if (!At(i, name))
                continue;
            Name(name);
            return i + name.Length;
        }
        if (text[i] == 'U' && _tokens.Count > 0 && Next2Is(i + 1))
        {
            Add('U');
            return i + 1;
        }
        int end = i + 1;
        if (end < text.Length && text[end] == '_' && end + 1 < text.Length)
        {
            int close = text[end + 1] == '{' ? text.IndexOf('}', end) : end + 1;
            if (close < 0 || !text[(end + 1)..(close + 1)].Trim('{', '}').All(char.IsAsciiLetterOrDigit))
            {
                Fail();
                return end;
            }
            Add('s', $"{text[i]}_{text[(end + 1)..(close + 1)].Trim('{', '}')}");
            return close + 1;
        }
        Add('s', text[i].ToString());
        return end;
    }

    // A union stands between brackets.
    private bool Next2Is(int i)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        return i < text.Length && text[i] is '(' or '[' && _tokens[^1].Kind is ')' or ']';
    }

    private int ScanCommand(int i)
    {
        int end = i + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (end == i + 1)
        {
            char sign = end < text.Length ? text[end] : '\0';
            _ = sign switch
            {
                ',' or ';' or '!' or ':' or ' ' => true,
                '{' or '}' or '%' => Add(sign),
                '|' => Add('|'),
                '\\' => Add('\\'),
                _ => Fail(),
            };
            return end + 1;
        }
        string command = text[(i + 1)..end];
        switch (command)
        {
            case "left" or "right" or "big" or "Big" or "displaystyle" or "quad" or "qquad":
                return end;
            case "begin" or "end":
                int close = text.IndexOf('}', end);
                if (close < 0 || text[end..(close + 1)] is not ("{matrix}" or "{pmatrix}" or "{bmatrix}"))
                    Fail();
                Add(command == "begin" ? 'M' : 'E');
                return close + 1;
            case "text" or "mathrm" or "mbox" or "textbf" or "mathbf" or "operatorname":
                int last = At(end, "{") ? text.IndexOf('}', end) : -1;
                if (last < 0)
                {
                    Fail();
                    return end;
                }
                string word = text[(end + 1)..last];
                if (word.Trim() == "or")
                    Add(',');
                else if (Functions.Split(' ').Contains(word))
                    Name(word);
                else if (!word.All(c => char.IsAsciiLetter(c) || c == ' '))
                    Fail();
                else
                    _ = word.Where(char.IsAsciiLetter).All(c => Add('s', c.ToString()));
                return last + 1;
        }
        _ = command switch
        {
            "cdot" or "times" or "ast" => Add('*'),
            "div" => Add('/'),
            "frac" or "dfrac" or "tfrac" or "cfrac" => Add('F'),
            "sqrt" => Add('R'),
            "le" or "leq" or "leqslant" => Add('\u2264'),
            "ge" or "geq" or "geqslant" => Add('\u2265'),
            "ne" or "neq" => Add('\u2260'),
            "lt" => Add('<'),
            "gt" => Add('>'),
            "cup" => Add('U'),
            "emptyset" or "varnothing" => Add('0'),
            "infty" => Add('s', "infinity"),
            "lbrace" => Add('{'),
            "rbrace" => Add('}'),
            "lvert" or "rvert" or "vert" => Add('|'),
            "langle" => Add('('),
            "rangle" => Add(')'),
            "alpha" or "beta" or "gamma" or "delta" or "epsilon" or "theta" or "lambda" or "mu" or "phi" or "rho" or "sigma" or "tau" or "omega" => Add('s', command),
            _ => Functions.Split(' ').Contains(command) ? Name(command) : Fail(),
        };
        return end;
    }

    private bool Name(string name) => name switch
    {
        "pi" or "infinity" => Add('s', name),
        "sqrt" => Add('R'),
        "asin" or "acos" or "atan" => Add('f', $"arc{name[1..]}"),
        _ => Add('f', name),
    };

    private bool At(int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;

    private bool Add(char kind, string word = "")
    {
        _tokens.Add(new Token(kind, word));
        return true;
    }

    private bool Fail()
    {
        _failed = true;
        return false;
    }
}
