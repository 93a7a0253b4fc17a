// tasks/logic/water-jugs.csx: measure out litres by filling, emptying and pouring jugs.
Task(version: 1, levels: 6, tags: ["search", "planning", "arithmetic"]);

// Level by level: jugs (three have no tap, so water is only poured), moves of the shortest plan, whether a longer one is wrong.
(int Jugs, int Low, int High, bool Fewest)[] sizes =
    [(2, 2, 3, false), (2, 4, 5, false), (2, 5, 7, true), (3, 3, 4, false), (3, 4, 5, true), (3, 6, 9, true)];

const int MaxMoves = 40;

Problem Generate(Rng rng, int level)
{
    var (count, low, high, fewest) = sizes[level - 1];
    while (true)
    {
        int[] capacities = [.. Enumerable.Range(0, count).Select(i => rng.Integer(3, 11) + (count == 3 && i == 0 ? 6 : 0))];
        int[] start = [.. capacities.Select((capacity, i) => rng.Integer(0, count == 3 && i == 0 ? capacity : capacity / 2))];
        List<Step> steps = Explore(capacities, start);
        if (Goals(steps, low, high) is not { Count: > 0 } goals)
            continue;

        var (last, jug) = rng.Pick(goals);
        string answer = string.Join(", ", Plan(steps, last).Select(step => step.Move));
        IEnumerable<string> jugs = capacities.Select((capacity, i) => $"Jug {Name(i)} holds {capacity} litres and has {start[i]} in it.");
        int target = steps[last].Litres[jug];
        return Problem(
            question: $"{string.Join(' ', jugs)} Moves: "
                + (count == 2 ? "\"fill A\" fills A to the brim, \"empty A\" empties A, " : "")
                + "\"pour A B\" pours from A to B until A is empty or B is full; likewise for the other jugs. "
                + $"Get exactly {target} {(target == 1 ? "litre" : "litres")} into jug {Name(jug)}, {(fewest ? "in as few moves as possible" : $"in at most {MaxMoves} moves")}. "
                + "Answer with the moves in order, separated by commas.",
            answer: answer,
            solution: Explain(steps, last, target, jug),
            data: new { capacities, start, jug, target, most = fewest ? steps[last].Depth : MaxMoves });
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 20 * MaxMoves)
        return 0;
    JsonElement data = problem.Data!.Value;
    int[] capacities = Numbers(data.GetProperty("capacities")), litres = Numbers(data.GetProperty("start"));
    string[] moves = answer.Split(',');
    foreach (string move in moves)
    {
        int found = Array.FindIndex(Moves[capacities.Length - 2], name => Ascii.EqualsIgnoreCase(name, move.AsSpan().Trim()));
        if (found < 0)
            return 0;
        Apply(Moves[capacities.Length - 2][found], capacities, litres);
    }
    return moves.Length <= data.GetProperty("most").GetInt32()
        && litres[data.GetProperty("jug").GetInt32()] == data.GetProperty("target").GetInt32() ? 1 : 0;
}

int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];

string[][] Moves =
[
    ["fill A", "fill B", "empty A", "empty B", "pour A B", "pour B A"],
    ["pour A B", "pour A C", "pour B A", "pour B C", "pour C A", "pour C B"],
];

void Apply(string move, int[] capacities, int[] litres)
{
    int last = move[^1] - 'A';
    if (move[0] == 'f')
        litres[last] = capacities[last];
    else if (move[0] == 'e')
        litres[last] = 0;
    else
    {
        int from = move[^3] - 'A', poured = Math.Min(litres[from], capacities[last] - litres[last]);
        litres[from] -= poured;
        litres[last] += poured;
    }
}

char Name(int jug) => (char)('A' + jug);

// What the jugs hold after a move on what an earlier step left.
record Step(int[] Litres, string Move, int Before, int Depth)
{
    public override string ToString() => $"({string.Join(", ", Litres)})";
}

// Everything that can be reached, breadth first.
List<Step> Explore(int[] capacities, int[] start)
{
    List<Step> steps = [new(start, "", -1, 0)];
    var seen = new HashSet<int> { Key(start) };
    for (int i = 0; i < steps.Count; i++)
    {
        foreach (string move in Moves[capacities.Length - 2])
        {
            int[] litres = [.. steps[i].Litres];
            Apply(move, capacities, litres);
            if (seen.Add(Key(litres)))
                steps.Add(new(litres, move, i, steps[i].Depth + 1));
        }
    }
    return steps;
}

int Key(int[] litres) => litres.Aggregate((key, next) => 32 * key + next);

// A step and a jug that holds at that step what it never held before.
List<(int Step, int Jug)> Goals(List<Step> steps, int low, int high)
{
    var goals = new List<(int, int)>();
    int[] held = new int[3];
    for (int i = 0; i < steps.Count && steps[i].Depth <= high; i++)
    {
        for (int jug = 0; jug < steps[i].Litres.Length; jug++)
        {
            int bit = 1 << steps[i].Litres[jug];
            if ((held[jug] & bit) == 0 && steps[i].Depth >= low)
                goals.Add((i, jug));
            held[jug] |= bit;
        }
    }
    return goals;
}

List<Step> Plan(List<Step> steps, int last)
{
    var plan = new List<Step>();
    for (int i = last; i > 0; i = steps[i].Before)
        plan.Insert(0, steps[i]);
    return plan;
}

string Explain(List<Step> steps, int last, int target, int jug)
{
    var text = new StringBuilder($"Write ({(steps[0].Litres.Length == 2 ? "A, B" : "A, B, C")}) for the litres in the jugs, and list what is new after each number of moves.\n0 moves: {steps[0]}");
    for (int i = 1; i <= last; i++)
    {
        Step step = steps[i], previous = steps[i - 1];
        if (step.Depth > previous.Depth)
            text.Append($"\n{step.Depth} {(step.Depth == 1 ? "move" : "moves")}: ");
        else
            text.Append(step.Before == previous.Before ? ", " : "; ");
        text.Append($"{(step.Before == previous.Before && i > 1 ? "" : $"from {steps[step.Before]} ")}{step.Move} {step}");
    }
    text.Append($"\nThe last one has {target} in {Name(jug)}. The moves that led to it: {string.Join(", ", Plan(steps, last).Select(step => step.Move))}");
    return text.ToString();
}
