// rewards/exact.csx: the answer's words, whatever their case and the space around them.
Reward(version: 2);

// White space that a person may type around and between words, and no more.
const int MaxSpace = 1000;

bool Score(Problem problem, string answer) =>
    answer.Length <= problem.Answer.Length + MaxSpace && Normalize(answer) == Normalize(problem.Answer);

// Only A-Z lose their case: ToLower would also turn look-alikes such as the Kelvin sign into letters.
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
    if (length > 0 && kept[length - 1] == ' ')
        length--;
    return new string(kept, 0, length);
}
