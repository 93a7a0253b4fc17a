// tasks/logic/graph-coloring.csx: color the points of a graph so that no line joins two of the same color.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["constraints", "search", "graphs"]);

// Level by level: points, and lines.
readonly (int Points, int Lines)[] sizes = [(5, 6), (6, 9), (7, 11), (8, 14), (10, 18), (12, 22)];

readonly string[] colors = ["red", "green", "blue"];

// The lines join points of different color in a coloring that is drawn first, so there is one. Two points have their color from the start.
Problem Generate(Rng rng, int level)
{
    (int points, int lines) = sizes[level - 1];
    int[] planted = rng.Shuffle(Enumerable.Range(0, points).Select(point => point % 3));
    int[] near = new int[points];
    var drawn = new List<string>();
    while (drawn.Count < lines)
    {
        int a = rng.Integer(0, points - 2), b = rng.Integer(a + 1, points - 1);
        if (planted[a] == planted[b] || (near[a] >> b & 1) == 1)
            continue;
        near[a] |= 1 << b;
        near[b] |= 1 << a;
        drawn.Add($"{Name(a)}-{Name(b)}");
    }

    int[] given = new int[points];
    Array.Fill(given, -1);
    foreach (int point in rng.Sample(Enumerable.Range(0, points).ToArray(), 2))
        given[point] = planted[point];
    int[] colored = [.. given];
    var steps = new StringBuilder();
    Color(near, colored, steps);
    string answer = List(colored);
    return Problem(
        question: $"Color each of the points {string.Join(", ", Enumerable.Range(0, points).Select(Name))} red, green or blue, so that no line joins two points of the same color. "
            + $"The lines are {string.Join(", ", drawn)}. Already colored are: {List(given)}. Answer with every point and its color in the form: A red, B green",
        answer: answer,
        solution: $"{steps}{answer}",
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
    string touched = List([.. colored.Select((color, i) => (near[point] >> i & 1) == 1 ? color : -1)]);
    steps.Append($"{Name(point)} touches {(touched == "" ? "nothing colored" : touched)}: ");
    if (left == 0)
    {
        steps.Append("no color is left, go back\n");
        return false;
    }
    for (string lead = ""; left != 0; left &= left - 1, lead = $"{Name(point)}: ")
    {
        colored[point] = BitOperations.TrailingZeroCount(left);
        steps.Append($"{lead}{(BitOperations.IsPow2(left) ? "so" : "try")} {colors[colored[point]]}\n");
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

string List(int[] colored) =>
    string.Join(", ", Enumerable.Range(0, colored.Length).Where(point => colored[point] >= 0).Select(point => $"{Name(point)} {colors[colored[point]]}"));

char Name(int point) => (char)('A' + point);
