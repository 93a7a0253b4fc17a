// tasks/logic/shortest-path.csx: find the quickest way on a map of roads.
Task(version: 1, levels: 6, tags: ["graph", "search", "planning"]);

string[] pool =
[
    "Ashby", "Barton", "Corley", "Dunmore", "Elford", "Farley", "Gatton", "Hexham", "Irby", "Kelby", "Linton", "Marden",
    "Norwell", "Oakley", "Preston", "Radley", "Selby", "Tarvin", "Upton", "Welford",
];

// Level by level; a town to pass on the way comes with the last two.
(int Towns, int Roads, bool OneWay, bool Via)[] sizes =
    [(5, 7, false, false), (6, 10, false, false), (8, 14, false, false), (8, 15, true, false), (8, 14, false, true), (9, 18, true, true)];

Problem Generate(Rng rng, int level)
{
    var (count, roads, oneWay, hasVia) = sizes[level - 1];
    string[] towns = rng.Sample(pool, count);
    while (true)
    {
        int[][] minutes = Draw(rng, count, roads, oneWay);
        Search first = Settle(minutes, start: 0);
        int via = hasVia ? first.Order[rng.Integer(1, count - 1)] : 0;
        Search last = hasVia ? Settle(minutes, via) : first;
        int goal = last.Order[^1];
        int least = (hasVia ? first.Best[via] : 0) + last.Best[goal];
        int[] way = [.. hasVia ? first.WayTo(via)[..^1] : [], .. last.WayTo(goal)];
        if (goal == 0 || way.Length < 4 || hasVia && least == first.Best[goal])
            continue;

        string passing = hasVia ? $" by way of {towns[via]}" : "";
        string answer = string.Join(", ", Array.ConvertAll(way, town => towns[town]));
        var lines = new StringBuilder(1500);
        if (hasVia)
        {
            Explain(lines.Append($"From {towns[0]} to {towns[via]}:\n"), minutes, towns, first, via);
            lines.Append($"From {towns[via]} to {towns[goal]}:\n");
        }
        Explain(lines, minutes, towns, last, goal);
        return Problem(
            question: $"Roads between towns, with the minutes each takes: {string.Join(", ", Shown(rng, minutes, towns))}. "
                + (oneWay ? "A road with - goes both ways, one with > only from the first town to the second. " : "")
                + $"What is the quickest way from {towns[0]} to {towns[goal]}{passing}? "
                + "Answer with the towns in the order of the way, both ends included, separated by commas.",
            answer: answer,
            solution: lines.Append($"The whole way, {least} minutes: {answer}").ToString(),
            data: new { towns, minutes, goal, via, least });
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 500)
        return 0;
    JsonElement data = problem.Data!.Value;
    List<string> towns = [.. data.GetProperty("towns").EnumerateArray().Select(town => town.GetString()!)];
    int[] way = [.. answer.Split(',').Select(town => towns.FindIndex(name => Ascii.EqualsIgnoreCase(name, town.AsSpan().Trim())))];
    int total = 0;
    for (int i = 0; i < way.Length; i++)
    {
        int minutes = way[i] < 0 ? 0 : i == 0 ? 1 : data.GetProperty("minutes")[way[i - 1]][way[i]].GetInt32();
        if (minutes == 0)
            return 0;
        total += i == 0 ? 0 : minutes;
    }
    return way[0] == 0 && way[^1] == data.GetProperty("goal").GetInt32() && way.Contains(data.GetProperty("via").GetInt32())
        && total == data.GetProperty("least").GetInt32() ? 1 : 0;
}

// minutes[a][b] is 0 where no road leads from a to b. A tree of roads both ways joins all towns.
int[][] Draw(Rng rng, int count, int roads, bool oneWay)
{
    int[][] minutes = new int[count][];
    for (int town = 0; town < count; town++)
        minutes[town] = new int[count];
    for (int road = 1; road <= roads; road++)
    {
        bool tree = road < count;
        int a = tree ? road : rng.Integer(0, count - 1), b = rng.Integer(0, tree ? road - 1 : count - 1);
        if (a == b || minutes[a][b] + minutes[b][a] > 0)
        {
            road--;
            continue;
        }
        minutes[a][b] = rng.Integer(2, 20);
        minutes[b][a] = oneWay && !tree && rng.Chance(0.7) ? 0 : minutes[a][b];
    }
    return minutes;
}

string[] Shown(Rng rng, int[][] minutes, string[] towns)
{
    var shown = new List<string>();
    for (int a = 0; a < towns.Length; a++)
    {
        for (int b = 0; b < towns.Length; b++)
        {
            bool both = minutes[a][b] == minutes[b][a];
            if (minutes[a][b] > 0 && (!both || a < b))
                shown.Add(both && rng.Chance(0.5) ? $"{towns[b]} - {towns[a]} {minutes[a][b]}" : $"{towns[a]} {(both ? '-' : '>')} {towns[b]} {minutes[a][b]}");
        }
    }
    return rng.Shuffle(shown);
}

// What Dijkstra's search from one town found: the towns, nearest first, how far each is, and where each was reached from.
record Search(int[] Order, int[] Best, int[] From)
{
    public List<int> WayTo(int goal)
    {
        List<int> way = [goal];
        while (way[0] != Order[0])
            way.Insert(0, From[way[0]]);
        return way;
    }
}

// Searches, and writes a line about each town up to the goal where it is given room for that.
Search Settle(int[][] minutes, int start, StringBuilder lines = null, string[] towns = null, int goal = -1)
{
    int[] order = new int[minutes.Length], best = new int[minutes.Length], from = new int[minutes.Length];
    bool[] settled = new bool[minutes.Length];
    Array.Fill(best, int.MaxValue);
    best[start] = 0;
    for (int i = 0; i < order.Length; i++)
    {
        int nearest = -1, news = 0;
        for (int town = 0; town < order.Length; town++)
        {
            if (!settled[town] && (nearest < 0 || best[town] < best[nearest]))
                nearest = town;
        }
        if (nearest == goal)
            break;
        (order[i], settled[nearest]) = (nearest, true);
        lines?.Append($"{towns[nearest]}, {best[nearest]}:");
        for (int next = 0; next < order.Length; next++)
        {
            int total = best[nearest] + minutes[nearest][next];
            if (settled[next] || minutes[nearest][next] == 0 || total >= best[next])
                continue;
            lines?.Append($"{(news++ == 0 ? " " : "; ")}{towns[next]} {best[nearest]} + {minutes[nearest][next]} = {total}")
                .Append(best[next] < int.MaxValue ? $", better than {best[next]}" : "");
            (best[next], from[next]) = (total, nearest);
        }
        lines?.Append(news == 0 ? " nothing new.\n" : ".\n");
    }
    return new(order, best, from);
}

void Explain(StringBuilder lines, int[][] minutes, string[] towns, Search search, int goal)
{
    Settle(minutes, search.Order[0], lines, towns, goal);
    lines.Append($"{towns[goal]}, {search.Best[goal]}: this is the goal.\nReached ");
    for (int town = goal; town != search.Order[0]; town = search.From[town])
        lines.Append($"{(town == goal ? "" : ", ")}{towns[town]} from {towns[search.From[town]]}");
    lines.Append(".\n");
}
