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
    int[] full = new int[board.Cells.Length], used = new int[board.Units.Length];
    Fill(rng, board, full, used);
    int[] puzzle = [.. full];
    foreach (int cell in rng.Shuffle(board.Cells))
    {
        if (open == 0)
            break;
        Mark(board, used, cell, 1 << full[cell]);
        puzzle[cell] = 0;
        if (Forced(board, puzzle, used, cell, hidden, out _) != 0)
        {
            open--;
            continue;
        }
        Mark(board, used, cell, 1 << full[cell]);
        puzzle[cell] = full[cell];
    }
    string answer = Rows(full, side, ' ');
    return Problem(
        question: $"Fill in this sudoku: every row, every column and every {box} by {box} box has each of the digits 1 to {side} once. "
            + $"A dot is an open cell.\n{Rows(puzzle, side, '\n')}\nAnswer with the {side} rows from top to bottom, {side} digits each, separated by spaces.",
        answer: answer,
        solution: Solve(board, puzzle, used, hidden).Append(answer).ToString());
}

// Where a cell lies. Units are the rows, then the columns, then the boxes.
class Board
{
    public readonly int Box, Side;
    public readonly int[] Cells;
    public readonly int[][] Units, UnitsOf;

    public readonly string[] CellNames, UnitNames;

    public Board(int box)
    {
        Box = box;
        Side = box * box;
        Cells = [.. Enumerable.Range(0, Side * Side)];
        UnitsOf = [.. Cells.Select(c => new[] { c / Side, Side + c % Side, 2 * Side + c / Side / box * box + c % Side / box })];
        CellNames = [.. Cells.Select(c => $"r{c / Side + 1}c{c % Side + 1}")];
        UnitNames = [.. Enumerable.Range(0, 3 * Side).Select(unit => $"{(unit < Side ? "row" : unit < 2 * Side ? "column" : "box")} {unit % Side + 1}")];
        Units = [.. Enumerable.Range(0, 3 * Side).Select(unit => Cells.Where(c => UnitsOf[c].Contains(unit)).ToArray())];
    }
}

// A random full board: always the open cell with the fewest digits left, its digits in a random order. What a unit has is marked, as bits.
bool Fill(Rng rng, Board board, int[] grid, int[] used)
{
    int best = -1, fewest = int.MaxValue, options = 0;
    for (int cell = 0; cell < grid.Length && fewest > 1; cell++)
    {
        if (grid[cell] != 0)
            continue;
        int left = Left(board, used, cell), count = BitOperations.PopCount((uint)left);
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
        if (Fill(rng, board, grid, used))
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
int Forced(Board board, int[] grid, int[] used, int cell, bool hidden, out int where)
{
    where = -1;
    int left = Left(board, used, cell);
    if (BitOperations.IsPow2(left))
        return BitOperations.Log2((uint)left);
    if (!hidden)
        return 0;
    foreach (int unit in board.UnitsOf[cell])
    {
        int elsewhere = 0;
        foreach (int other in board.Units[unit])
            elsewhere |= grid[other] == 0 && other != cell ? Left(board, used, other) : 0;
        where = unit;
        if (BitOperations.IsPow2(left & ~elsewhere))
            return BitOperations.Log2((uint)(left & ~elsewhere));
    }
    return 0;
}

int Left(Board board, int[] used, int cell)
{
    int[] units = board.UnitsOf[cell];
    return (2 << board.Side) - 2 & ~(used[units[0]] | used[units[1]] | used[units[2]]);
}

// Again and again through the open cells in reading order.
StringBuilder Solve(Board board, int[] puzzle, int[] used, bool hidden)
{
    int[] grid = [.. puzzle];
    var lines = new StringBuilder(4000);
    for (bool changed = true; changed;)
    {
        changed = false;
        foreach (int cell in board.Cells)
        {
            int where = -1, digit = grid[cell] == 0 ? Forced(board, grid, used, cell, hidden, out where) : 0;
            if (digit == 0)
                continue;
            lines.Append($"{board.CellNames[cell]} = {digit}: ");
            if (where < 0)
                ListSeen(lines, board, used, cell);
            else
                ListElsewhere(lines, board, grid, cell, digit, where);
            grid[cell] = digit;
            Mark(board, used, cell, 1 << digit);
            changed = true;
        }
    }
    return lines;
}

// What the row has, what the column adds and what the box adds.
void ListSeen(StringBuilder lines, Board board, int[] used, int cell)
{
    int before = 0;
    foreach (int unit in board.UnitsOf[cell])
    {
        int added = used[unit] & ~before;
        if (added == 0)
            continue;
        lines.Append(before == 0 ? "" : ", ").Append(board.UnitNames[unit]).Append(" has");
        for (int rest = added; rest != 0; rest &= rest - 1)
            lines.Append(' ').Append((char)('0' + BitOperations.TrailingZeroCount(rest)));
        before |= added;
    }
    lines.Append('\n');
}

void ListElsewhere(StringBuilder lines, Board board, int[] grid, int cell, int digit, int unit)
{
    lines.Append($"{board.UnitNames[unit]} needs a {digit}, and");
    int others = 0;
    foreach (int other in board.Units[unit])
    {
        if (other == cell || grid[other] != 0)
            continue;
        lines.Append(' ').Append(board.CellNames[other]);
        others++;
    }
    lines.Append(others == 1 ? " sees one\n" : " see one\n");
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
