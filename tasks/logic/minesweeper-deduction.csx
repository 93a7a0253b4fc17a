// tasks/logic/minesweeper-deduction.csx: say which hidden cells certainly hold a mine, or certainly none.
using System.Numerics;

Task(version: 1, levels: 5, tags: ["deduction", "grid"], reward: "set");

// Level by level: rows, columns, mines, and hidden cells.
readonly (int Rows, int Columns, int Mines, int Hidden)[] sizes = [(3, 4, 2, 6), (4, 4, 3, 8), (4, 5, 4, 10), (5, 5, 6, 12), (5, 6, 8, 15)];

// By the level the cells around each cell, as bits, and the cells' names: bit 0 is the cell in the upper left corner, then row by row.
readonly int[][] around = [.. sizes.Select(size => Around(size.Rows, size.Columns))];
readonly string[][] cellNames = [.. sizes.Select(size => Enumerable.Range(0, size.Rows * size.Columns).Select(cell => $"{(char)('a' + cell % size.Columns)}{cell / size.Columns + 1}").ToArray())];

// Drawn until the rules of Deduce find all that is certain, and there are mines and safe cells among it.
Problem Generate(Rng rng, int level)
{
    (int rows, int columns, int mineCount, int hiddenCount) = sizes[level - 1];
    int[] near = around[level - 1];
    string[] names = cellNames[level - 1];
    int[] cells = [.. Enumerable.Range(0, near.Length)];
    int mines, hidden, certainMines, certainSafe;
    do
    {
        int[] drawn = rng.Sample(cells, hiddenCount);
        hidden = Bits(drawn);
        mines = Bits(drawn.AsSpan(0, mineCount));
        (certainMines, certainSafe) = Deduce(near, mines, hidden, names, null);
    }
    while (certainMines == 0 || certainSafe == 0 || !IsAll(near, mines, hidden, certainMines, certainSafe));
    var lines = new StringBuilder(1000);
    Deduce(near, mines, hidden, names, lines);

    bool forMines = rng.Chance(0.5);
    var board = new StringBuilder("  ");
    for (int column = 0; column < columns; column++)
        board.Append(' ').Append((char)('a' + column));
    for (int cell = 0; cell < near.Length; cell++)
    {
        if (cell % columns == 0)
            board.Append('\n').Append(cell / columns + 1).Append(' ');
        board.Append(' ').Append((hidden >> cell & 1) == 1 ? '#' : (char)('0' + Count(near[cell] & mines)));
    }
    int rest = hidden & ~certainMines & ~certainSafe;
    if (rest != 0)
        List(lines.Append("Not certain: "), rest, names).Append(".\n");
    string answer = List(new(), forMines ? certainMines : certainSafe, names).ToString();
    return Problem(
        question: $"In this game of minesweeper # is a hidden cell, which may hold a mine or not; a number is an open cell without a mine and says how many of the up to 8 cells around it hold one.\n{board}\n"
            + $"Which hidden cells {(forMines ? "certainly hold a mine" : "certainly hold no mine")}? Answer with the cells, such as a1, separated by commas.",
        answer: answer,
        solution: lines.Append(forMines ? "Certainly mines: " : "Certainly no mines: ").Append(answer).ToString());
}

static int[] Around(int rows, int columns)
{
    int[] near = new int[rows * columns];
    for (int cell = 0; cell < near.Length; cell++)
    {
        for (int other = 0; other < near.Length; other++)
        {
            int down = Math.Abs(cell / columns - other / columns), right = Math.Abs(cell % columns - other % columns);
            near[cell] |= Math.Max(down, right) == 1 ? 1 << other : 0;
        }
    }
    return near;
}

int Bits(ReadOnlySpan<int> cells)
{
    int bits = 0;
    foreach (int cell in cells)
        bits |= 1 << cell;
    return bits;
}

// What the numbers make certain: one number alone, or else two of which one's hidden cells are among the other's.
(int Mines, int Safe) Deduce(int[] near, int mines, int hidden, string[] names, StringBuilder lines)
{
    int found = 0, safe = 0;
    while (ByOne() || ByTwo()) ;
    return (found, safe);

    (int Left, int Need) Open(int cell) => (hidden >> cell & 1) == 1
        ? (0, 0)
        : (near[cell] & hidden & ~found & ~safe, Count(near[cell] & mines & ~found));

    // Whether all or none of the cells hold the mines that they need.
    bool Settle(int left, int need)
    {
        if (left == 0 || need != 0 && need != Count(left))
            return false;
        (found, safe) = need == 0 ? (found, safe | left) : (found | left, safe);
        return true;
    }

    void Are(int left, int need) => List(lines.Append(": "), left, names)
        .Append(Count(left) == 1 ? need == 0 ? " is safe.\n" : " is a mine.\n" : need == 0 ? " are safe.\n" : " are mines.\n");

    bool ByOne()
    {
        bool any = false;
        for (int cell = 0; cell < near.Length; cell++)
        {
            int known = near[cell] & found;
            (int left, int need) = Open(cell);
            if (!Settle(left, need))
                continue;
            any = true;
            if (lines is null)
                continue;
            lines.Append($"{names[cell]} shows {Count(near[cell] & mines)}");
            if (known != 0)
                List(lines.Append(", counting "), known, names);
            if (need != 0)
                lines.Append(known == 0 ? ", as many as there are hidden cells left" : $", so {need} more");
            Are(left, need);
        }
        return any;
    }

    bool ByTwo()
    {
        for (int one = 0; one < near.Length; one++)
        {
            (int left, int need) = Open(one);
            for (int two = 0; left != 0 && two < near.Length; two++)
            {
                if ((left & ~near[two]) != 0)
                    continue;
                (int more, int needMore) = Open(two);
                if ((left & ~more) != 0 || !Settle(more & ~left, needMore - need))
                    continue;
                if (lines is null)
                    return true;
                List(lines.Append($"Around {names[one]} there is {need} more among "), left, names);
                List(lines.Append($"; around {names[two]} {needMore} more among "), more, names);
                Are(more & ~left, needMore - need);
                return true;
            }
        }
        return false;
    }
}

// Whether every other hidden cell can hold a mine and can hold none: tried with all sets of them.
bool IsAll(int[] near, int mines, int hidden, int found, int safe)
{
    int rest = hidden & ~found & ~safe, with = 0, without = 0;
    if (Count(rest) > 8)
        return false;
    int set = 0;
    do
    {
        bool fits = true;
        for (int cell = 0; fits && cell < near.Length; cell++)
            fits = (hidden >> cell & 1) == 1 || Count(near[cell] & (found | set)) == Count(near[cell] & mines);
        (with, without) = fits ? (with | set, without | rest & ~set) : (with, without);
        set = set - rest & rest;
    }
    while (set != 0);
    return with == rest && without == rest;
}

int Count(int cells) => BitOperations.PopCount((uint)cells);

StringBuilder List(StringBuilder text, int cells, string[] names)
{
    for (int rest = cells; rest != 0; rest &= rest - 1)
        text.Append(rest == cells ? "" : ", ").Append(names[BitOperations.TrailingZeroCount(rest)]);
    return text;
}
