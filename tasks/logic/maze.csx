// tasks/logic/maze.csx: find the way through a maze drawn with letters, from level 4 on past locked doors.
Task(version: 1, levels: 6, tags: ["search", "spatial", "planning"]);

// Level by level: cells on a side, locked doors.
(int Side, int Doors)[] sizes = [(3, 0), (4, 0), (5, 0), (4, 1), (5, 1), (6, 2)];

const int MaxMoves = 500;
const string Directions = "UDLR";

Problem Generate(Rng rng, int level)
{
    var (side, doors) = sizes[level - 1];
    int width = 2 * side + 1;
    while (true)
    {
        char[] grid = Dig(rng, side, width);
        int[] ends = rng.Sample(Cells(side, width), 2);
        List<int> way = Way(grid, width, ends[0], ends[1]);
        if (way.Count < 2 * side + 1)
            continue;
        (grid[ends[0]], grid[ends[1]]) = ('S', 'E');
        var stops = new List<int> { ends[0] };
        for (int door = 0; door < doors; door++)
            stops.Add(Lock(rng, grid, width, ends[0], way, door, doors));
        if (stops.Contains(-1))
            continue;

        stops.Add(ends[1]);
        StringBuilder drawing = new(), moves = new(), lines = new(1000);
        for (int row = 0; row < width; row++)
            drawing.Append(grid, row * width, width).Append('\n');
        for (int leg = 1; leg < stops.Count; leg++)
            Explain(lines, moves, grid, width, Way(grid, width, stops[leg - 1], stops[leg]));
        string keys = doors == 0 ? "" : doors == 1
            ? ", a is a key and A the door that it opens: A can be entered only after a"
            : ", a and b are keys and A and B the doors that they open: A can be entered only after a, B only after b";
        string answer = moves.ToString();
        return Problem(
            question: $"In this maze # is wall, . is floor, S the start, E the exit{keys}.\n{drawing}"
                + $"Give a way from S to E, one letter a step (U up, D down, L left, R right), in at most {MaxMoves} steps that never lead into a wall. Answer with the letters alone, without spaces.",
            answer: answer,
            solution: lines.Append("All steps: ").Append(answer).ToString(),
            data: new { grid = new string(grid), width });
    }
}

double Score(Problem problem, string answer)
{
    JsonElement data = problem.Data!.Value;
    string grid = data.GetProperty("grid").GetString()!;
    int width = data.GetProperty("width").GetInt32(), at = grid.IndexOf('S');
    string moves = answer.Trim();
    if (moves.Length > MaxMoves)
        return 0;
    string keys = "";
    foreach (char move in moves)
    {
        int direction = Directions.IndexOf(move is >= 'a' and <= 'z' ? (char)(move - 32) : move);
        if (direction < 0)
            return 0;
        at += Offset(direction, width);
        if (grid[at] == '#' || grid[at] is 'A' or 'B' && !keys.Contains((char)(grid[at] + 32)))
            return 0;
        if (grid[at] is 'a' or 'b')
            keys += grid[at];
    }
    return grid[at] == 'E' ? 1 : 0;
}

int Offset(int direction, int width) => direction switch { 0 => -width, 1 => width, 2 => -1, _ => 1 };

int[] Cells(int side, int width) => [.. Enumerable.Range(0, side * side).Select(i => (2 * (i / side) + 1) * width + 2 * (i % side) + 1)];

// A tree of corridors: between any two places there is one way.
char[] Dig(Rng rng, int side, int width)
{
    char[] grid = new char[width * width];
    Array.Fill(grid, '#');
    List<int> path = [rng.Pick(Cells(side, width))];
    grid[path[0]] = '.';
    int[] open = new int[4];
    while (path.Count > 0)
    {
        int cell = path[^1], count = 0;
        for (int direction = 0; direction < 4; direction++)
        {
            int next = cell + 2 * Offset(direction, width), column = cell % width;
            if (next > 0 && next < grid.Length && (direction != 2 || column > 1) && (direction != 3 || column < width - 2) && grid[next] == '#')
                open[count++] = direction;
        }
        if (count == 0)
        {
            path.RemoveAt(path.Count - 1);
            continue;
        }
        int step = Offset(open[rng.Integer(0, count - 1)], width);
        grid[cell + step] = grid[cell + 2 * step] = '.';
        path.Add(cell + 2 * step);
    }
    return grid;
}

// The squares of the one way, both ends included.
List<int> Way(char[] grid, int width, int from, int to)
{
    int[] before = Spread(grid, width, to, to);
    List<int> way = [from];
    while (way[^1] != to)
        way.Add(before[way[^1]]);
    return way;
}

// From where each square is reached when one goes out from the first, not past a door that stays shut; 0 for the others.
int[] Spread(char[] grid, int width, int first, int shut)
{
    int[] before = new int[grid.Length], queue = new int[grid.Length];
    (before[first], queue[0]) = (first, first);
    for (int read = 0, written = 1; read < written; read++)
    {
        for (int direction = 0; direction < 4; direction++)
        {
            int next = queue[read] + Offset(direction, width);
            if (grid[next] == '#' || next == shut || before[next] != 0)
                continue;
            before[next] = queue[read];
            queue[written++] = next;
        }
    }
    return before;
}

char Letter(int step, int width) => Directions[step == -width ? 0 : step == width ? 1 : step == -1 ? 2 : 3];

// Puts a door on its part of the way and its key off the way, where it can be fetched before; -1 where there is no room.
int Lock(Rng rng, char[] grid, int width, int start, List<int> way, int door, int doors)
{
    int part = (way.Count - 4) / doors, place = way[rng.Integer(3 + door * part, 2 + (door + 1) * part)];
    if (grid[place] != '.')
        return -1;
    grid[place] = (char)('A' + door);
    int[] before = Spread(grid, width, start, place);
    var free = new List<int>();
    for (int i = 0; i < grid.Length; i++)
    {
        if (grid[i] == '.' && before[i] != 0 && i / width % 2 == 1 && i % width % 2 == 1 && !way.Contains(i))
            free.Add(i);
    }
    if (free.Count == 0)
        return -1;
    int key = rng.Pick(free);
    grid[key] = (char)('a' + door);
    return key;
}

// Straight on to each bend or fork, with the branches that are not taken.
void Explain(StringBuilder lines, StringBuilder moves, char[] grid, int width, List<int> way)
{
    StringBuilder Place(int square) => lines.Append($"row {square / width + 1}, column {square % width + 1}");
    lines.Append($"From {Name(grid[way[0]])} at ");
    Place(way[0]).Append($" to {Name(grid[way[^1]])} at ");
    Place(way[^1]).Append(":\n");
    for (int from = 0, to = 1; to < way.Count; to++)
    {
        int step = way[to] - way[to - 1];
        if (to < way.Count - 1 && way[to + 1] - way[to] == step && !IsFork(grid, width, way[to]))
            continue;
        moves.Append(Letter(step, width), to - from);
        lines.Append(Letter(step, width), to - from).Append(" to ");
        Place(way[to]);
        int others = 0;
        for (int direction = 0; to < way.Count - 1 && direction < 4; direction++)
        {
            int next = way[to] + Offset(direction, width);
            if (grid[next] != '#' && next != way[to - 1] && next != way[to + 1])
                lines.Append(others++ == 0 ? " (" : " and ").Append(Directions[direction]);
        }
        lines.Append(others > 0 ? " would lead elsewhere)\n" : "\n");
        from = to;
    }
}

string Name(char mark) => mark switch { 'S' => "S", 'E' => "E", _ => $"the key {mark}" };

bool IsFork(char[] grid, int width, int square)
{
    int open = 0;
    for (int direction = 0; direction < 4; direction++)
        open += grid[square + Offset(direction, width)] != '#' ? 1 : 0;
    return open > 2;
}
