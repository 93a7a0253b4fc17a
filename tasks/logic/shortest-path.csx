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
        Search first = Settle(minutes, start: 0, towns);
        int via = hasVia ? first.Order[rng.Integer(1, count - 1)] : 0;
        Search last = hasVia ? Settle(minutes, via, towns) : first;
        int goal = last.Order[^1];
        int least = (hasVia ? first.Best[via] : 0) + last.Best[goal];
        int[] way = [.. hasVia ? first.WayTo(via)[..^1] : [], .. last.WayTo(goal)];
        if (goal == 0 || way.Length < 4 || hasVia && least == first.Best[goal])
            continue;

        string passing = hasVia ? $" by way of {towns[via]}" : "";
        string answer = string.Join(", ", way.Select(town => towns[town]));
        return Problem(
            question: $"Roads between towns, with the minutes each takes: {string.Join(", ", Shown(rng, minutes, towns))}. "
                + (oneWay ? "A road with - goes both ways, one with > only from the first town to the second. " : "")
                + $"What is the quickest way from {towns[0]} to {towns[goal]}{passing}? "
                + "Answer with the towns in the order of the way, both ends included, separated by commas.",
            answer: answer,
            solution: (hasVia ? $"From {towns[0]} to {towns[via]}:\n{first.Explain(via)}\nFrom {towns[via]} to {towns[goal]}:\n" : "")
                + $"{last.Explain(goal)}\nThe whole way, {least} minutes: {answer}",
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
    int[][] minutes = [.. Enumerable.Range(0, count).Select(_ => new int[count])];
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

// What Dijkstra's search from one town found: the towns, nearest first, a line about each, and where each was reached from.
record Search(string[] Towns, List<int> Order, List<string> Lines, int[] Best, int[] From)
{
    public List<int> WayTo(int goal)
    {
        List<int> way = [goal];
        while (way[0] != Order[0])
            way.Insert(0, From[way[0]]);
        return way;
    }

    public string Explain(int goal)
    {
        IEnumerable<string> back = WayTo(goal).Skip(1).Reverse().Select(town => $"{Towns[town]} from {Towns[From[town]]}");
        return $"{string.Join('\n', Lines.Take(Order.IndexOf(goal)))}\n{Towns[goal]}, {Best[goal]}: this is the goal.\nReached {string.Join(", ", back)}.";
    }
}

Search Settle(int[][] minutes, int start, string[] towns)
{
    int[] best = [.. towns.Select(_ => int.MaxValue)], from = new int[towns.Length];
    best[start] = 0;
    var search = new Search(towns, [], [], best, from);
    var open = Enumerable.Range(0, towns.Length).ToList();
    while (open.Count > 0)
    {
        int nearest = open[0];
        foreach (int town in open)
        {
            if (best[town] < best[nearest])
                nearest = town;
        }
        open.Remove(nearest);
        search.Order.Add(nearest);
        string line = $"{towns[nearest]}, {best[nearest]}:";
        foreach (int next in open)
        {
            int total = best[nearest] + minutes[nearest][next];
            if (minutes[nearest][next] == 0 || total >= best[next])
                continue;
            line += $" {towns[next]} {best[nearest]} + {minutes[nearest][next]} = {total}{(best[next] < int.MaxValue ? $", better than {best[next]}" : "")};";
            (best[next], from[next]) = (total, nearest);
        }
        search.Lines.Add(line.EndsWith(':') ? $"{line} nothing new." : $"{line[..^1]}.");
    }
    return search;
}
