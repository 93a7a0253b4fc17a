// tasks/logic/block-stacking.csx: rebuild stacks of blocks by moving one at a time.
Task(version: 1, levels: 6, tags: ["planning"]);

// Level by level: blocks, and whether a longer plan than the shortest is wrong.
(int Blocks, bool Fewest)[] sizes = [(5, false), (6, false), (7, false), (6, true), (7, true), (8, true)];

const int MaxMoves = 60;
const int Table = -1;

Problem Generate(Rng rng, int level)
{
    var (count, fewest) = sizes[level - 1];
    int[] start, goal;
    List<Move> plan;
    do
    {
        // What each block stands on: another block or the table.
        (start, goal) = (DrawStacks(rng, count), DrawStacks(rng, count));
        plan = Solve(start, goal);
    }
    while (plan.Count < count);

    var moves = new StringBuilder();
    foreach (Move move in plan)
        moves.Append(moves.Length == 0 ? "" : ", ").Append(move.Text);
    string answer = moves.ToString();
    return Problem(
        question: $"Blocks stand on a table in stacks, each written from the bottom to the top. Now: {Show(new(), start)}. Wanted, in stacks of any order: {Show(new(), goal)}. "
            + "Only the top block of a stack can be moved, onto the top of another stack or onto the table, where there is always room. "
            + $"Get there in {(fewest ? "as few moves as possible" : $"at most {MaxMoves} moves")}. "
            + "Answer with the moves in order, separated by commas, in the form: D to table, C to D",
        answer: answer,
        solution: Explain(start, goal, plan, answer),
        data: new { start, goal, most = fewest ? plan.Count : MaxMoves });
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 14 * MaxMoves)
        return 0;
    JsonElement data = problem.Data!.Value;
    int[] under = Numbers(data.GetProperty("start"));
    string[] moves = answer.Split(',');
    foreach (string part in moves)
    {
        string[] words = part.Trim().Split(" to ");
        if (words.Length != 2 || Block(words[0]) is not { } block || block >= under.Length || under.Contains(block))
            return 0;
        int onto = Ascii.EqualsIgnoreCase(words[1], "table") ? Table : Block(words[1]) ?? block;
        if (onto == block || onto >= under.Length || under[block] == onto || onto != Table && under.Contains(onto))
            return 0;
        under[block] = onto;
    }
    return moves.Length <= data.GetProperty("most").GetInt32() && under.SequenceEqual(Numbers(data.GetProperty("goal"))) ? 1 : 0;
}

int? Block(string name) => name.Length == 1 && name[0] is >= 'A' and <= 'Z' or >= 'a' and <= 'z' ? (name[0] | 32) - 'a' : null;

int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];

// In a random order, each block onto one that is still free or onto the table.
int[] DrawStacks(Rng rng, int count)
{
    int[] under = new int[count];
    var tops = new List<int>();
    foreach (int block in rng.Shuffle(Enumerable.Range(0, count)))
    {
        int place = rng.Integer(tops.Count == 0 ? -1 : -rng.Integer(0, 1), tops.Count - 1);
        under[block] = place < 0 ? Table : tops[place];
        if (place >= 0)
            tops.RemoveAt(place);
        tops.Add(block);
    }
    return under;
}

StringBuilder Show(StringBuilder text, int[] under)
{
    string separator = "";
    for (int bottom = 0; bottom < under.Length; bottom++)
    {
        if (under[bottom] != Table)
            continue;
        text.Append(separator).Append(Name(bottom));
        for (int next = Array.IndexOf(under, bottom); next >= 0; next = Array.IndexOf(under, next))
            text.Append(' ').Append(Name(next));
        separator = "; ";
    }
    return text;
}

char Name(int block) => (char)('A' + block);

record Move(int Block, int Onto, bool Home)
{
    public string Text => $"{(char)('A' + Block)} to {(Onto == Table ? "table" : (char)('A' + Onto))}";
}

// A block is home where all below it is as wanted. Home moves are never wrong; where there is none, a block must make room
// on the table, and the shortest plan is the best choice of these.
List<Move> Solve(int[] start, int[] goal)
{
    int[] under = [.. start];
    var moves = new List<Move>();
    while (NextHome(under, goal) is { } home)
    {
        under[home.Block] = home.Onto;
        moves.Add(home);
    }
    if (under.SequenceEqual(goal))
        return moves;
    List<Move>? best = null;
    for (int block = 0; block < under.Length; block++)
    {
        if (under[block] == Table || under.Contains(block) || IsHome(block, under, goal))
            continue;
        int[] next = [.. under];
        next[block] = Table;
        List<Move> rest = [new(block, Table, Home: false), .. Solve(next, goal)];
        if (best is null || rest.Count < best.Count)
            best = rest;
    }
    return [.. moves, .. best!];
}

Move? NextHome(int[] under, int[] goal)
{
    for (int block = 0; block < under.Length; block++)
    {
        int onto = goal[block];
        if (under[block] != onto && !under.Contains(block) && (onto == Table || !under.Contains(onto) && IsHome(onto, under, goal)))
            return new(block, onto, Home: true);
    }
    return null;
}

bool IsHome(int block, int[] under, int[] goal)
{
    while (block != Table && under[block] == goal[block])
        block = under[block];
    return block == Table;
}

string Explain(int[] start, int[] goal, List<Move> plan, string answer)
{
    int[] under = [.. start];
    StringBuilder lines = new(1000), home = new();
    for (int block = 0; block < start.Length; block++)
    {
        if (IsHome(block, start, goal))
            home.Append(home.Length == 0 ? "" : ", ").Append(Name(block));
    }
    lines.Append(home.Length == 0 ? "No block has everything below it as wanted.\n" : $"Already as wanted, with all below: {home}. They stay.\n");
    foreach (Move move in plan)
    {
        under[move.Block] = move.Onto;
        lines.Append(move.Text).Append(move.Home ? " (it belongs there): " : " (no block can go where it belongs, so this one makes room): ");
        Show(lines, under).Append('\n');
    }
    return lines.Append("All moves: ").Append(answer).ToString();
}
