// tasks/logic/sudoku.csx: fill a sudoku of 4 by 4 or 9 by 9 cells.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "grid"], reward: "exact");

readonly Board small = new(2), large = new(3);

// Level by level: the board, how many cells are open at most, and whether it also matters where else in a unit a digit fits.
readonly (Board Board, int Open, bool Hidden)[] levels =
    [(small, 7, false), (small, 11, true), (large, 25, false), (large, 36, false), (large, 46, true), (large, 81, true)];

// Cells are dug while they follow from the others, so filling them in the opposite order proves that there is one solution.
Problem Generate(Rng rng, int level)
{
    (Board board, int open, bool hidden) = levels[level - 1];
    int side = board.Side, box = board.Box;
    int[] full = Fill(rng, board), puzzle = [.. full];
    foreach (int cell in rng.Shuffle(board.Cells))
    {
        puzzle[cell] = 0;
        if (open > 0 && Forced(board, puzzle, cell, hidden, out _) != 0)
            open--;
        else
            puzzle[cell] = full[cell];
    }
    string answer = Rows(full, side, ' ');
    return Problem(
        question: $"Fill in this sudoku: every row, every column and every {box} by {box} box has each of the digits 1 to {side} once. "
            + $"A dot is an open cell.\n{Rows(puzzle, side, '\n')}\nAnswer with the {side} rows from top to bottom, {side} digits each, separated by spaces.",
        answer: answer,
        solution: Solve(board, puzzle, hidden) + answer);
}

// Where a cell lies, and who shares a row, a column or a box with it. Units are the rows, then the columns, then the boxes.
class Board
{
    public readonly int Box, Side;
    public readonly int[] Cells;
    public readonly int[][] Units, UnitsOf, Peers;

    public Board(int box)
    {
        Box = box;
        Side = box * box;
        Cells = [.. Enumerable.Range(0, Side * Side)];
        UnitsOf = [.. Cells.Select(c => new[] { c / Side, Side + c % Side, 2 * Side + c / Side / box * box + c % Side / box })];
        Units = [.. Enumerable.Range(0, 3 * Side).Select(unit => Cells.Where(c => UnitsOf[c].Contains(unit)).ToArray())];
        Peers = [.. Cells.Select(c => UnitsOf[c].SelectMany(unit => Units[unit]).Where(peer => peer != c).Distinct().ToArray())];
    }
}

// A random full board: always the open cell with the fewest digits left, its digits in a random order.
int[] Fill(Rng rng, Board board)
{
    var grid = new int[board.Cells.Length];
    var used = new int[board.Units.Length];
    Place(rng, board, grid, used);
    return grid;
}

bool Place(Rng rng, Board board, int[] grid, int[] used)
{
    int all = (2 << board.Side) - 2, best = -1, fewest = int.MaxValue, options = 0;
    for (int cell = 0; cell < grid.Length && fewest > 1; cell++)
    {
        if (grid[cell] != 0)
            continue;
        int[] units = board.UnitsOf[cell];
        int left = all & ~(used[units[0]] | used[units[1]] | used[units[2]]), count = BitOperations.PopCount((uint)left);
        if (count < fewest)
            (best, fewest, options) = (cell, count, left);
    }
    if (best < 0)
        return true;
    for (; options != 0; fewest--)
    {
        int bit = Nth(options, rng.Integer(0, fewest - 1));
        options ^= bit;
        Mark(board, used, best, bit);
        grid[best] = BitOperations.Log2((uint)bit);
        if (Place(rng, board, grid, used))
            return true;
        Mark(board, used, best, bit);
    }
    grid[best] = 0;
    return false;
}

void Mark(Board board, int[] used, int cell, int bit)
{
    foreach (int unit in board.UnitsOf[cell])
        used[unit] ^= bit;
}

int Nth(int bits, int n)
{
    for (; n > 0; n--)
        bits &= bits - 1;
    return bits & -bits;
}

// The digit that an open cell must have, or 0; the unit is -1 where it is the only one that the cell's peers leave,
// else the row, column or box in which it fits nowhere else.
int Forced(Board board, int[] grid, int cell, bool hidden, out int where)
{
    where = -1;
    int left = Left(board, grid, cell);
    if (BitOperations.IsPow2(left))
        return BitOperations.Log2((uint)left);
    foreach (int unit in hidden ? board.UnitsOf[cell] : [])
    {
        int elsewhere = 0;
        foreach (int other in board.Units[unit])
            elsewhere |= grid[other] == 0 && other != cell ? Left(board, grid, other) : 0;
        where = unit;
        if (BitOperations.IsPow2(left & ~elsewhere))
            return BitOperations.Log2((uint)(left & ~elsewhere));
    }
    return 0;
}

int Left(Board board, int[] grid, int cell)
{
    int seen = 1;
    foreach (int peer in board.Peers[cell])
        seen |= 1 << grid[peer];
    return (2 << board.Side) - 1 & ~seen;
}

// Again and again through the open cells in reading order.
string Solve(Board board, int[] puzzle, bool hidden)
{
    int[] grid = [.. puzzle];
    var lines = new StringBuilder();
    for (bool changed = true; changed;)
    {
        changed = false;
        foreach (int cell in board.Cells)
        {
            int where = -1, digit = grid[cell] == 0 ? Forced(board, grid, cell, hidden, out where) : 0;
            if (digit == 0)
                continue;
            lines.Append($"{Name(board, cell)} = {digit}: ");
            if (where < 0)
                ListSeen(lines, board, grid, cell);
            else
                ListElsewhere(lines, board, grid, cell, digit, where);
            grid[cell] = digit;
            changed = true;
        }
    }
    return lines.ToString();
}

// What the row has, what the column adds and what the box adds.
void ListSeen(StringBuilder lines, Board board, int[] grid, int cell)
{
    int before = 1;
    for (int i = 0; i < 3; i++)
    {
        int unit = board.UnitsOf[cell][i], seen = before;
        foreach (int other in board.Units[unit])
            seen |= 1 << grid[other];
        if (seen == before)
            continue;
        lines.Append(before == 1 ? "" : ", ").Append(UnitName(board, unit)).Append(" has");
        for (int digit = 1; digit <= board.Side; digit++)
        {
            if (((seen ^ before) >> digit & 1) == 1)
                lines.Append(' ').Append((char)('0' + digit));
        }
        before = seen;
    }
    lines.Append('\n');
}

void ListElsewhere(StringBuilder lines, Board board, int[] grid, int cell, int digit, int unit)
{
    int[] others = [.. board.Units[unit].Where(other => other != cell && grid[other] == 0)];
    lines.Append($"{UnitName(board, unit)} needs a {digit}, and ")
        .AppendJoin(' ', others.Select(other => Name(board, other)))
        .Append(others.Length == 1 ? " sees one\n" : " see one\n");
}

string Name(Board board, int cell) => $"r{cell / board.Side + 1}c{cell % board.Side + 1}";

string UnitName(Board board, int unit) => $"{(unit < board.Side ? "row" : unit < 2 * board.Side ? "column" : "box")} {unit % board.Side + 1}";

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
