// rewards/shared/expression-text.csx: what a text of mathematics says, without what only stands around it.

// What the text says; null where it says nothing that this can read.
Node? Parse(string text)
{
    text = Unlabelled(Unwrapped(text));
    if (IsGroupedNumber(text))
        text = text.Replace(",", "");
    // a ± b is the set of a + b and a - b.
    int either = text.IndexOf("\\pm", StringComparison.Ordinal) is >= 0 and var found ? found : text.IndexOf('\u00b1');
    if (either < 0)
        return Read(text);
    int length = text[either] == '\\' ? 3 : 1;
    Node? plus = Read($"{text[..either]} + {text[(either + length)..]}");
    Node? minus = Read($"{text[..either]} - {text[(either + length)..]}");
    return plus is null || minus is null || text.IndexOf('\u00b1', either + 1) >= 0 || text.IndexOf("\\pm", either + 1, StringComparison.Ordinal) >= 0
        ? null
        : new Node(Kind.Group, "{}", default, [.. Members(plus), .. Members(minus)]);
}

Node? Read(string text) => new Scanner(text).Scan() is { Length: > 0 } tokens ? new Reader(tokens).Read() : null;

Node[] Members(Node node) => node is { Kind: Kind.Group, Name: "{}" } ? node.Parts : [node];

// Without f(x) = or f'(x) = in front.
string Unlabelled(string text)
{
    int equals = text.IndexOf('=');
    return equals is > 0 and < 12 && text[..equals].Replace(" ", "") is [var f, .. var rest] && char.IsAsciiLetter(f)
        && rest.TrimStart('\'') is ['(', var x, ')'] && char.IsAsciiLetter(x)
        ? text[(equals + 1)..]
        : text;
}

// Without $...$, \(...\), \[...\] and \boxed{...} around the whole.
string Unwrapped(string text)
{
    text = text.Trim();
    for (int i = 0; i < 4; i++)
    {
        if (text.Length >= 2 && text[0] == '$' && text[^1] == '$')
            text = text[1..^1].Trim();
        else if ((text.StartsWith("\\(", StringComparison.Ordinal) && text.EndsWith("\\)", StringComparison.Ordinal))
            || (text.StartsWith("\\[", StringComparison.Ordinal) && text.EndsWith("\\]", StringComparison.Ordinal)))
            text = text.Length >= 4 ? text[2..^2].Trim() : "";
        else if (text.StartsWith("\\boxed{", StringComparison.Ordinal) && text[^1] == '}')
            text = text[7..^1].Trim();
    }
    return text;
}

// 1,200: alone; in a list a comma separates.
bool IsGroupedNumber(string text)
{
    int start = text.StartsWith('-') || text.StartsWith('\u2212') ? 1 : 0, comma = text.IndexOf(',');
    if (comma - start is < 1 or > 3)
        return false;
    int point = text.IndexOf('.') is >= 0 and var found ? found : text.Length;
    for (int i = start; i < point; i++)
    {
        if (i >= comma && (i - comma) % 4 == 0 ? text[i] != ',' : !char.IsAsciiDigit(text[i]))
            return false;
    }
    return point > comma && (point - comma) % 4 == 0 && text.AsSpan(Math.Min(point + 1, text.Length)).IndexOfAnyExceptInRange('0', '9') < 0;
}
