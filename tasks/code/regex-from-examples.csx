// tasks/code/regex-from-examples.csx: write a regular expression from texts that it matches and texts that it does not.
using System.Text.RegularExpressions;

Task(version: 1, levels: 5, tags: ["regular-expressions", "induction"]);

const int MaxLength = 200;

// A piece of a pattern: the pattern, what it stands for, a text that it matches and one that it does not.
record Piece(string Pattern, string Words, Func<Rng, string> Fits, Func<Rng, string> Misses);

Problem Generate(Rng rng, int level)
{
    Piece[] pieces = new Piece[level + 1];
    for (int i = 0; i < pieces.Length; i++)
        pieces[i] = i == 0 ? Letters(rng) : i % 2 == 1 ? Literal(rng) : rng.Chance(0.5) ? Digits(rng) : rng.Chance(0.5) ? Letters(rng) : Choice(rng);
    string pattern = string.Concat(pieces.Select(piece => piece.Pattern));
    string Match() => Example(rng, pieces, -1);
    string[] shown = [.. Examples(rng, pieces, 6, _ => -1).Distinct()];
    string[] not = [.. Examples(rng, pieces, 2 * pieces.Length, i => i / 2).Distinct()];
    string[] hidden = Examples(rng, pieces, 15, _ => -1);
    string[] hiddenNot = [.. Examples(rng, pieces, 4 * pieces.Length, i => i % pieces.Length), "", Match() + "-", "-" + Match()];
    string parts = string.Join('\n', pieces.Select((piece, i) => $"{piece.Words}: {piece.Pattern}"));
    return Problem(
        question: $"The texts on the left have the same form, and those on the right do not:\nlike this: {string.Join("  ", shown)}\nnot like this: {string.Join("  ", not)}\n"
            + $"The form: {string.Join(", then ", pieces.Select(piece => piece.Words))}.\nWrite a regular expression that matches the whole of every text of this form and no other (letters are a-z, digits 0-9). Answer with it alone, without delimiters.",
        answer: pattern,
        solution: $"Piece by piece:\n{parts}\nTogether: {pattern}",
        data: new { yes = hidden, no = hiddenNot });
}

string[] Examples(Rng rng, Piece[] pieces, int count, Func<int, int> wrong)
{
    string[] texts = new string[count];
    for (int i = 0; i < count; i++)
        texts[i] = Example(rng, pieces, wrong(i));
    return texts;
}

// Wrong in one piece alone, so that every piece must be got right; or in none.
string Example(Rng rng, Piece[] pieces, int wrong)
{
    string[] texts = new string[pieces.Length];
    for (int i = 0; i < texts.Length; i++)
        texts[i] = i == wrong ? pieces[i].Misses(rng) : pieces[i].Fits(rng);
    return string.Concat(texts);
}

Piece Letters(Rng rng)
{
    int low = rng.Integer(1, 3), high = low + rng.Integer(1, 2);
    return new($"[a-z]{{{low},{high}}}", $"{low} to {high} letters", r => Text(r, "abcdefghijklmnopqrstuvwxyz", r.Integer(low, high)),
        r => r.Chance(0.5) ? Text(r, "abcdefghijklmnopqrstuvwxyz", high + 1) : Text(r, "0123456789", low));
}

Piece Digits(Rng rng)
{
    int count = rng.Integer(2, 5);
    return new($"[0-9]{{{count}}}", $"exactly {count} digits", r => Text(r, "0123456789", count),
        r => r.Chance(0.5) ? Text(r, "0123456789", count + (r.Chance(0.5) ? 1 : -1)) : Text(r, "abcdefghijklmnopqrstuvwxyz", count));
}

Piece Choice(Rng rng)
{
    string[] words = rng.Sample(["red", "blue", "low", "high", "cat", "dog", "one", "ten"], 3);
    return new($"({words[0]}|{words[1]})", $"{words[0]} or {words[1]}", r => words[r.Integer(0, 1)], _ => words[2]);
}

Piece Literal(Rng rng)
{
    string mark = rng.Pick(["_", "=", ":", "@", "%", "&"]);
    return new(mark, $"one {mark}", _ => mark, _ => mark + mark);
}

string Text(Rng rng, string letters, int length)
{
    char[] text = new char[length];
    for (int i = 0; i < length; i++)
        text[i] = letters[rng.Integer(0, letters.Length - 1)];
    return new(text);
}

bool Score(Problem problem, string answer)
{
    if (answer.Length is 0 or > MaxLength || !answer.All(char.IsAscii))
        return false;
    Regex regex;
    try
    {
        regex = new Regex($@"\A(?:{answer})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
    catch (Exception e) when (e is ArgumentException or NotSupportedException)
    {
        return false;
    }
    JsonElement data = problem.Data.Value;
    return data.GetProperty("yes").EnumerateArray().All(text => Matches(regex, text.GetString()))
        && !data.GetProperty("no").EnumerateArray().Any(text => Matches(regex, text.GetString()));
}

// No match of a short text backtracks or takes long; one that seems to has waited for the processor, and is tried again.
bool Matches(Regex regex, string text)
{
    for (int tries = 0; ; tries++)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException) when (tries < 5)
        {
        }
    }
}
