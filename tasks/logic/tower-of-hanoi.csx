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
        // The largest disk that is not in place moves once, or, where that is shorter, twice.
        int once = new Planner(start).Bring(moved - 1, goal, twice: false), twice = new Planner(start).Bring(moved - 1, goal, twice: true), least = Math.Min(once, twice);
        if (least < low || least > high)
            continue;

        StringBuilder moves = new(), lines = new(1000);
        lines.Append($"Disk {moved} is the largest that is not in place.")
            .Append(twice < once ? $" Moving it once takes {once} moves in all; by way of {Peg(3 - start[moved - 1] - goal[moved - 1])} it takes fewer.\n" : "\n");
        new Planner(start, moves, lines).Bring(moved - 1, goal, twice < once);
        string answer = moves.ToString();
        return Problem(
            question: $"Disks 1 (the smallest) to {disks} (the largest) are on the pegs A, B and C, never a larger one above a smaller one. "
                + $"Now: {Show(start)}. Wanted: {Show(goal)}. (Each peg from the bottom to the top.) One disk is moved at a time, from the top of one peg to the top of another, "
                + $"and never onto a smaller disk. Get there in {(fewest ? "as few moves as possible" : $"at most {MaxMoves} moves")}. "
                + "Answer with the moves in order, each as the disk and the peg that it goes to, separated by commas, in the form: 1 C, 2 B, 1 B",
            answer: answer,
            solution: lines.Append("All moves: ").Append(answer).ToString(),
            data: new { start, goal, most = fewest ? least : MaxMoves });
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

StringBuilder Show(int[] pegs)
{
    var text = new StringBuilder();
    for (int peg = 0; peg < 3; peg++)
    {
        text.Append(peg == 0 ? "" : "; ").Append(Peg(peg));
        for (int disk = pegs.Length - 1; disk >= 0; disk--)
        {
            if (pegs[disk] == peg)
                text.Append(' ').Append(disk + 1);
        }
        text.Append(pegs.AsSpan().Contains(peg) ? "" : " empty");
    }
    return text;
}

char Peg(int peg) => (char)('A' + peg);

// Counts moves, and writes them and why they are made where it is given room for that.
sealed class Planner(int[] start, StringBuilder moves = null, StringBuilder lines = null)
{
    private readonly int[] _pegs = [.. start];
    private int _count;

    // The number of moves that bring a disk to its peg, by way of the third peg where it moves twice, and then all smaller ones.
    public int Bring(int largest, int[] goal, bool twice)
    {
        if (twice)
            Shift(largest, 3 - _pegs[largest] - goal[largest]);
        for (int disk = largest; disk >= 0; disk--)
            Shift(disk, goal[disk]);
        return _count;
    }

    // Moves a disk that is not there yet: all smaller ones must first be on the third peg, the largest first.
    private void Shift(int disk, int peg)
    {
        if (_pegs[disk] == peg)
            return;
        int third = 3 - _pegs[disk] - peg;
        if (_pegs.AsSpan(0, disk).ContainsAnyExcept(third))
        {
            lines?.Append($"Disk {disk + 1} to {Name(peg)} needs {(disk == 1 ? "disk 1" : disk == 2 ? "disks 1 and 2" : $"disks 1 to {disk}")} on {Name(third)}:\n");
            for (int smaller = disk - 1; smaller >= 0; smaller--)
                Shift(smaller, third);
        }
        _pegs[disk] = peg;
        _count++;
        moves?.Append($"{(_count == 1 ? "" : ", ")}{disk + 1} {Name(peg)}");
        lines?.Append($"move {_count}: {disk + 1} {Name(peg)}\n");
    }

    private static char Name(int peg) => (char)('A' + peg);
}
