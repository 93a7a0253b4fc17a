// rewards/ordered-list.csx: the answer's items in their order, separated by commas, or by spaces where the answer has no commas.
Reward(version: 1);

const int MaxSpace = 200;

bool Score(Problem problem, string answer)
{
    if (answer.Length > 2 * problem.Answer.Length + MaxSpace)
        return false;
    char separator = problem.Answer.Contains(',') ? ',' : ' ';
    return Items(answer, separator).AsSpan().SequenceEqual(Items(problem.Answer, separator));
}

// Brackets around the whole list are free. Where spaces separate, so do commas: a list of words may be typed either way.
string[] Items(string text, char separator)
{
    string list = Normalize(text);
    if (list.Length >= 2 && (list[0], list[^1]) is ('[', ']') or ('(', ')'))
        list = list[1..^1].Trim();
    return separator == ' ' && !list.Contains(',')
        ? list.Split(' ')
        : list.Split(',', StringSplitOptions.TrimEntries);
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
