// tasks/logic/sokoban.csx: push boxes onto targets in a small warehouse.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["search", "spatial", "planning"]);

// Level by level: floor rows and columns without the border, inner walls, boxes, pushes.
(int Rows, int Columns, int Walls, int Boxes, int Low, int High)[] sizes =
    [(4, 4, 2, 1, 2, 4), (5, 5, 4, 1, 4, 7), (6, 6, 7, 1, 7, 14), (4, 4, 1, 2, 4, 7), (4, 5, 2, 2, 6, 10), (5, 5, 3, 2, 8, 14)];

const int Width = 8;                                     // a board is the bits of a ulong, eight to a row
const int MaxMoves = 300;
const int MaxStates = 16;                                // played on from at each push
const string Directions = "UDLR";
readonly record struct State(ulong Boxes, ulong Reach);  // Reach: the squares that the player can walk to
readonly record struct Pulled(State State, int After, ulong Box, int Direction);

Problem Generate(Rng rng, int level)
{
    var (rows, columns, walls, boxes, low, high) = sizes[level - 1];
    while (true)
    {
        ulong floor = DrawFloor(rng, rows, columns, walls);
        ulong targets = 0;
        while (BitOperations.PopCount(targets) < boxes)
            targets |= RandomSquare(rng, floor);
        var (pushes, start) = Start(rng, floor, targets, low, high);
        if (pushes.Count == 0)
            continue;

        ulong player = RandomSquare(rng, start.Reach);
        var (answer, lines) = Walk(floor, start.Boxes, player, pushes);
        if (answer.Length > 80)
            continue;
        var drawing = new StringBuilder();
        for (int row = 0; row < rows + 2; row++)
        {
            for (int column = 0; column < columns + 2; column++)
                drawing.Append(Mark(1UL << Width * row + column, floor, start.Boxes, targets, player));
            drawing.Append('\n');
        }
        return Problem(
            question: $"In this warehouse # is wall, . is floor, $ {(boxes == 1 ? "a box, x its target" : "a box, x a target, * a box on a target")}, @ is you (+ where you stand on a target).\n{drawing}"
                + $"You step up, down, left or right (U, D, L, R). Stepping onto a box pushes it one square ahead, which must be neither wall nor box; boxes are never pulled. "
                + $"Bring {(boxes == 1 ? "the box onto its target" : "every box onto a target")} in at most {MaxMoves} steps, none of them blocked. Answer with the letters of the steps alone, without spaces.",
            answer: answer,
            solution: lines.Append("All steps: ").Append(answer).ToString(),
            data: new { floor, boxes = start.Boxes, targets, player });
    }
}

double Score(Problem problem, string answer)
{
    string moves = answer.Trim();
    if (moves.Length > MaxMoves)
        return 0;
    JsonElement data = problem.Data!.Value;
    ulong floor = data.GetProperty("floor").GetUInt64(), boxes = data.GetProperty("boxes").GetUInt64(), player = data.GetProperty("player").GetUInt64();
    foreach (char move in moves)
    {
        int direction = Directions.IndexOf(move is >= 'a' and <= 'z' ? (char)(move - 32) : move);
        if (direction < 0)
            return 0;
        player = Next(player, direction);
        if ((player & boxes) != 0)
        {
            ulong ahead = Next(player, direction);
            if ((ahead & floor & ~boxes) == 0)
                return 0;
            boxes ^= player | ahead;
        }
        if ((player & floor) == 0)
            return 0;
    }
    return boxes == data.GetProperty("targets").GetUInt64() ? 1 : 0;
}

// The floor never touches the board's edge, so nothing wraps round.
ulong Next(ulong squares, int direction) => direction switch
{
    0 => squares >> Width,
    1 => squares << Width,
    2 => squares >> 1,
    _ => squares << 1,
};

ulong RandomSquare(Rng rng, ulong squares)
{
    for (int skip = rng.Integer(0, BitOperations.PopCount(squares) - 1); skip > 0; skip--)
        squares &= squares - 1;
    return squares & (~squares + 1);
}

// All in one piece, at most one square smaller than wanted.
ulong DrawFloor(Rng rng, int rows, int columns, int walls)
{
    ulong floor;
    do
    {
        floor = 0;
        for (int row = 1; row <= rows; row++)
            floor |= (1UL << columns) - 1 << Width * row + 1;
        for (int i = 0; i < walls; i++)
            floor &= ~RandomSquare(rng, floor);
        floor = Reach(floor, RandomSquare(rng, floor));
    }
    while (BitOperations.PopCount(floor) < rows * columns - walls - 1);
    return floor;
}

ulong Reach(ulong free, ulong from)
{
    for (ulong before = 0; before != from;)
    {
        before = from;
        from |= (from << 1 | from >> 1) & free;
        from |= (from << Width | from >> Width) & free;
    }
    return from;
}

// Plays backwards from the solved board, pulling boxes into new places for as long as asked; no pushes where that ends too early.
(List<(ulong Box, int Direction)> Pushes, State Start) Start(Rng rng, ulong floor, ulong targets, int low, int high)
{
    List<Pulled> found = [];
    var seen = new HashSet<State>();
    for (ulong rest = floor & ~targets; rest != 0; rest &= ~found[^1].State.Reach)
    {
        State solved = new(targets, Reach(floor & ~targets, rest & (~rest + 1)));
        seen.Add(solved);
        found.Add(new(solved, -1, 0, 0));
    }
    int[] last = [.. Enumerable.Range(0, found.Count)];
    int depth = 0;
    for (int wanted = rng.Integer(low, high); depth < wanted; depth++)
    {
        int known = found.Count;
        foreach (int i in last)
            Pull(floor, i, found, seen);
        if (found.Count == known)
            break;
        last = rng.Sample([.. Enumerable.Range(known, found.Count - known)], MaxStates);
    }
    var pushes = new List<(ulong, int)>();
    if (depth >= low)
    {
        for (int i = last[0]; found[i].After >= 0; i = found[i].After)
            pushes.Add((found[i].Box, found[i].Direction));
    }
    return (pushes, found[last[0]].State);
}

// Finds the new states from which one push leads to this one, each with the box's place before and the push's direction.
void Pull(ulong floor, int after, List<Pulled> found, HashSet<State> seen)
{
    State state = found[after].State;
    for (ulong rest = state.Boxes; rest != 0; rest &= rest - 1)
    {
        ulong box = rest & (~rest + 1);
        for (int direction = 0; direction < 4; direction++)
        {
            // The player stands behind the box after the push, and stood one square further back before.
            ulong behind = Next(box, direction ^ 1), player = Next(behind, direction ^ 1), boxes = state.Boxes ^ (box | behind);
            if ((behind & state.Reach) == 0 || (player & floor & ~state.Boxes) == 0)
                continue;
            State before = new(boxes, Reach(floor & ~boxes, player));
            if (seen.Add(before))
                found.Add(new(before, after, behind, direction));
        }
    }
}

(string Moves, StringBuilder Lines) Walk(ulong floor, ulong boxes, ulong player, List<(ulong Box, int Direction)> pushes)
{
    StringBuilder moves = new(), lines = new(500);
    for (int i = 0, count; i < pushes.Count; i += count)
    {
        var (box, direction) = pushes[i];
        ulong side = Next(box, direction ^ 1), end = box;
        string way = Way(floor & ~boxes, player, side);
        count = 0;
        while (i + count < pushes.Count && pushes[i + count] == (end, direction))
        {
            end = Next(end, direction);
            count++;
        }
        boxes ^= box | end;
        player = Next(end, direction ^ 1);
        moves.Append(way).Append(Directions[direction], count);
        Place(way == "" ? lines.Append("You are at ") : lines.Append("Walk ").Append(way).Append(" to "), side);
        Place(lines.Append("; push the box at "), box).Append(" with ").Append(Directions[direction], count);
        Place(lines.Append(" to "), end).Append(".\n");
    }
    return (moves.ToString(), lines);
}

// A shortest walk: backwards from the goal, the squares at each distance, then down them.
string Way(ulong free, ulong from, ulong to)
{
    List<ulong> near = [to];
    while ((near[^1] & from) == 0)
        near.Add(near[^1] | (Next(near[^1], 0) | Next(near[^1], 1) | Next(near[^1], 2) | Next(near[^1], 3)) & free);
    var way = new StringBuilder();
    for (int distance = near.Count - 2; distance >= 0; distance--)
    {
        int direction = 0;
        while ((Next(from, direction) & near[distance]) == 0)
            direction++;
        from = Next(from, direction);
        way.Append(Directions[direction]);
    }
    return way.ToString();
}

StringBuilder Place(StringBuilder text, ulong square) =>
    text.Append($"row {BitOperations.TrailingZeroCount(square) / Width + 1}, column {BitOperations.TrailingZeroCount(square) % Width + 1}");

char Mark(ulong square, ulong floor, ulong boxes, ulong targets, ulong player) =>
    (square & floor) == 0 ? '#'
    : (square & boxes) != 0 ? (square & targets) != 0 ? '*' : '$'
    : square == player ? (square & targets) != 0 ? '+' : '@'
    : (square & targets) != 0 ? 'x' : '.';
