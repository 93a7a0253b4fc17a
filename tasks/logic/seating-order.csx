// tasks/logic/seating-order.csx: find out who sits where in a row or at a round table.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "ordering"], reward: "ordered-list");

const int RightNext = 0, Next = 1, NotNext = 2, TwoApart = 3, Right = 4, Opposite = 4;

// Level by level: seats, whether they are around a table, and the kinds of clues.
readonly (int Seats, bool Round, int Kinds)[] sizes = [(4, false, 3), (5, false, 5), (6, false, 5), (7, false, 5), (6, true, 5), (8, true, 5)];

readonly string[] pool = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jack", "Kim", "Leo"];

// What is said of where B sits, when A sits in a seat: by the seat, the seats as bits.
readonly int[][][] relations = [.. sizes.Select(size => Enumerable.Range(0, size.Kinds).Select(kind => Relation(kind, size.Seats, size.Round)).ToArray())];

readonly record struct Clue(int Kind, int A, int B);

// One person's seat is told. Clues are added until their conclusions alone, each of them certain, seat everybody; then those that
// are not needed are dropped.
Problem Generate(Rng rng, int level)
{
    (int seats, bool round, int kinds) = sizes[level - 1];
    int[][] relation = relations[level - 1];
    string[] names = rng.Sample(pool, seats);
    int[] seatOf = rng.Shuffle(Enumerable.Range(0, seats));
    int known = rng.Integer(0, seats - 1);
    var clues = new List<Clue>();
    do
    {
        for (int i = 0; i < seats; i++)
            clues.Add(Draw(rng, kinds, relation, seatOf));
    }
    while (!Solve(clues, relation, known, seatOf[known], names, null));
    for (int i = clues.Count - 1; i >= 0; i--)
    {
        Clue clue = clues[i];
        clues.RemoveAt(i);
        if (!Solve(clues, relation, known, seatOf[known], names, null))
            clues.Insert(i, clue);
    }

    var lines = new StringBuilder(1000);
    Solve(clues, relation, known, seatOf[known], names, lines);
    string[] inOrder = [.. names];
    Array.Sort([.. seatOf], inOrder);
    string answer = string.Join(", ", inOrder);
    string place = round
        ? $"sit around a table on the seats 1 to {seats}, numbered clockwise, so that seat 1 comes after seat {seats}"
        : $"sit in a row on the seats 1 to {seats} from left to right";
    var told = new StringBuilder(500);
    for (int i = 0; i < clues.Count; i++)
        told.Append($"{i + 1}. {Text(clues[i], round, names)}\n");
    return Problem(
        question: $"{string.Join(", ", names[..^1])} and {names[^1]} {place}. {names[known]} is on seat {seatOf[known] + 1}.\n{told}"
            + $"Who sits where? Answer with the names from seat 1 to seat {seats}, separated by commas.",
        answer: answer,
        solution: lines.Append("From seat 1: ").Append(answer).ToString());
}

Clue Draw(Rng rng, int kinds, int[][] relation, int[] seatOf)
{
    while (true)
    {
        int kind = rng.Integer(0, kinds - 1), a = rng.Integer(0, seatOf.Length - 1), b = rng.Integer(0, seatOf.Length - 1);
        if (a != b && (relation[kind][seatOf[a]] >> seatOf[b] & 1) == 1)
            return new(kind, a, b);
    }
}

static int[] Relation(int kind, int seats, bool round)
{
    int all = (1 << seats) - 1;
    int Shifted(int seat, int by) => round ? 1 << (seat + by + seats) % seats : seat + by < 0 ? 0 : 1 << seat + by & all;
    return [.. Enumerable.Range(0, seats).Select(seat => kind switch
    {
        RightNext => Shifted(seat, 1),
        Next => Shifted(seat, 1) | Shifted(seat, -1),
        NotNext => all & ~(Shifted(seat, 1) | Shifted(seat, -1) | 1 << seat),
        TwoApart => Shifted(seat, 2) | Shifted(seat, -2),
        _ => round ? Shifted(seat, seats / 2) : all & -(2 << seat),
    })];
}

string Text(Clue clue, bool round, string[] names)
{
    string a = names[clue.A], b = names[clue.B];
    return clue.Kind switch
    {
        RightNext => round ? $"{b} is on the next seat clockwise from {a}." : $"{b} sits directly to the right of {a}.",
        Next => $"{b} sits next to {a}.",
        NotNext => $"{b} does not sit next to {a}.",
        TwoApart => round ? $"{b} is two seats away from {a}, one way or the other." : $"Exactly one person sits between {a} and {b}.",
        _ => round ? $"{b} sits opposite {a}." : $"{b} sits somewhere to the right of {a}.",
    };
}

// Takes from everybody the seats that a clue rules out, and writes down what is left.
bool Solve(List<Clue> clues, int[][] relation, int known, int seat, string[] names, StringBuilder lines)
{
    int[] can = new int[names.Length];
    Array.Fill(can, (1 << names.Length) - 1);
    can[known] = 1 << seat;
    Exclude(can, names, lines);
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < clues.Count; i++)
        {
            Clue clue = clues[i];
            (int a, int b) = Narrow(relation[clue.Kind], can[clue.A], can[clue.B]);
            if (a == can[clue.A] && b == can[clue.B])
                continue;
            if (lines is not null)
            {
                lines.Append($"Clue {i + 1}: ");
                if (a != can[clue.A])
                    Where(lines, names[clue.A], a).Append(b == can[clue.B] ? "" : ", ");
                if (b != can[clue.B])
                    Where(lines, names[clue.B], b);
                lines.Append(".\n");
            }
            (can[clue.A], can[clue.B], changed) = (a, b, true);
            Exclude(can, names, lines);
        }
    }
    return Array.TrueForAll(can, BitOperations.IsPow2);
}

(int A, int B) Narrow(int[] relation, int canA, int canB)
{
    int a = 0, b = 0;
    for (int rest = canA; rest != 0; rest &= rest - 1)
    {
        int met = relation[BitOperations.TrailingZeroCount(rest)] & canB;
        a |= met != 0 ? rest & -rest : 0;
        b |= met;
    }
    return (a, b);
}

// A seat that is taken is nobody else's, and a seat that only one can have is that one's.
void Exclude(int[] can, string[] names, StringBuilder lines)
{
    for (bool changed = true; changed;)
    {
        changed = false;
        int once = 0, twice = 0, taken = 0;
        foreach (int seats in can)
        {
            twice |= once & seats;
            once |= seats;
            taken |= BitOperations.IsPow2(seats) ? seats : 0;
        }
        for (int i = 0; i < can.Length; i++)
        {
            int only = can[i] & ~twice, left = only != 0 ? only : can[i] & ~taken;
            if (BitOperations.IsPow2(can[i]) || left == can[i])
                continue;
            (can[i], changed) = (left, true);
            if (lines is null || !BitOperations.IsPow2(left))
                continue;
            if (only != 0)
                lines.Append($"Seat {Number(left)} is left to {names[i]} alone.\n");
            else
                Where(lines.Append("All other seats are taken: "), names[i], left).Append(".\n");
        }
    }
}

StringBuilder Where(StringBuilder text, string name, int seats)
{
    text.Append(name).Append(" on ");
    for (int rest = seats; rest != 0; rest &= rest - 1)
        text.Append(rest == seats ? "" : "/").Append(Number(rest & -rest));
    return text;
}

int Number(int seat) => BitOperations.Log2((uint)seat) + 1;
