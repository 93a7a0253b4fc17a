// tasks/logic/futoshiki.csx: fill a Latin square in which some neighbors are said to be smaller or greater.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "grid"], reward: "exact");

// Level by level: the side, how many of the pairs of neighbors are compared, and how many cells are open at most.
readonly (int Side, int Signs, int Open)[] sizes = [(4, 5, 9), (4, 7, 16), (5, 8, 15), (5, 12, 25), (6, 14, 24), (6, 20, 36)];

// Digits are taken away while the rest still forces them: Solve draws only certain conclusions, so there is one solution.
Problem Generate(Rng rng, int level)
{
    (int side, int signs, int open) = sizes[level - 1];
    int[] full = Latin(rng, side), puzzle = [.. full];
    (int Less, int More)[] pairs = [.. rng.Sample(Neighbors(side), signs).Select(pair => full[pair.A] < full[pair.B] ? (pair.A, pair.B) : (pair.B, pair.A))];
    foreach (int cell in rng.Shuffle(Enumerable.Range(0, full.Length)))
    {
        if (open == 0)
            break;
        puzzle[cell] = 0;
        if (Solve(puzzle, side, pairs, null))
            open--;
        else
            puzzle[cell] = full[cell];
    }
    var lines = new StringBuilder();
    Solve(puzzle, side, pairs, lines);
    string answer = Rows(full, side, ' ');
    return Problem(
        question: $"Fill in this square: every row and every column has each of the digits 1 to {side} once. A dot is an open cell.\n{Rows(puzzle, side, '\n')}\n"
            + $"Besides, with r1c2 for row 1, column 2: {string.Join(", ", pairs.Select(pair => $"{Name(pair.Less, side)} < {Name(pair.More, side)}"))}. "
            + $"Answer with the {side} rows from top to bottom, {side} digits each, separated by spaces.",
        answer: answer,
        solution: $"{lines}Rows: {answer}");
}

// A random Latin square, cell by cell; of the digits left one is tried after another.
int[] Latin(Rng rng, int side)
{
    int[] grid = new int[side * side], rows = new int[side], columns = new int[side];
    Place(0);
    return grid;

    bool Place(int cell)
    {
        if (cell == grid.Length)
            return true;
        int row = cell / side, column = cell % side, first = rng.Integer(0, side - 1), step = rng.Pick(steps[side]);
        for (int i = 0; i < side; i++)
        {
            int digit = (first + i * step) % side + 1, bit = 1 << digit;
            if (((rows[row] | columns[column]) & bit) != 0)
                continue;
            (grid[cell], rows[row], columns[column]) = (digit, rows[row] | bit, columns[column] | bit);
            if (Place(cell + 1))
                return true;
            (rows[row], columns[column]) = (rows[row] ^ bit, columns[column] ^ bit);
        }
        return false;
    }
}

readonly int[][] steps = [[], [], [], [], [1, 3], [1, 2, 3, 4], [1, 5]];

(int A, int B)[] Neighbors(int side) =>
    [.. Enumerable.Range(0, side * side).SelectMany(cell => new[] { (cell, cell % side + 1 < side ? cell + 1 : -1), (cell, cell + side < side * side ? cell + side : -1) }).Where(pair => pair.Item2 >= 0)];

// What every cell can be, as bits; smaller step by step, and written down. True where every cell comes down to one digit.
bool Solve(int[] puzzle, int side, (int Less, int More)[] pairs, StringBuilder lines)
{
    int[] can = [.. puzzle.Select(digit => digit == 0 ? (2 << side) - 2 : 1 << digit)];
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int cell = 0; cell < can.Length; cell++)
        {
            if (BitOperations.IsPow2(can[cell]))
                continue;
            int taken = 0, inRow = 0, inColumn = 0;
            for (int i = 0; i < side; i++)
            {
                int a = cell / side * side + i, b = i * side + cell % side;
                taken |= (BitOperations.IsPow2(can[a]) ? can[a] : 0) | (BitOperations.IsPow2(can[b]) ? can[b] : 0);
                inRow |= a == cell ? 0 : can[a];
                inColumn |= b == cell ? 0 : can[b];
            }
            int left = can[cell] & ~taken, lone = left & ~inRow, only = lone != 0 ? lone : left & ~inColumn;
            bool forced = BitOperations.IsPow2(left);
            if (forced)
                lines?.Append($"{Name(cell, side)} = {Digits(left)}: nothing else is left\n");
            else if (only != 0)
                lines?.Append($"{Name(cell, side)} = {Digits(only)}: {(lone != 0 ? "row" : "column")} {(lone != 0 ? cell / side : cell % side) + 1} has no other place for it\n");
            left = forced || only == 0 ? left : only;
            changed |= left != can[cell];
            can[cell] = left;
        }
        foreach ((int less, int more) in pairs)
        {
            int low = can[less] & (1 << BitOperations.Log2((uint)can[more])) - 1, high = can[more] & -(can[less] & -can[less]) << 1;
            if (low == can[less] && high == can[more])
                continue;
            (can[less], can[more]) = (low, high);
            changed = true;
            lines?.Append($"{Name(less, side)} < {Name(more, side)}: {Name(less, side)} is {Digits(low)}, {Name(more, side)} is {Digits(high)}\n");
        }
    }
    return Array.TrueForAll(can, BitOperations.IsPow2);
}

string Digits(int bits)
{
    var text = new StringBuilder();
    for (int rest = bits; rest != 0; rest &= rest - 1)
        text.Append(text.Length == 0 ? "" : "/").Append(BitOperations.TrailingZeroCount(rest));
    return text.ToString();
}

string Name(int cell, int side) => $"r{cell / side + 1}c{cell % side + 1}";

string Rows(int[] grid, int side, char separator)
{
    var text = new StringBuilder();
    for (int cell = 0; cell < grid.Length; cell++)
        text.Append(cell > 0 && cell % side == 0 ? $"{separator}" : "").Append(grid[cell] == 0 ? "." : $"{grid[cell]}");
    return text.ToString();
}
