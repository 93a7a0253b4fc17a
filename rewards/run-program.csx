// rewards/run-program.csx: a program for the stack machine of tasks/code, run on cases that the question does not show.
using System.Globalization;

Reward(version: 1);

// No word jumps back, so a program takes as many steps as it has words.
const int MaxWords = 200;
const int MaxDepth = 100;
const long MaxNumber = 1_000_000_000_000;

// data.cases: [{ input: [3, 4], output: 7 }, ...]; every one must come out right.
double Score(Problem problem, string answer)
{
    if (answer.Length > 20 * MaxWords)
        return 0;
    string[] words = answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    if (words.Length > MaxWords)
        return 0;
    foreach (JsonElement test in problem.Data!.Value.GetProperty("cases").EnumerateArray())
    {
        long[] input = [.. test.GetProperty("input").EnumerateArray().Select(number => number.GetInt64())];
        if (Run(words, input) != test.GetProperty("output").GetInt64())
            return 0;
    }
    return 1;
}

// The one number that is left; null where the program fails or leaves more or less than that.
long? Run(string[] words, long[] input)
{
    var stack = new Stack<long>(input);
    foreach (string word in words)
    {
        if (!Step(word.ToLowerInvariant(), stack) || stack.Count > MaxDepth || (stack.Count > 0 && Math.Abs(stack.Peek()) > MaxNumber))
            return null;
    }
    return stack.Count == 1 ? stack.Pop() : null;
}

bool Step(string word, Stack<long> stack)
{
    if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long literal))
    {
        stack.Push(literal is >= -MaxNumber and <= MaxNumber ? literal : MaxNumber + 1);
        return true;
    }

    int needed = word switch
    {
        "dup" or "drop" or "neg" => 1,
        "swap" or "over" or "+" or "-" or "*" or "max" or "min" => 2,
        "rot" => 3,
        _ => int.MaxValue,
    };
    if (stack.Count < needed)
        return false;
    long c = stack.Pop();
    long b = needed >= 2 ? stack.Pop() : 0;
    long a = needed >= 3 ? stack.Pop() : 0;
    long[] left = word switch
    {
        "dup" => [c, c],
        "drop" => [],
        "neg" => [-c],
        "swap" => [c, b],
        "over" => [b, c, b],
        "+" => [b + c],
        "-" => [b - c],
        "*" => [Product(b, c)],
        "max" => [Math.Max(b, c)],
        "min" => [Math.Min(b, c)],
        _ => [b, c, a],
    };
    foreach (long number in left)
        stack.Push(number);
    return true;
}

// Factors are at most 10^12, so a product can pass what a long holds; past MaxNumber its value no longer matters.
long Product(long a, long b)
{
    Int128 product = (Int128)a * b;
    return product > MaxNumber || product < -MaxNumber ? MaxNumber + 1 : (long)product;
}
