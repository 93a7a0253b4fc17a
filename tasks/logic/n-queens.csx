// tasks/logic/n-queens.csx: complete queens on a board so that no two attack each other.
using System.Globalization;
using System.Numerics;

Task(version: 1, levels: 6, tags: ["constraints", "search", "grid"]);

// Level by level: the side of the board, and the queens that are missing.
readonly (int Side, int Missing)[] sizes = [(8, 3), (8, 4), (9, 5), (10, 5), (10, 6), (10, 7)];

// All ways for boards of 8, 9 and 10: the column of the queen of every row.
readonly int[][][] boards = [.. Enumerable.Range(0, 11).Select(side => side < 8 ? [] : Boards(side))];

Problem Generate(Rng rng, int level)
{
    (int side, int missing) = sizes[level - 1];
    int[] queens = [.. rng.Pick(boards[side])];
    for (int i = 0; i < missing; i++)
    {
        int row = rng.Integer(0, side - 1);
        while (queens[row] < 0)
            row = (row + 1) % side;
        queens[row] = -1;
    }
    var given = new StringBuilder();
    for (int row = 0; row < side; row++)
    {
        if (queens[row] >= 0)
            given.Append($"{(given.Length == 0 ? "" : ", ")}row {row + 1} column {queens[row] + 1}");
    }
    int[] shown = [.. queens];
    var lines = new StringBuilder();
    Place(queens, lines);
    var columns = new StringBuilder();
    foreach (int column in queens)
        columns.Append(columns.Length == 0 ? "" : " ").Append(column + 1);
    string answer = columns.ToString();
    return Problem(
        question: $"On a board of {side} by {side} squares stand queens: {given}. Add a queen in every other row so that no two of the {side} share a row, a column or a diagonal. "
            + $"Answer with the columns of the queens from row 1 to row {side}: {side} numbers separated by spaces.",
        answer: answer,
        solution: lines.Append("Columns by row: ").Append(answer).ToString(),
        data: new { queens = shown });
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 100)
        return 0;
    int[] given = [.. problem.Data!.Value.GetProperty("queens").EnumerateArray().Select(column => column.GetInt32())];
    int[] queens = [.. answer.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int column) && column <= given.Length ? column - 1 : -1)];
    return queens.Length == given.Length && Enumerable.Range(0, queens.Length).All(row =>
        queens[row] >= 0 && (given[row] < 0 || given[row] == queens[row]) && (Free(queens, row) >> queens[row] & 1) == 1) ? 1 : 0;
}

// The columns, as bits, in which no queen of another row attacks.
static int Free(int[] queens, int row)
{
    int free = (1 << queens.Length) - 1;
    for (int other = 0; other < queens.Length; other++)
    {
        if (other == row || queens[other] < 0)
            continue;
        int column = 1 << queens[other], away = Math.Abs(row - other);
        free &= ~(column | column << away | column >> away);
    }
    return free;
}

// Always the row with the fewest columns left; back where a row has none.
static bool Place(int[] queens, StringBuilder lines)
{
    int row = -1, free = 0, fewest = int.MaxValue;
    for (int i = 0; i < queens.Length; i++)
    {
        int left = queens[i] < 0 ? Free(queens, i) : 0, count = BitOperations.PopCount((uint)left);
        if (queens[i] < 0 && count < fewest)
            (row, free, fewest) = (i, left, count);
    }
    if (row < 0)
        return true;
    if (free == 0)
    {
        lines.Append($"row {row + 1}: no column is free, go back\n");
        return false;
    }
    string choice = fewest == 1 ? "only column" : $"columns {Columns(free)} are free, try";
    for (; free != 0; free &= free - 1, choice = "then try")
    {
        queens[row] = BitOperations.TrailingZeroCount(free);
        lines.Append($"row {row + 1}: {choice} {queens[row] + 1}{(fewest == 1 ? " is free" : "")}\n");
        if (Place(queens, lines))
            return true;
    }
    queens[row] = -1;
    return false;
}

static string Columns(int free)
{
    var text = new StringBuilder();
    for (int rest = free; rest != 0; rest &= rest - 1)
        text.Append(rest == free ? "" : ", ").Append(BitOperations.TrailingZeroCount(rest) + 1);
    return text.ToString();
}

static int[][] Boards(int side)
{
    var found = new List<int[]>();
    var queens = new int[side];
    Array.Fill(queens, -1);
    Fill(0);
    return [.. found];

    void Fill(int row)
    {
        if (row == side)
            found.Add([.. queens]);
        else
        {
            for (int free = Free(queens, row); free != 0; free &= free - 1)
            {
                queens[row] = BitOperations.TrailingZeroCount(free);
                Fill(row + 1);
            }
            queens[row] = -1;
        }
    }
}
