// tasks/logic/futoshiki.csx: fill a Latin square in which some neighbors are said to be smaller or greater.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "grid"], reward: "exact");

// Level by level: the side, how many of the pairs of neighbors are compared, and how many cells are open at most.
readonly (int Side, int Signs, int Open)[] sizes = [(4, 5, 9), (4, 7, 16), (5, 8, 15), (5, 12, 25), (6, 14, 24), (6, 20, 36)];

// Digits are taken away while the rest still forces them: Solve draws only certain conclusions, so there is one solution. Once it
// has come back to the digit taken away, it has all that led to the others before.
Problem Generate(Rng rng, int level)
{
    (int side, int signs, int open) = sizes[level - 1];
    int[] full = Latin(rng, side), puzzle = [.. full];
    (int Less, int More)[] pairs = Array.ConvertAll(rng.Sample(neighbors[side], signs), pair => full[pair.A] < full[pair.B] ? pair : (pair.B, pair.A));
    foreach (int cell in rng.Shuffle(Enumerable.Range(0, full.Length)))
    {
        if (open == 0)
            break;
        puzzle[cell] = 0;
        if (Solve(puzzle, side, pairs, cell, null))
            open--;
        else
            puzzle[cell] = full[cell];
    }
    var lines = new StringBuilder(2000);
    Solve(puzzle, side, pairs, -1, lines);
    string answer = Rows(full, side, ' ');
    return Problem(
        question: $"Fill in this square: every row and every column has each of the digits 1 to {side} once. A dot is an open cell.\n{Rows(puzzle, side, '\n')}\n"
            + $"Besides, with r1c2 for row 1, column 2: {string.Join(", ", pairs.Select(pair => $"{names[side][pair.Less]} < {names[side][pair.More]}"))}. "
            + $"Answer with the {side} rows from top to bottom, {side} digits each, separated by spaces.",
        answer: answer,
        solution: lines.Append("Rows: ").Append(answer).ToString());
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

// By the side: steps that lead through all digits, the names of the cells, and the pairs of cells that touch.
readonly int[][] steps = [[], [], [], [], [1, 3], [1, 2, 3, 4], [1, 5]];
readonly string[][] names = [.. Enumerable.Range(0, 7).Select(side => Enumerable.Range(0, side * side).Select(cell => $"r{cell / side + 1}c{cell % side + 1}").ToArray())];
readonly (int A, int B)[][] neighbors = [.. Enumerable.Range(0, 7).Select(Neighbors)];

static (int A, int B)[] Neighbors(int side) =>
    [.. Enumerable.Range(0, side * side).SelectMany(cell => new[] { (cell, cell % side + 1 < side ? cell + 1 : -1), (cell, cell + side < side * side ? cell + side : -1) }).Where(pair => pair.Item2 >= 0)];

// What every cell can be, as bits; smaller step by step, and written down. True as soon as the goal comes down to one digit.
bool Solve(int[] puzzle, int side, (int Less, int More)[] pairs, int goal, StringBuilder lines)
{
    int[] can = new int[puzzle.Length];
    for (int cell = 0; cell < can.Length; cell++)
        can[cell] = puzzle[cell] == 0 ? (2 << side) - 2 : 1 << puzzle[cell];
    for (bool changed = true; changed && (goal < 0 || !BitOperations.IsPow2(can[goal]));)
    {
        changed = false;
        for (int cell = 0; cell < can.Length; cell++)
        {
            if (BitOperations.IsPow2(can[cell]))
                continue;
            int taken = 0, inRow = 0, inColumn = 0, row = cell / side, column = cell % side;
            for (int i = 0; i < side; i++)
            {
                int a = i == column ? 0 : can[row * side + i], b = i == row ? 0 : can[i * side + column];
                taken |= (BitOperations.IsPow2(a) ? a : 0) | (BitOperations.IsPow2(b) ? b : 0);
                inRow |= a;
                inColumn |= b;
            }
            int left = can[cell] & ~taken, lone = left & ~inRow, only = lone != 0 ? lone : left & ~inColumn;
            bool forced = BitOperations.IsPow2(left);
            if (forced)
                lines?.Append($"{names[side][cell]} = {Digits(left)}: nothing else is left\n");
            else if (only != 0)
                lines?.Append($"{names[side][cell]} = {Digits(only)}: {(lone != 0 ? "row" : "column")} {(lone != 0 ? row : column) + 1} has no other place for it\n");
            left = forced || only == 0 ? left : only;
            changed |= left != can[cell];
            can[cell] = left;
            if (cell == goal && BitOperations.IsPow2(left))
                return true;
        }
        foreach ((int less, int more) in pairs)
        {
            int low = can[less] & (1 << BitOperations.Log2((uint)can[more])) - 1, high = can[more] & -(can[less] & -can[less]) << 1;
            if (low == can[less] && high == can[more])
                continue;
            (can[less], can[more]) = (low, high);
            changed = true;
            lines?.Append($"{names[side][less]} < {names[side][more]}: {names[side][less]} is {Digits(low)}, {names[side][more]} is {Digits(high)}\n");
        }
    }
    return goal >= 0 && BitOperations.IsPow2(can[goal]);
}

string Digits(int bits)
{
    var text = new StringBuilder();
    for (int rest = bits; rest != 0; rest &= rest - 1)
        text.Append(text.Length == 0 ? "" : "/").Append(BitOperations.TrailingZeroCount(rest));
    return text.ToString();
}

string Rows(int[] grid, int side, char separator)
{
    var text = new StringBuilder();
    for (int cell = 0; cell < grid.Length; cell++)
    {
        if (cell > 0 && cell % side == 0)
            text.Append(separator);
        text.Append(grid[cell] == 0 ? '.' : (char)('0' + grid[cell]));
    }
    return text.ToString();
}
