// tasks/logic/light-switches.csx: which switches to press so that all lamps are lit, each switch changing several.
using System.Numerics;

Task(version: 1, levels: 5, tags: ["parity", "deduction"]);

// Level by level: how many lamps, and as many switches; how many lamps a switch changes.
(int Lamps, int Low, int High)[] sizes = [(5, 1, 3), (6, 2, 3), (7, 2, 4), (8, 2, 4), (9, 3, 5)];

Problem Generate(Rng rng, int level)
{
    var (count, low, high) = sizes[level - 1];
    int[] lamps;                                         // the switches that change each lamp, as bits
    do
        lamps = DrawLamps(rng, count, low, high);
    while (!IsRegular(lamps));
    int pressed = rng.Integer(1, (1 << count) - 1);
    bool[] lit = [.. lamps.Select(switches => IsEven(switches & pressed))];

    string answer = Letters(pressed);
    IEnumerable<string> switches = Enumerable.Range(0, count).Select(i => $"{Letter(i)} changes {Numbers(count, lamp => (lamps[lamp] >> i & 1) == 1)}");
    return Problem(
        question: $"There are {count} lamps and {count} switches. Lit now: {(lit.Contains(true) ? Numbers(count, lamp => lit[lamp]) : "none")}; the other lamps are dark. "
            + $"Pressing a switch changes its lamps: lit ones go dark, dark ones light up. {string.Join("; ", switches)}. "
            + "Which switches must be pressed, each once, so that all lamps are lit? Answer with their letters, separated by commas.",
        answer: answer,
        solution: Explain(lamps, lit, answer),
        data: new { lamps, lit });
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 100)
        return 0;
    int pressed = 0;
    foreach (string part in answer.Split(','))
    {
        string letter = part.Trim();
        int bit = letter.Length == 1 && letter[0] is >= 'A' and <= 'I' or >= 'a' and <= 'i' ? 1 << (letter[0] | 32) - 'a' : 0;
        if (bit == 0 || (pressed & bit) != 0)
            return 0;
        pressed |= bit;
    }
    JsonElement lamps = problem.Data!.Value.GetProperty("lamps"), lit = problem.Data!.Value.GetProperty("lit");
    int count = lamps.GetArrayLength();
    return pressed >> count == 0 && Enumerable.Range(0, count).All(i => IsEven(lamps[i].GetInt32() & pressed) == lit[i].GetBoolean()) ? 1 : 0;
}

int[] DrawLamps(Rng rng, int count, int low, int high)
{
    int[] lamps = new int[count];
    for (int i = 0; i < count; i++)
    {
        for (int left = rng.Integer(low, high); left > 0;)
        {
            int lamp = rng.Integer(0, count - 1);
            if ((lamps[lamp] >> i & 1) == 1)
                continue;
            lamps[lamp] |= 1 << i;
            left--;
        }
    }
    return lamps;
}

// Whether every wish has exactly one answer: no combination of lamps cancels out.
bool IsRegular(int[] lamps)
{
    int[] rows = [.. lamps];
    for (int i = 0; i < rows.Length; i++)
    {
        if (rows[i] == 0)
            return false;
        int pivot = rows[i] & -rows[i];
        for (int j = i + 1; j < rows.Length; j++)
            rows[j] ^= (rows[j] & pivot) != 0 ? rows[i] : 0;
    }
    return true;
}

bool IsEven(int bits) => BitOperations.PopCount((uint)bits) % 2 == 0;

char Letter(int i) => (char)('A' + i);

string Letters(int switches) => string.Join(", ", Enumerable.Range(0, 9).Where(i => (switches >> i & 1) == 1).Select(Letter));

string Numbers(int count, Func<int, bool> which) => string.Join(", ", Enumerable.Range(0, count).Where(which).Select(lamp => lamp + 1));

// What is known of some switches: whether an even number of them is pressed.
record Fact(int Lamps, int Switches, bool Even);

// Adds facts so that switches cancel, the shortest first, then works back from what is left.
string Explain(int[] lamps, bool[] lit, string answer)
{
    var lines = new List<string>();
    List<Fact> open = [.. lamps.Select((switches, i) => new Fact(1 << i, switches, lit[i]))], used = [];
    lines.Add("A dark lamp needs an odd number of its switches pressed, a lit one an even number. (1) stands for what lamp 1 says, (1+2) for lamps 1 and 2 together.");
    foreach (Fact fact in open)
        lines.Add($"{Name(fact)} is {(fact.Even ? "lit" : "dark")}: {Claim(fact)}.");
    while (open.Count > 0)
    {
        Fact shortest = open.MinBy(fact => BitOperations.PopCount((uint)fact.Switches))!;
        int pivot = shortest.Switches & -shortest.Switches;
        open.Remove(shortest);
        used.Insert(0, shortest);
        for (int i = 0; i < open.Count; i++)
        {
            if ((open[i].Switches & pivot) == 0)
                continue;
            Fact sum = new(open[i].Lamps ^ shortest.Lamps, open[i].Switches ^ shortest.Switches, open[i].Even == shortest.Even);
            lines.Add($"{Name(open[i])} and {Name(shortest)}, where {Letters(pivot)} cancels: {Name(sum)} {Claim(sum)}.");
            open[i] = sum;
        }
    }
    int pressed = 0;
    foreach (Fact fact in used)
    {
        int pivot = fact.Switches & -fact.Switches, others = fact.Switches ^ pivot;
        bool press = fact.Even != IsEven(others & pressed);
        string with = others == 0 ? "" : (others & pressed) == 0 ? $" with none of {Letters(others)} pressed" : $" with {Letters(others & pressed)} pressed";
        lines.Add($"{Name(fact)} {Claim(fact)}{with}, so {Letters(pivot)} is {(press ? "" : "not ")}pressed.");
        pressed |= press ? pivot : 0;
    }
    lines.Add($"Press {answer}");
    return string.Join('\n', lines);
}

string Name(Fact fact) => $"({string.Join('+', Enumerable.Range(1, 9).Where(lamp => (fact.Lamps >> lamp - 1 & 1) == 1))})";

string Claim(Fact fact) => $"{(fact.Even ? "even" : "odd")} of {Letters(fact.Switches)}";
