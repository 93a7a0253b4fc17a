// tasks/logic/game-of-life.csx: what a pattern of Conway's game of life becomes.
Task(version: 1, levels: 6, tags: ["simulation", "spatial"], reward: "exact");

// Level by level: rows, columns, generations, whether the edges meet.
readonly (int Rows, int Columns, int Generations, bool Wraps)[] sizes =
    [(4, 4, 1, false), (5, 5, 1, false), (4, 5, 2, false), (5, 6, 2, false), (5, 5, 2, true), (6, 6, 3, false)];

// By the level, the neighbours of each cell.
readonly int[][][] neighbours = [.. sizes.Select(size => Enumerable.Range(0, size.Rows * size.Columns).Select(cell => Around(cell, size.Rows, size.Columns, size.Wraps)).ToArray())];

const char Alive = 'O', Dead = '.';

// Cells, and the numbers of their living neighbours, are kept as they are shown.
Problem Generate(Rng rng, int level)
{
    var (rows, columns, generations, wraps) = sizes[level - 1];
    int[][] around = neighbours[level - 1];
    char[] start = new char[rows * columns], grid;
    var solution = new StringBuilder(1000);
    do
    {
        for (int cell = 0; cell < start.Length; cell++)
            start[cell] = rng.Chance(0.45) ? Alive : Dead;
        grid = start;
        solution.Clear();
        for (int generation = 1; generation <= generations; generation++)
        {
            char[] living = Count(grid, around);
            grid = Step(grid, living);
            solution.Append("Living neighbours of each cell").Append(generation == 1 ? ": " : " now: ");
            Show(solution, living, columns);
            solution.Append($"\nGeneration {generation}: ");
            Show(solution, grid, columns);
            solution.Append('\n');
        }
    }
    while (grid.AsSpan().Count(Alive) < 3);

    string answer = Show(new(), grid, columns).ToString();
    return Problem(
        question: $"Conway's game of life on a grid of {rows} rows and {columns} columns; O is a living cell, . a dead one. Every cell has up to 8 neighbours, beside it and diagonally"
            + $"{(wraps ? "; the edges meet: the top row is next to the bottom row, the left column next to the right one" : "; outside the grid nothing lives")}. "
            + "A living cell stays alive with 2 or 3 living neighbours, a dead one comes to life with exactly 3; all others are dead in the next generation. "
            + $"Start, rows from the top to the bottom: {Show(new(), start, columns)}. What is the grid {(generations == 1 ? "in the next generation" : $"after {generations} generations")}? Answer with the rows in the same form, separated by spaces.",
        answer: answer,
        solution: solution.Append("The rows: ").Append(answer).ToString());
}

static int[] Around(int cell, int rows, int columns, bool wraps)
{
    var around = new List<int>();
    for (int i = 0; i < 9; i++)
    {
        int row = cell / columns + i / 3 - 1, column = cell % columns + i % 3 - 1;
        if (wraps)
            (row, column) = ((row + rows) % rows, (column + columns) % columns);
        if (i != 4 && row >= 0 && row < rows && column >= 0 && column < columns)
            around.Add(row * columns + column);
    }
    return [.. around];
}

static char[] Count(char[] grid, int[][] around)
{
    char[] living = new char[grid.Length];
    Array.Fill(living, '0');
    for (int cell = 0; cell < grid.Length; cell++)
    {
        if (grid[cell] == Dead)
            continue;
        foreach (int neighbour in around[cell])
            living[neighbour]++;
    }
    return living;
}

static char[] Step(char[] grid, char[] living)
{
    char[] next = new char[grid.Length];
    for (int cell = 0; cell < next.Length; cell++)
        next[cell] = living[cell] == '3' || grid[cell] == Alive && living[cell] == '2' ? Alive : Dead;
    return next;
}

StringBuilder Show(StringBuilder text, char[] cells, int columns)
{
    for (int first = 0; first < cells.Length; first += columns)
        text.Append(first == 0 ? "" : " ").Append(cells, first, columns);
    return text;
}
