// rewards/set.csx: the answer's items, separated by commas, in any order and each once; braces around them are free.
Reward(version: 1);

const int MaxSpace = 200;
const string None = "none";

bool Score(Problem problem, string answer)
{
    if (answer.Length > 2 * problem.Answer.Length + MaxSpace)
        return false;
    string[] expected = Items(problem.Answer), given = Items(answer);
    if (given.Length != expected.Length)
        return false;
    Array.Sort(expected, StringComparer.Ordinal);
    Array.Sort(given, StringComparer.Ordinal);
    return expected.AsSpan().SequenceEqual(given);
}

// As many as there are commas and one more, so an item that is empty or repeated makes another set; 'none' and '{}' are the set of nothing.
string[] Items(string text)
{
    string set = Normalize(text);
    if (set.StartsWith("\\{") && set.EndsWith("\\}") && set.Length >= 4)
        set = set[2..^2].Trim();
    else if (set.StartsWith('{') && set.EndsWith('}'))
        set = set[1..^1].Trim();
    else if (set == "\u2205" || set == "empty")
        set = None;
    else if (set.Length == 0)
        return [""];
    return set.Length == 0 || set == None ? [] : set.Split(',', StringSplitOptions.TrimEntries);
}

// Runs of white space become one space, and A-Z small letters.
string Normalize(string text)
{
    var kept = new char[text.Length];
    int length = 0;
    foreach (char c in text.AsSpan())
    {
        if (!char.IsWhiteSpace(c))
            kept[length++] = char.IsAsciiLetterUpper(c) ? (char)(c + 32) : c;
        else if (length > 0 && kept[length - 1] != ' ')
            kept[length++] = ' ';
    }
    return new string(kept, 0, length).TrimEnd(' ');
}
