// tasks/logic/graph-coloring.csx: color the points of a graph so that no line joins two of the same color.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["constraints", "search", "graphs"]);

// Level by level: points, and lines.
readonly (int Points, int Lines)[] sizes = [(5, 6), (6, 9), (7, 11), (8, 14), (10, 18), (12, 22)];

const string Names = "A, B, C, D, E, F, G, H, I, J, K, L";

readonly string[] colors = ["red", "green", "blue"];

// The lines join points of different color in a coloring that is drawn first, so there is one. Two points have their color from the start.
Problem Generate(Rng rng, int level)
{
    (int points, int lines) = sizes[level - 1];
    int[] planted = rng.Shuffle(Enumerable.Range(0, points).Select(point => point % 3));
    int[] near = new int[points];
    var drawn = new StringBuilder();
    for (int count = 0; count < lines;)
    {
        int a = rng.Integer(0, points - 2), b = rng.Integer(a + 1, points - 1);
        if (planted[a] == planted[b] || (near[a] >> b & 1) == 1)
            continue;
        near[a] |= 1 << b;
        near[b] |= 1 << a;
        drawn.Append(count++ == 0 ? "" : ", ").Append(Name(a)).Append('-').Append(Name(b));
    }

    int[] given = new int[points];
    Array.Fill(given, -1);
    foreach (int point in rng.Sample(Enumerable.Range(0, points).ToArray(), 2))
        given[point] = planted[point];
    int[] colored = [.. given];
    var steps = new StringBuilder(500);
    Color(near, colored, steps);
    int all = (1 << points) - 1;
    string answer = List(new(), colored, all).ToString();
    return Problem(
        question: $"Color each of the points {Names.AsSpan(0, 3 * points - 2)} red, green or blue, so that no line joins two points of the same color. "
            + $"The lines are {drawn}. Already colored are: {List(new(), given, all)}. Answer with every point and its color in the form: A red, B green",
        answer: answer,
        solution: steps.Append(answer).ToString(),
        data: new { near, given });
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 300)
        return 0;
    var data = problem.Data!.Value;
    int[] near = Numbers(data, "near"), given = Numbers(data, "given"), colored = new int[near.Length];
    Array.Fill(colored, -1);
    string[] parts = answer.Split(',');
    foreach (string part in parts)
    {
        string[] words = part.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        int point = words.Length == 2 && words[0].Length == 1 ? words[0][0] - 'A' : -1, color = point < 0 ? -1 : Array.IndexOf(colors, words[1]);
        if (color < 0 || point >= near.Length || colored[point] >= 0)
            return 0;
        colored[point] = color;
    }
    return parts.Length == near.Length && Enumerable.Range(0, near.Length).All(point =>
        (given[point] < 0 || given[point] == colored[point]) && (Left(near, colored, point) >> colored[point] & 1) == 1) ? 1 : 0;
}

int[] Numbers(JsonElement data, string name) => [.. data.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

// Always the point with the fewest colors left; of several colors the first that leads to the end.
bool Color(int[] near, int[] colored, StringBuilder steps)
{
    int point = -1, fewest = 4;
    for (int i = 0; i < near.Length; i++)
    {
        int count = colored[i] >= 0 ? 4 : BitOperations.PopCount((uint)Left(near, colored, i));
        if (count < fewest)
            (point, fewest) = (i, count);
    }
    if (point < 0)
        return true;
    int left = Left(near, colored, point);
    steps.Append(Name(point)).Append(" touches ");
    int before = steps.Length;
    List(steps, colored, near[point]).Append(steps.Length == before ? "nothing colored: " : ": ");
    if (left == 0)
    {
        steps.Append("no color is left, go back\n");
        return false;
    }
    for (string lead = ""; left != 0; left &= left - 1, lead = $"{Name(point)}: ")
    {
        colored[point] = BitOperations.TrailingZeroCount(left);
        steps.Append(lead).Append(BitOperations.IsPow2(left) ? "so " : "try ").Append(colors[colored[point]]).Append('\n');
        if (Color(near, colored, steps))
            return true;
    }
    colored[point] = -1;
    return false;
}

// The colors that no neighbor has, as bits.
int Left(int[] near, int[] colored, int point)
{
    int left = 7;
    for (int rest = near[point]; rest != 0; rest &= rest - 1)
    {
        int color = colored[BitOperations.TrailingZeroCount(rest)];
        left &= color < 0 ? 7 : ~(1 << color);
    }
    return left;
}

// Those of the points that are colored.
StringBuilder List(StringBuilder text, int[] colored, int points)
{
    string separator = "";
    for (int rest = points; rest != 0; rest &= rest - 1)
    {
        int point = BitOperations.TrailingZeroCount(rest);
        if (colored[point] < 0)
            continue;
        text.Append(separator).Append(Name(point)).Append(' ').Append(colors[colored[point]]);
        separator = ", ";
    }
    return text;
}

char Name(int point) => (char)('A' + point);
