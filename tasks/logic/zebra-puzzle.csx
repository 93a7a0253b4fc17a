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

// What a clue says of the values A and B, and the houses that B can be in for every house that A can be in.
record Clue(int Kind, int A, int B, int[] Allowed);

// By the number of houses and the kind of clue; after the others, one table for each house that a value can be said to be in.
readonly int[][][] tables = [.. Enumerable.Range(0, 6).Select(houses => Enumerable.Range(0, In + houses).Select(kind => Table(kind, houses)).ToArray())];

Problem Generate(Rng rng, int level)
{
    (int houses, int thingCount, int[] kinds) = sizes[level - 1];
    Category[] categories = [people, .. rng.Sample(things, thingCount)];
    string[][] values = [.. categories.Select(category => rng.Sample(category.Values, houses))];
    string[] names = [.. values.SelectMany(names => names)];
    int[] home = [.. values.SelectMany(_ => rng.Shuffle(Enumerable.Range(0, houses)))];

    var clues = new List<Clue>();
    int[] can = Everywhere(houses, home.Length);
    do
    {
        for (int i = 0; i < houses; i++)
            clues.Add(Draw(rng, houses, kinds, home));
    }
    while (!Solve(clues, houses, can, null));
    Prune(rng, clues, houses, home.Length);

    var lines = new StringBuilder();
    Solve(clues, houses, Everywhere(houses, home.Length), (text: lines, names));
    string answer = string.Join(", ", Enumerable.Range(0, houses).Select(house => string.Join(' ', names.Where((_, value) => home[value] == house))));
    string listed = string.Join("; ", categories.Select((category, i) => $"{category.Plural}: {string.Join(", ", values[i].Order(StringComparer.Ordinal))}"));
    string numbered = string.Concat(clues.Select((clue, i) => $"{i + 1}. {Text(clue, houses, categories, names)}\n"));
    string form = string.Join(' ', categories.Select(category => category.Name));
    return Problem(
        question: $"In a row stand {houses} houses, numbered 1 to {houses} from left to right. In each lives one person, and everything listed here belongs to exactly one of the houses. {listed}.\n{numbered}"
            + $"What is in each house? Answer house by house from 1 to {houses}, separated by commas, each in the form: {form}",
        answer: answer,
        solution: $"{lines}House by house: {answer}");
}

// Drops the clues that the others make needless, those that say most first.
void Prune(Rng rng, List<Clue> clues, int houses, int values)
{
    clues.Sort((one, other) => one.Kind - other.Kind);
    for (int i = clues.Count - 1; i >= 0; i--)
    {
        Clue clue = clues[i];
        clues.RemoveAt(i);
        if (!Solve(clues, houses, Everywhere(houses, values), null))
            clues.Insert(i, clue);
    }
    Clue[] shuffled = rng.Shuffle(clues);
    clues.Clear();
    clues.AddRange(shuffled);
}

// A true clue about two values, or about one and the houses.
Clue Draw(Rng rng, int houses, int[] kinds, int[] home)
{
    while (true)
    {
        int kind = rng.Pick(kinds), a = rng.Integer(0, home.Length - 1), b = kind >= End ? a : rng.Integer(0, home.Length - 1);
        int[] allowed = tables[houses][kind == In ? In + home[a] : kind];
        bool within = a / houses == b / houses;
        if ((allowed[home[a]] >> home[b] & 1) == 0 || within && kind is Same or Apart)
            continue;
        // People come first, so that a clue never ends with a name where it should have a verb.
        return kind is Same or Apart && a > b ? new(kind, b, a, allowed) : new(kind, a, b, allowed);
    }
}

// The houses, as bits, that B can be in for every house that A can be in.
static int[] Table(int kind, int houses)
{
    int[] allowed = new int[houses];
    for (int house = 0; house < houses; house++)
    {
        int here = 1 << house, all = (1 << houses) - 1;
        allowed[house] = all & kind switch
        {
            Same => here,
            LeftOf => here << 1,
            NextTo => here << 1 | here >> 1,
            Before => -here << 1,
            Apart => ~here,
            End => house == 0 || house == houses - 1 ? here : 0,
            _ => house == kind - In ? here : 0,
        };
    }
    return allowed;
}

string Text(Clue clue, int houses, Category[] categories, string[] names)
{
    Category of = categories[clue.A / houses], other = categories[clue.B / houses];
    string a = string.Format(of.Who, names[clue.A]), b = string.Format(other.Who, names[clue.B]);
    string text = clue.Kind switch
    {
        Same => $"{a} {string.Format(other.Does, names[clue.B])}",
        Apart => $"{a} {string.Format(other.DoesNot, names[clue.B])}",
        In => $"{a} lives in house {Array.FindIndex(clue.Allowed, here => here != 0) + 1}",
        End => $"{a} lives in house 1 or {houses}",
        LeftOf => $"{a} lives directly to the left of {b}",
        NextTo => $"{a} lives next to {b}",
        _ => $"{a} lives somewhere to the left of {b}",
    };
    return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}

int[] Everywhere(int houses, int values)
{
    int[] can = new int[values];
    Array.Fill(can, (1 << houses) - 1);
    return can;
}

// Takes from every value the houses that it cannot be in, clue by clue, and says how. Every step is forced: where each
// value comes down to one house, that is the only solution.
bool Solve(List<Clue> clues, int houses, int[] can, (StringBuilder Text, string[] Names)? log)
{
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < clues.Count; i++)
        {
            if (!Apply(clues[i], can))
                continue;
            changed = true;
            if (log is { } to)
            {
                Clue clue = clues[i];
                to.Text.Append($"Clue {i + 1}: {Where(clue.A, can, to.Names)}").Append(clue.B == clue.A ? "" : $", {Where(clue.B, can, to.Names)}").Append(".\n");
            }
            while (Exclude(houses, can, log)) ;
        }
    }
    return Array.TrueForAll(can, BitOperations.IsPow2);
}

bool Apply(Clue clue, int[] can)
{
    int a = 0, b = 0;
    for (int house = 0; house < clue.Allowed.Length; house++)
    {
        int met = clue.Allowed[house] & can[clue.B];
        if ((can[clue.A] >> house & 1) == 0 || met == 0)
            continue;
        a |= 1 << house;
        b |= met;
    }
    bool changed = a != can[clue.A] || b != can[clue.B];
    (can[clue.A], can[clue.B]) = (a, clue.A == clue.B ? a : b);
    return changed;
}

// Within a category a house that is taken is nobody else's, and a house that only one can be in is that one's.
bool Exclude(int houses, int[] can, (StringBuilder Text, string[] Names)? log)
{
    bool changed = false;
    for (int first = 0; first < can.Length; first += houses)
    {
        int once = 0, twice = 0, taken = 0;
        for (int value = first; value < first + houses; value++)
        {
            twice |= once & can[value];
            once |= can[value];
            taken |= BitOperations.IsPow2(can[value]) ? can[value] : 0;
        }
        for (int value = first; value < first + houses; value++)
        {
            if (BitOperations.IsPow2(can[value]))
                continue;
            int only = can[value] & ~twice, left = only != 0 ? only : can[value] & ~taken;
            if (left == can[value])
                continue;
            can[value] = left;
            changed = true;
            if (BitOperations.IsPow2(left) && log is { } to)
                to.Text.Append(only != 0 ? $"House {BitOperations.Log2((uint)left) + 1} is left to {to.Names[value]} alone.\n" : $"So {Where(value, can, to.Names)}.\n");
        }
    }
    return changed;
}

string Where(int value, int[] can, string[] names)
{
    var text = new StringBuilder(names[value]).Append(" in ");
    for (int rest = can[value]; rest != 0; rest &= rest - 1)
        text.Append(rest == can[value] ? "" : "/").Append(BitOperations.TrailingZeroCount(rest) + 1);
    return text.ToString();
}
