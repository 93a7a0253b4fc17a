using System.Text.RegularExpressions;

namespace Sasr.Arena.Checks.Arithmetic;

/// <summary>
/// Finds the arithmetic that a text states and evaluates it: every <c>expression = expression</c> of numbers, + - * / ^ and
/// brackets, in chains too. What has a variable, a unit or a function in it is no such statement, and is passed over.
/// </summary>
public static partial class StatementReader
{
    // Words between numbers that make one expression of what is on both sides of them.
    private static readonly HashSet<string> Operators =
    [
        "sqrt", "log", "ln", "lg", "exp", "sin", "cos", "tan", "gcd", "lcm", "det", "abs", "min", "max", "mod", "div", "rem", "choose", "of",
        "x", "y", "z", "times", "plus", "minus", "remainder", "r", "to", "base", "over", "floor", "ceil", "round",
    ];

    /// <summary>The statements in the order of the text; those of a chain one by one.</summary>
    public static IEnumerable<Statement> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match match in Run().Matches(text))
        {
            if (match.Value.AsSpan().IndexOfAny('=', '\u2248') < 0)
                continue;
            foreach (Statement statement in ReadRun(text, match))
                yield return statement;
        }
    }

    private static IEnumerable<Statement> ReadRun(string text, Match run)
    {
        int start = run.Index, end = run.Index + run.Length;
        string stated = text[start..end];
        if (IsBullet(text, start))
            stated = stated[1..];
        string[] sides = Sign().Split(stated);
        MatchCollection signs = Sign().Matches(stated);
        var values = new Rational?[sides.Length];
        for (int i = 0; i < sides.Length; i++)
        {
            bool whole = (i > 0 || BeginsCleanly(text, start)) && (i < sides.Length - 1 || EndsCleanly(text, end));
            values[i] = whole ? Expression.Evaluate(sides[i]) : null;
        }
        for (int i = 0; i + 1 < sides.Length; i++)
        {
            if (values[i] is not { } left || values[i + 1] is not { } right)
                continue;
            bool about = signs[i].Value == "\u2248";
            yield return new Statement(
                $"{sides[i].Trim()} {signs[i].Value} {sides[i + 1].Trim()}",
                about ? left.IsAbout(right, Decimals(sides[i + 1])) : left == right);
        }
    }

    private static bool IsBullet(string text, int at) =>
        text[at] is '-' or '*' && at + 1 < text.Length && text[at + 1] == ' ' && text[..at].TrimEnd(' ') is "" or [.., '\n'];

    private static int Decimals(string side)
    {
        string number = side.Trim();
        int point = number.LastIndexOf('.');
        return point < 0 ? 0 : number.Length - point - 1;
    }

    // Not the tail of a longer expression: of x in '2 * x + 3 = 7', of a function's name, or of a number with separators.
    private static bool BeginsCleanly(string text, int at)
    {
        int end = at;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        if (end == 0 || IsBullet(text, at))
            return true;
        if (text[at] is '+' or '*' or '/' or '^' || (text[at] is '-' or '\u2212' && text[at + 1] == ' '))
            return false;
        char before = text[end - 1];
        bool touches = end == at;
        if (!char.IsAsciiLetter(before))
            return before is '\n' or '"' or '\u2192' || (!touches && before is '.' or ',' or ';' or ':' or '!' or '?' or '-' or '|' or ']');
        string word = LastWord().Match(text[..end]).Value;
        return !touches && word.Length > 1 && !Operators.Contains(word.ToLowerInvariant());
    }

    // Not the head of a longer one: of '2 = 4x', or of a number that goes on.
    private static bool EndsCleanly(string text, int at)
    {
        int next = at;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next == text.Length)
            return true;
        char after = text[next];
        if (next > at)
            return char.IsAsciiLetter(after) ? !IsVariable(text, next) : after is not ('%' or '!' or '\u221a' or '\u03c0');
        return after is '\n' or '\r' or ';' or '?' or '"' or '\u2192'
            || (after is '.' or ',' or ':' or '!' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
    }

    private static bool IsVariable(string text, int at)
    {
        Match word = Word().Match(text, at);
        return word.Length == 1 || Operators.Contains(word.Value.ToLowerInvariant());
    }

    [GeneratedRegex(@"[0-9(+\-\u2212*/\u00d7\u00b7\u00f7^=\u2248](?:[0-9()+\-\u2212*/\u00d7\u00b7\u00f7^=\u2248 ]|\.(?=[0-9]))*(?<! )")]
    private static partial Regex Run();

    [GeneratedRegex("=+|\u2248")]
    private static partial Regex Sign();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\G[A-Za-z]+")]
    private static partial Regex Word();
}
