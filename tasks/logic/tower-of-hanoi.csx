// tasks/logic/tower-of-hanoi.csx: move disks from one arrangement on three pegs to another.
Task(version: 1, levels: 6, tags: ["planning", "recursion"]);

// Level by level: disks, how many of them are moved, moves of the shortest plan, whether a longer one is wrong.
(int Disks, int Moved, int Low, int High, bool Fewest)[] sizes =
    [(5, 3, 3, 6, false), (5, 4, 6, 11, false), (6, 4, 8, 14, true), (6, 5, 12, 20, false), (7, 5, 14, 26, true), (7, 6, 22, 40, true)];

const int MaxMoves = 300;

Problem Generate(Rng rng, int level)
{
    var (disks, moved, low, high, fewest) = sizes[level - 1];
    while (true)
    {
        // The peg of every disk, the smallest first.
        int[] start = rng.Integers(disks, 0, 2), goal = [.. rng.Integers(moved, 0, 2), .. start[moved..]];
        goal[moved - 1] = (start[moved - 1] + rng.Integer(1, 2)) % 3;
        var (moves, lines) = Plan(start, goal);
        if (moves.Count < low || moves.Count > high)
            continue;

        string answer = string.Join(", ", moves);
        return Problem(
            question: $"Disks 1 (the smallest) to {disks} (the largest) are on the pegs A, B and C, never a larger one above a smaller one. "
                + $"Now: {Show(start)}. Wanted: {Show(goal)}. (Each peg from the bottom to the top.) One disk is moved at a time, from the top of one peg to the top of another, "
                + $"and never onto a smaller disk. Get there in {(fewest ? "as few moves as possible" : $"at most {MaxMoves} moves")}. "
                + "Answer with the moves in order, each as the disk and the peg that it goes to, separated by commas, in the form: 1 C, 2 B, 1 B",
            answer: answer,
            solution: $"{string.Join('\n', lines)}\nAll moves: {answer}",
            data: new { start, goal, most = fewest ? moves.Count : MaxMoves });
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 8 * MaxMoves)
        return 0;
    JsonElement data = problem.Data!.Value;
    int[] pegs = Numbers(data.GetProperty("start"));
    string[] moves = answer.Split(',');
    foreach (string part in moves)
    {
        string move = part.Trim();
        if (move.Length != 3 || move[1] != ' ' || move[2] is not (>= 'A' and <= 'C' or >= 'a' and <= 'c'))
            return 0;
        int disk = move[0] - '1', peg = (move[2] | 32) - 'a';
        if (disk < 0 || disk >= pegs.Length || pegs[disk] == peg || Array.IndexOf(pegs, pegs[disk]) < disk || Array.IndexOf(pegs, peg) is >= 0 and var top && top < disk)
            return 0;
        pegs[disk] = peg;
    }
    return moves.Length <= data.GetProperty("most").GetInt32() && pegs.SequenceEqual(Numbers(data.GetProperty("goal"))) ? 1 : 0;
}

int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];

string Show(int[] pegs) => string.Join("; ", Enumerable.Range(0, 3).Select(peg => $"{Peg(peg)} {Stack(pegs, peg)}"));

string Stack(int[] pegs, int peg)
{
    string stack = string.Join(' ', Enumerable.Range(0, pegs.Length).Reverse().Where(disk => pegs[disk] == peg).Select(disk => disk + 1));
    return stack == "" ? "empty" : stack;
}

char Peg(int peg) => (char)('A' + peg);

// The largest disk that is not in place moves once, or, where that is shorter, twice.
(List<string> Moves, List<string> Lines) Plan(int[] start, int[] goal)
{
    int largest = start.Length - 1;
    while (largest >= 0 && start[largest] == goal[largest])
        largest--;
    if (largest < 0)
        return ([], []);
    var once = new Planner(start);
    once.Lines.Add($"Disk {largest + 1} is the largest that is not in place.");
    once.Shift(largest, goal[largest]);
    once.Reach(largest - 1, goal);
    var twice = new Planner(start);
    int detour = 3 - start[largest] - goal[largest];
    twice.Lines.Add($"Disk {largest + 1} is the largest that is not in place. Moving it once takes {once.Moves.Count} moves in all; by way of {Peg(detour)} it takes fewer.");
    twice.Shift(largest, detour);
    twice.Shift(largest, goal[largest]);
    twice.Reach(largest - 1, goal);
    Planner best = twice.Moves.Count < once.Moves.Count ? twice : once;
    return (best.Moves, best.Lines);
}

sealed class Planner(int[] start)
{
    private readonly int[] _pegs = [.. start];

    public List<string> Moves { get; } = [];

    public List<string> Lines { get; } = [];

    // Moves a disk: all smaller ones must first be on the third peg.
    public void Shift(int disk, int peg)
    {
        int third = 3 - _pegs[disk] - peg;
        if (disk > 0 && _pegs.Take(disk).Any(smaller => smaller != third))
        {
            Lines.Add($"Disk {disk + 1} to {Name(peg)} needs {(disk == 1 ? "disk 1" : disk == 2 ? "disks 1 and 2" : $"disks 1 to {disk}")} on {Name(third)}:");
            Gather(disk - 1, third);
        }
        _pegs[disk] = peg;
        Moves.Add($"{disk + 1} {Name(peg)}");
        Lines.Add($"move {Moves.Count}: {Moves[^1]}");
    }

    // Brings a disk and all smaller ones to their pegs, the largest first.
    public void Reach(int disk, int[] goal)
    {
        for (; disk >= 0; disk--)
        {
            if (_pegs[disk] != goal[disk])
                Shift(disk, goal[disk]);
        }
    }

    private void Gather(int disk, int peg) => Reach(disk, [.. Enumerable.Repeat(peg, disk + 1)]);

    private static char Name(int peg) => (char)('A' + peg);
}
