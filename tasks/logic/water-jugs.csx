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
        int[] capacities = new int[count], start = new int[count];
        for (int i = 0; i < count; i++)
            capacities[i] = rng.Integer(3, 11) + (count == 3 && i == 0 ? 6 : 0);
        for (int i = 0; i < count; i++)
            start[i] = rng.Integer(0, count == 3 && i == 0 ? capacities[i] : capacities[i] / 2);
        List<Step> steps = Explore(capacities, start, high);
        if (Goals(steps, count, low) is not { Count: > 0 } goals)
            continue;

        var (last, jug) = rng.Pick(goals);
        string answer = Plan(steps, last);
        var jugs = new StringBuilder();
        for (int i = 0; i < count; i++)
            jugs.Append($"Jug {Name(i)} holds {capacities[i]} litres and has {start[i]} in it. ");
        int target = Litres(steps[last].State, jug);
        return Problem(
            question: $"{jugs}Moves: "
                + (count == 2 ? "\"fill A\" fills A to the brim, \"empty A\" empties A, " : "")
                + "\"pour A B\" pours from A to B until A is empty or B is full; likewise for the other jugs. "
                + $"Get exactly {target} {(target == 1 ? "litre" : "litres")} into jug {Name(jug)}, {(fewest ? "in as few moves as possible" : $"in at most {MaxMoves} moves")}. "
                + "Answer with the moves in order, separated by commas.",
            answer: answer,
            solution: Explain(steps, count, last, target, jug, answer),
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

// What the jugs hold after a move on what an earlier step left, five bits a jug.
readonly record struct Step(int State, string Move, int Before, int Depth);

int Litres(int state, int jug) => state >> 5 * jug & 31;

// Everything that can be reached in so many moves, breadth first.
List<Step> Explore(int[] capacities, int[] start, int most)
{
    string[] moves = Moves[capacities.Length - 2];
    List<Step> steps = [new(State(start), "", -1, 0)];
    var seen = new HashSet<int> { steps[0].State };
    int[] litres = new int[capacities.Length];
    for (int i = 0; i < steps.Count && steps[i].Depth < most; i++)
    {
        foreach (string move in moves)
        {
            for (int jug = 0; jug < litres.Length; jug++)
                litres[jug] = Litres(steps[i].State, jug);
            Apply(move, capacities, litres);
            int state = State(litres);
            if (state != steps[i].State && seen.Add(state))
                steps.Add(new(state, move, i, steps[i].Depth + 1));
        }
    }
    return steps;
}

int State(int[] litres)
{
    int state = 0;
    for (int jug = 0; jug < litres.Length; jug++)
        state |= litres[jug] << 5 * jug;
    return state;
}

// A step and a jug that holds at that step what it never held before.
List<(int Step, int Jug)> Goals(List<Step> steps, int count, int low)
{
    var goals = new List<(int, int)>();
    int[] held = new int[count];
    for (int i = 0; i < steps.Count; i++)
    {
        for (int jug = 0; jug < count; jug++)
        {
            int bit = 1 << Litres(steps[i].State, jug);
            if ((held[jug] & bit) == 0 && steps[i].Depth >= low)
                goals.Add((i, jug));
            held[jug] |= bit;
        }
    }
    return goals;
}

string Plan(List<Step> steps, int last)
{
    string plan = steps[last].Move;
    for (int i = steps[last].Before; i > 0; i = steps[i].Before)
        plan = $"{steps[i].Move}, {plan}";
    return plan;
}

string Explain(List<Step> steps, int count, int last, int target, int jug, string answer)
{
    var text = new StringBuilder(1000);
    text.Append($"Write ({(count == 2 ? "A, B" : "A, B, C")}) for the litres in the jugs, and list what is new after each number of moves.\n0 moves: ");
    Show(text, steps[0].State, count);
    for (int i = 1; i <= last; i++)
    {
        Step step = steps[i], previous = steps[i - 1];
        if (step.Depth > previous.Depth)
            text.Append($"\n{step.Depth} {(step.Depth == 1 ? "move" : "moves")}: ");
        else
            text.Append(step.Before == previous.Before ? ", " : "; ");
        if (step.Before != previous.Before || i == 1)
            Show(text.Append("from "), steps[step.Before].State, count).Append(' ');
        Show(text.Append(step.Move).Append(' '), step.State, count);
    }
    return text.Append($"\nThe last one has {target} in {Name(jug)}. The moves that led to it: {answer}").ToString();
}

StringBuilder Show(StringBuilder text, int state, int count)
{
    for (int jug = 0; jug < count; jug++)
        text.Append(jug == 0 ? "(" : ", ").Append(Litres(state, jug));
    return text.Append(')');
}
