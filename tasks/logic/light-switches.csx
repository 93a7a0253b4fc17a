// tasks/logic/light-switches.csx: which switches to press so that all lamps are lit, each switch changing several.
using System.Numerics;

Task(version: 1, levels: 5, tags: ["parity", "deduction"]);

// Level by level: how many lamps, and as many switches; how many lamps a switch changes.
(int Lamps, int Low, int High)[] sizes = [(5, 1, 3), (6, 2, 3), (7, 2, 4), (8, 2, 4), (9, 3, 5)];

// The texts of all sets of nine: switches by letter, lamps by number, and lamps that are taken together.
readonly string[] letters = [.. Enumerable.Range(0, 512).Select(set => string.Join(", ", Members(set).Select(Letter)))];
readonly string[] numbers = [.. Enumerable.Range(0, 512).Select(set => string.Join(", ", Members(set).Select(i => i + 1)))];
readonly string[] sums = [.. Enumerable.Range(0, 512).Select(set => $"({string.Join('+', Members(set).Select(i => i + 1))})")];

Problem Generate(Rng rng, int level)
{
    var (count, low, high) = sizes[level - 1];
    int[] lamps;                                         // the switches that change each lamp, as bits
    do
        lamps = DrawLamps(rng, count, low, high);
    while (!IsRegular(lamps));
    int pressed = rng.Integer(1, (1 << count) - 1);
    bool[] lit = Array.ConvertAll(lamps, switches => IsEven(switches & pressed));

    string answer = letters[pressed];
    var changes = new StringBuilder(500);
    for (int i = 0; i < count; i++)
        changes.Append($"{(i == 0 ? "" : "; ")}{Letter(i)} changes {numbers[Where(count, lamp => (lamps[lamp] >> i & 1) == 1)]}");
    int shining = Where(count, lamp => lit[lamp]);
    return Problem(
        question: $"There are {count} lamps and {count} switches. Lit now: {(shining == 0 ? "none" : numbers[shining])}; the other lamps are dark. "
            + $"Pressing a switch changes its lamps: lit ones go dark, dark ones light up. {changes}. "
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

static char Letter(int i) => (char)('A' + i);

static IEnumerable<int> Members(int set) => Enumerable.Range(0, 9).Where(i => (set >> i & 1) == 1);

int Where(int count, Func<int, bool> holds)
{
    int set = 0;
    for (int i = 0; i < count; i++)
        set |= holds(i) ? 1 << i : 0;
    return set;
}

// What is known of some switches: whether an even number of them is pressed.
readonly record struct Fact(int Lamps, int Switches, bool Even);

// Adds facts so that switches cancel, the shortest first, then works back from what is left.
string Explain(int[] lamps, bool[] lit, string answer)
{
    var lines = new StringBuilder(1500);
    List<Fact> open = [], used = [];
    lines.Append("A dark lamp needs an odd number of its switches pressed, a lit one an even number. (1) stands for what lamp 1 says, (1+2) for lamps 1 and 2 together.\n");
    for (int i = 0; i < lamps.Length; i++)
    {
        Fact fact = new(1 << i, lamps[i], lit[i]);
        open.Add(fact);
        lines.Append($"{sums[fact.Lamps]} is {(lit[i] ? "lit" : "dark")}: {Parity(fact)} of {letters[fact.Switches]}.\n");
    }
    while (open.Count > 0)
    {
        int place = Shortest(open);
        Fact shortest = open[place];
        int pivot = shortest.Switches & -shortest.Switches;
        open.RemoveAt(place);
        used.Add(shortest);
        for (int i = 0; i < open.Count; i++)
        {
            Fact fact = open[i];
            if ((fact.Switches & pivot) == 0)
                continue;
            Fact sum = new(fact.Lamps ^ shortest.Lamps, fact.Switches ^ shortest.Switches, fact.Even == shortest.Even);
            lines.Append($"{sums[fact.Lamps]} and {sums[shortest.Lamps]}, where {letters[pivot]} cancels: {sums[sum.Lamps]} {Parity(sum)} of {letters[sum.Switches]}.\n");
            open[i] = sum;
        }
    }
    int pressed = 0;
    for (int i = used.Count - 1; i >= 0; i--)
    {
        Fact fact = used[i];
        int pivot = fact.Switches & -fact.Switches, others = fact.Switches ^ pivot;
        bool press = fact.Even != IsEven(others & pressed);
        lines.Append($"{sums[fact.Lamps]} {Parity(fact)} of {letters[fact.Switches]}");
        if (others != 0)
            lines.Append((others & pressed) == 0 ? $" with none of {letters[others]} pressed" : $" with {letters[others & pressed]} pressed");
        lines.Append($", so {letters[pivot]} is {(press ? "" : "not ")}pressed.\n");
        pressed |= press ? pivot : 0;
    }
    return lines.Append("Press ").Append(answer).ToString();
}

int Shortest(List<Fact> facts)
{
    int shortest = 0;
    for (int i = 1; i < facts.Count; i++)
    {
        if (BitOperations.PopCount((uint)facts[i].Switches) < BitOperations.PopCount((uint)facts[shortest].Switches))
            shortest = i;
    }
    return shortest;
}

string Parity(Fact fact) => fact.Even ? "even" : "odd";
