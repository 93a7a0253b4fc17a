// tasks/logic/river-crossing.csx: bring a load across a river in a boat that cannot take all of it.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["search", "planning", "constraints"]);

string[] pool =
[
    "goat", "wolf", "dog", "cat", "fox", "hen", "goose", "sheep", "pig", "rabbit", "duck", "bear", "badger", "calf", "pony",
    "donkey", "lynx", "parrot", "boar", "mule",
];

// Level by level: animals, pairs that fight, crossings of the shortest plan, whether a longer one is wrong.
(int Animals, int Fights, int Low, int High, bool Fewest)[] sizes =
    [(3, 1, 5, 7, false), (4, 2, 5, 9, false), (4, 2, 7, 11, true), (5, 3, 7, 11, false), (5, 3, 7, 13, true), (6, 4, 9, 15, true)];

const int MaxCrossings = 40;

Problem Generate(Rng rng, int level)
{
    var (count, fights, low, high, fewest) = sizes[level - 1];
    string[] animals = rng.Sample(pool, count);
    while (true)
    {
        int[] weights = Array.ConvertAll(rng.Integers(count, 4, 30), weight => 5 * weight);
        int limit = rng.Integer(weights.Max() / 5, (weights.Sum() - weights.Min()) / 5) * 5;
        int[] pairs = DrawPairs(rng, count, fights);
        if (Solve(weights, limit, pairs) is not { } loads || loads.Count < low || loads.Count > high)
            continue;

        StringBuilder herd = new(), quarrels = new(), crossings = new();
        for (int i = 0; i < count; i++)
            herd.Append($"{(i == 0 ? "" : ", ")}a {animals[i]} ({weights[i]} kg)");
        foreach (int pair in pairs)
            List(quarrels.Append(quarrels.Length == 0 ? "the " : "; the "), animals, pair, " and the ");
        foreach (int load in loads)
            List(crossings.Append(crossings.Length == 0 ? "" : "; "), animals, load, ", ");
        string answer = crossings.ToString();
        return Problem(
            question: $"A ferryman is to bring {herd} across a river. "
                + $"Besides him, his boat carries at most {limit} kg, and it does not move without him. On a bank without him these fight: {quarrels}. "
                + $"Bring all across without a fight, in {(fewest ? "as few crossings as possible" : $"at most {MaxCrossings} crossings")}, there and back counted one each. "
                + "Answer with what he takes on each crossing, there and back in turn: crossings separated by semicolons, animals by commas, "
                + "nothing where he goes alone, in the form: ox, ram; nothing; cow",
            answer: answer,
            solution: Explain(animals, weights, limit, loads, answer),
            data: new { animals, weights, limit, pairs, most = fewest ? loads.Count : MaxCrossings });
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 2000)
        return 0;
    JsonElement data = problem.Data!.Value;
    List<string> animals = Items(data, "animals", animal => animal.GetString()!);
    int[] weights = [.. Items(data, "weights", weight => weight.GetInt32())], pairs = [.. Items(data, "pairs", pair => pair.GetInt32())];
    int here = (1 << animals.Count) - 1, there = 0;
    string[] crossings = answer.Split(';');
    foreach (string crossing in crossings)
    {
        if (Load(animals, crossing) is not { } load || (load & ~here) != 0 || Weight(weights, load) > data.GetProperty("limit").GetInt32()
            || !Peaceful(pairs, here & ~load))
        {
            return 0;
        }
        (here, there) = (there | load, here & ~load);
    }
    return crossings.Length <= data.GetProperty("most").GetInt32() && crossings.Length % 2 == 1 && there == 0 ? 1 : 0;
}

List<T> Items<T>(JsonElement data, string name, Func<JsonElement, T> read) => [.. data.GetProperty(name).EnumerateArray().Select(read)];

// The animals named, as bits; null where something else is, or one twice.
int? Load(List<string> animals, string crossing)
{
    if (Ascii.EqualsIgnoreCase(crossing.AsSpan().Trim(), "nothing"))
        return 0;
    int load = 0;
    foreach (string part in crossing.Split(','))
    {
        int found = animals.FindIndex(animal => Ascii.EqualsIgnoreCase(animal, part.AsSpan().Trim()));
        if (found < 0 || (load >> found & 1) == 1)
            return null;
        load |= 1 << found;
    }
    return load;
}

int Weight(ReadOnlySpan<int> weights, int load)
{
    int total = 0;
    for (int i = 0; i < weights.Length; i++)
        total += (load >> i & 1) * weights[i];
    return total;
}

bool Peaceful(ReadOnlySpan<int> pairs, int bank)
{
    foreach (int pair in pairs)
    {
        if ((bank & pair) == pair)
            return false;
    }
    return true;
}

// Every pair has a troublemaker in it, one of the first two animals, so that he can often be kept in the boat.
int[] DrawPairs(Rng rng, int count, int fights)
{
    var pairs = new SortedSet<int>();
    while (pairs.Count < fights)
    {
        int a = rng.Integer(0, fights > 1 ? 1 : 0), b = rng.Integer(0, count - 1);
        if (a != b)
            pairs.Add(1 << a | 1 << b);
    }
    return rng.Shuffle(pairs);
}

// The loads of a shortest plan, breadth first; null where none leads across. A state is the bank of the start, with the ferryman's bit above.
List<int>? Solve(int[] weights, int limit, int[] pairs)
{
    int all = (1 << weights.Length) - 1, start = 2 * all + 1, boat = all + 1;
    int[] weight = new int[all + 1], before = new int[start + 1], queue = new int[start + 1];
    for (int load = 1; load <= all; load++)
        weight[load] = weight[load & load - 1] + weights[BitOperations.TrailingZeroCount(load)];
    (before[start], queue[0]) = (-1, start);
    for (int read = 0, written = 1; read < written && before[0] == 0; read++)
    {
        int state = queue[read], here = state >= boat ? state & all : all & ~state;
        int load = 0;
        do
        {
            int next = state >= boat ? state - boat - load : state + boat + load;
            if (before[next] == 0 && weight[load] <= limit && Peaceful(pairs, here & ~load))
            {
                before[next] = state;
                queue[written++] = next;
            }
            load = load - here & here;                   // the next larger subset of what is here, at last none again
        }
        while (load != 0);
    }
    if (before[0] == 0)
        return null;
    var loads = new List<int>();
    for (int state = 0; state != start; state = before[state])
        loads.Insert(0, (state ^ before[state]) & all);
    return loads;
}

StringBuilder List(StringBuilder text, string[] animals, int mask, string separator)
{
    for (int rest = mask; rest != 0; rest &= rest - 1)
        text.Append(rest == mask ? "" : separator).Append(animals[BitOperations.TrailingZeroCount(rest)]);
    return mask == 0 ? text.Append("nothing") : text;
}

string Explain(string[] animals, int[] weights, int limit, List<int> loads, string answer)
{
    var text = new StringBuilder(1500);
    text.Append($"The boat takes {limit} kg at most. After each crossing: bank of the start | other bank; those that fight are never together where he is not.\n");
    int all = (1 << animals.Length) - 1, left = all;
    for (int i = 0; i < loads.Count; i++)
    {
        int load = loads[i];
        left ^= load;
        List(text.Append($"{i + 1}. {(i % 2 == 0 ? "There" : "Back")} with "), animals, load, ", ").Append(", ");
        for (int rest = load; rest != 0 && !BitOperations.IsPow2(load); rest &= rest - 1)
            text.Append(weights[BitOperations.TrailingZeroCount(rest)]).Append(BitOperations.IsPow2(rest) ? " = " : " + ");
        List(text.Append($"{Weight(weights, load)} kg: "), animals, left, ", ");
        List(text.Append(" | "), animals, all & ~left, ", ").Append('\n');
    }
    return text.Append("All are across: ").Append(answer).ToString();
}
