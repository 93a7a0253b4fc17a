// tasks/logic/zebra-puzzle.csx: find out who lives in which house and what goes with whom, from clues.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "constraints"], reward: "ordered-list");

const int Same = 0, LeftOf = 1, NextTo = 2, Before = 3, Apart = 4, End = 5, In = 6;

// Level by level: houses, what there is besides the people, and the clues, each as often as it is listed.
readonly (int Houses, int Things, int[] Kinds)[] sizes =
[
    (3, 1, [Same, LeftOf, NextTo, In]),
    (3, 2, [Same, Same, LeftOf, NextTo, Before, In]),
    (4, 2, [Same, Same, LeftOf, NextTo, Before, Apart, In]),
    (4, 3, [Same, Same, LeftOf, NextTo, Before, Apart, End, In]),
    (5, 3, [Same, Same, LeftOf, NextTo, Before, Apart, End, In]),
    (5, 4, [Same, Same, LeftOf, NextTo, Before, Apart, End, In]),
];

record Category(string Name, string Plural, string[] Values, string Who, string Does, string DoesNot);

readonly Category people = new("person", "People", ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jack"], "{0}", "", "");

readonly Category[] things =
[
    new("color", "colors of houses", ["red", "green", "blue", "white", "yellow", "black", "pink", "brown"], "the one in the {0} house", "lives in the {0} house", "does not live in the {0} house"),
    new("drink", "drinks", ["tea", "coffee", "milk", "water", "juice", "cocoa", "lemonade", "soda"], "the one who drinks {0}", "drinks {0}", "does not drink {0}"),
    new("pet", "pets", ["cat", "dog", "horse", "parrot", "rabbit", "snake", "zebra", "hamster"], "the one with the {0}", "has the {0}", "does not have the {0}"),
    new("sport", "sports", ["chess", "tennis", "golf", "judo", "rugby", "hockey", "football", "darts"], "the one who plays {0}", "plays {0}", "does not play {0}"),
];

// What is said of the values A and B, or of A and a house, which is a bit as everywhere here.
readonly record struct Clue(int Kind, int A, int B, int House);

Problem Generate(Rng rng, int level)
{
    (int houses, int thingCount, int[] kinds) = sizes[level - 1];
    Category[] categories = [people, .. rng.Sample(things, thingCount)];
    string[][] values = [.. categories.Select(category => rng.Sample(category.Values, houses))];
    string[] names = [.. values.SelectMany(names => names)];
    int[] home = [.. values.SelectMany(_ => rng.Shuffle(Enumerable.Range(0, houses)).Select(house => 1 << house))];

    var clues = new List<Clue>();
    bool[] used;
    do
    {
        for (int i = 0; i < houses; i++)
            clues.Add(Draw(rng, houses, kinds, home));
        used = Solve(clues, houses, home.Length, null, null);
    }
    while (used is null);
    clues = [.. rng.Shuffle(Prune(clues.Where((_, i) => used[i]), houses, home.Length))];

    var lines = new StringBuilder(2000);
    Solve(clues, houses, home.Length, lines, names);
    string answer = string.Join(", ", Enumerable.Range(0, houses).Select(house => string.Join(' ', names.Where((_, value) => home[value] == 1 << house))));
    string listed = string.Join("; ", categories.Select((category, i) => $"{category.Plural}: {string.Join(", ", values[i].Order(StringComparer.Ordinal))}"));
    var numbered = new StringBuilder(1000);
    for (int i = 0; i < clues.Count; i++)
        numbered.Append($"{i + 1}. {Text(clues[i], houses, categories, names)}\n");
    string form = string.Join(' ', categories.Select(category => category.Name));
    return Problem(
        question: $"In a row stand {houses} houses, numbered 1 to {houses} from left to right. In each lives one person, and everything listed here belongs to exactly one of the houses. {listed}.\n{numbered}"
            + $"What is in each house? Answer house by house from 1 to {houses}, separated by commas, each in the form: {form}",
        answer: answer,
        solution: lines.Append("House by house: ").Append(answer).ToString());
}

// Drops the clues that the others make needless, those that say most first.
List<Clue> Prune(IEnumerable<Clue> clues, int houses, int values)
{
    List<Clue> kept = [.. clues.OrderByDescending(clue => clue.Kind)];
    for (int i = 0; i < kept.Count;)
    {
        Clue clue = kept[i];
        kept.RemoveAt(i);
        if (Solve(kept, houses, values, null, null) is null)
            kept.Insert(i++, clue);
    }
    return kept;
}

// A true clue about two values, or about one and the houses.
Clue Draw(Rng rng, int houses, int[] kinds, int[] home)
{
    while (true)
    {
        int kind = kinds[rng.Integer(0, kinds.Length - 1)], a = rng.Integer(0, home.Length - 1), b = kind >= End ? a : rng.Integer(0, home.Length - 1);
        if (kind is Same or Apart && (a > b || a / houses == b / houses))
            continue;
        Clue clue = new(kind, a, b, home[a]);
        if (Narrow(clue, houses, home[a], home[b]) == (home[a], home[b]))
            return clue;
    }
}

// Where A and B can be by the clue alone, out of the houses that they are given.
(int A, int B) Narrow(Clue clue, int houses, int a, int b) => clue.Kind switch
{
    Same => (a & b, a & b),
    LeftOf => (a & b >> 1, b & a << 1),
    NextTo => (a & (b << 1 | b >> 1), b & (a << 1 | a >> 1)),
    Before => (a & (1 << BitOperations.Log2((uint)b)) - 1, b & -(a & -a) << 1),
    Apart => (BitOperations.IsPow2(b) ? a & ~b : a, BitOperations.IsPow2(a) ? b & ~a : b),
    End => (a & (1 | 1 << houses - 1), b & (1 | 1 << houses - 1)),
    _ => (a & clue.House, b & clue.House),
};

string Text(Clue clue, int houses, Category[] categories, string[] names)
{
    Category of = categories[clue.A / houses], other = categories[clue.B / houses];
    string a = string.Format(of.Who, names[clue.A]), b = string.Format(other.Who, names[clue.B]);
    string text = clue.Kind switch
    {
        Same => $"{a} {string.Format(other.Does, names[clue.B])}",
        Apart => $"{a} {string.Format(other.DoesNot, names[clue.B])}",
        In => $"{a} lives in house {Number(clue.House)}",
        End => $"{a} lives in house 1 or {houses}",
        LeftOf => $"{a} lives directly to the left of {b}",
        NextTo => $"{a} lives next to {b}",
        _ => $"{a} lives somewhere to the left of {b}",
    };
    return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}

// Takes from every value the houses that it cannot be in, clue by clue, and writes down how. Every step is forced: where each
// value comes down to one house, that is the only solution. Returns which clues said something; null where some house is open.
bool[] Solve(List<Clue> clues, int houses, int values, StringBuilder lines, string[] names)
{
    int[] can = new int[values];
    Array.Fill(can, (1 << houses) - 1);
    var used = new bool[clues.Count];
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < used.Length; i++)
        {
            Clue clue = clues[i];
            (int a, int b) = Narrow(clue, houses, can[clue.A], can[clue.B]);
            if (a == can[clue.A] && b == can[clue.B])
                continue;
            (can[clue.A], can[clue.B]) = (a, b);
            used[i] = changed = true;
            if (lines is not null)
            {
                Where(lines.Append($"Clue {i + 1}: "), clue.A, can, names);
                if (clue.B != clue.A)
                    Where(lines.Append(", "), clue.B, can, names);
                lines.Append(".\n");
            }
            // Nothing has changed in the other categories.
            int first = Math.Min(clue.A, clue.B) / houses, second = Math.Max(clue.A, clue.B) / houses;
            while (Exclude(first, houses, can, lines, names) | (second != first && Exclude(second, houses, can, lines, names))) ;
        }
    }
    return Array.TrueForAll(can, BitOperations.IsPow2) ? used : null;
}

// Within a category a house that is taken is nobody else's, and a house that only one can be in is that one's.
bool Exclude(int category, int houses, int[] can, StringBuilder lines, string[] names)
{
    bool changed = false;
    int first = category * houses, end = first + houses, once = 0, twice = 0, taken = 0;
    for (int value = first; value < end; value++)
    {
        twice |= once & can[value];
        once |= can[value];
        taken |= BitOperations.IsPow2(can[value]) ? can[value] : 0;
    }
    for (int value = first; value < end; value++)
    {
        if (BitOperations.IsPow2(can[value]))
            continue;
        int only = can[value] & ~twice, left = only != 0 ? only : can[value] & ~taken;
        if (left == can[value])
            continue;
        can[value] = left;
        changed = true;
        if (lines is null || !BitOperations.IsPow2(left))
            continue;
        if (only != 0)
            lines.Append($"House {Number(left)} is left to {names[value]} alone.\n");
        else
            Where(lines.Append("So "), value, can, names).Append(".\n");
    }
    return changed;
}

StringBuilder Where(StringBuilder text, int value, int[] can, string[] names)
{
    text.Append(names[value]).Append(" in ");
    for (int rest = can[value]; rest != 0; rest &= rest - 1)
        text.Append(rest == can[value] ? "" : "/").Append(Number(rest & -rest));
    return text;
}

int Number(int house) => BitOperations.Log2((uint)house) + 1;
