// tasks/logic/game-of-life.csx: what a pattern of Conway's game of life becomes.
Task(version: 1, levels: 6, tags: ["simulation", "spatial"], reward: "exact");

// Level by level: rows, columns, generations, whether the edges meet.
(int Rows, int Columns, int Generations, bool Wraps)[] sizes =
    [(4, 4, 1, false), (5, 5, 1, false), (4, 5, 2, false), (5, 6, 2, false), (5, 5, 2, true), (6, 6, 3, false)];

Problem Generate(Rng rng, int level)
{
    var (rows, columns, generations, wraps) = sizes[level - 1];
    bool[,] start = new bool[rows, columns], grid;
    var solution = new StringBuilder();
    do
    {
        for (int i = 0; i < rows * columns; i++)
            start[i / columns, i % columns] = rng.Chance(0.45);
        grid = start;
        solution.Clear();
        for (int generation = 1; generation <= generations; generation++)
        {
            int[,] neighbours = Count(grid, wraps);
            bool[,] next = Step(grid, neighbours);
            solution.Append($"Living neighbours of each cell{(generation == 1 ? "" : " now")}: {Rows(neighbours, n => (char)('0' + n))}\nGeneration {generation}: {Show(next)}\n");
            grid = next;
        }
    }
    while (grid.Cast<bool>().Count(alive => alive) < 3);

    string answer = Show(grid);
    return Problem(
        question: $"Conway's game of life on a grid of {rows} rows and {columns} columns; O is a living cell, . a dead one. Every cell has up to 8 neighbours, beside it and diagonally"
            + $"{(wraps ? "; the edges meet: the top row is next to the bottom row, the left column next to the right one" : "; outside the grid nothing lives")}. "
            + "A living cell stays alive with 2 or 3 living neighbours, a dead one comes to life with exactly 3; all others are dead in the next generation. "
            + $"Start, rows from the top to the bottom: {Show(start)}. What is the grid {(generations == 1 ? "in the next generation" : $"after {generations} generations")}? Answer with the rows in the same form, separated by spaces.",
        answer: answer,
        solution: $"{solution}The rows: {answer}");
}

int[,] Count(bool[,] grid, bool wraps)
{
    int rows = grid.GetLength(0), columns = grid.GetLength(1);
    int[,] neighbours = new int[rows, columns];
    for (int row = 0; row < rows; row++)
    {
        for (int column = 0; column < columns; column++)
        {
            for (int i = 0; grid[row, column] && i < 9; i++)
            {
                int r = row + i / 3 - 1, c = column + i % 3 - 1;
                if (wraps)
                    (r, c) = ((r + rows) % rows, (c + columns) % columns);
                if (i != 4 && r >= 0 && r < rows && c >= 0 && c < columns)
                    neighbours[r, c]++;
            }
        }
    }
    return neighbours;
}

bool[,] Step(bool[,] grid, int[,] neighbours)
{
    bool[,] next = new bool[grid.GetLength(0), grid.GetLength(1)];
    for (int row = 0; row < next.GetLength(0); row++)
    {
        for (int column = 0; column < next.GetLength(1); column++)
            next[row, column] = neighbours[row, column] == 3 || grid[row, column] && neighbours[row, column] == 2;
    }
    return next;
}

string Show(bool[,] grid) => Rows(grid, alive => alive ? 'O' : '.');

string Rows<T>(T[,] cells, Func<T, char> mark)
{
    var text = new StringBuilder();
    for (int row = 0; row < cells.GetLength(0); row++)
    {
        text.Append(row == 0 ? "" : " ");
        for (int column = 0; column < cells.GetLength(1); column++)
            text.Append(mark(cells[row, column]));
    }
    return text.ToString();
}
