// tasks/logic/propositional-entailment.csx: say which statements follow from what is known of a party's guests.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "propositional-logic"], reward: "set");

// Level by level: guests, premises, premises with two conditions among them, and statements to judge.
readonly (int Guests, int Premises, int Double, int Statements)[] sizes = [(3, 3, 0, 4), (4, 4, 0, 4), (4, 5, 1, 5), (5, 6, 1, 5), (5, 7, 2, 6), (6, 8, 3, 6)];

readonly string[] pool = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jack", "Kim", "Leo"];

// At least one of its literals holds: 2i says that guest i comes, 2i + 1 that the guest does not. Worlds are sets of guests, and
// a set of worlds is the bits of a ulong. The first of the literals is the conclusion where it is told as one.
record Clause(int[] Literals, int Form, ulong Worlds)
{
    // The opposites of its literals, as bits: not all of them can hold.
    public readonly int Opposites = OppositesOf(Literals);
}

const int Fact = 0, If = 1, Or = 2, NotBoth = 3;

readonly ulong[] holds = [.. Enumerable.Range(0, 12).Select(World)];

// What can be said of so many guests in one or two literals.
readonly Clause[][] statements = [.. Enumerable.Range(0, 7).Select(guests => Statements(guests).ToArray())];

Problem Generate(Rng rng, int level)
{
    (int guests, int count, int doubles, int asked) = sizes[level - 1];
    ulong all = ulong.MaxValue >> 64 - (1 << guests), left;
    Clause[] premises = new Clause[count], sayings = statements[guests];
    List<Clause> following = [], open = [];
    do
    {
        int world = rng.Integer(0, (1 << guests) - 1);
        left = all;
        for (int i = 0; i < count; i++)
        {
            do
                premises[i] = i < doubles ? Double(rng, guests) : sayings[rng.Integer(0, sayings.Length - 1)];
            while ((premises[i].Worlds >> world & 1) == 0 || premises[i].Form == Fact && i > 0 || IsRepeated(premises, i));
            left &= premises[i].Worlds;
        }
        following.Clear();
        open.Clear();
        foreach (Clause statement in sayings)
        {
            if ((left & ~statement.Worlds) != 0)
                open.Add(statement);
            else if (!IsPlain(statement, premises, following) && Refute(premises, statement, null, null))
                following.Add(statement);
        }
    }
    while (following.Count < 2 || open.Count < asked);

    int right = rng.Integer(1, Math.Min(asked - 1, following.Count));
    Clause[] judged = rng.Shuffle(rng.Sample(following, right).Concat(rng.Sample(open, asked - right)));
    string[] names = rng.Sample(pool, guests);
    premises = rng.Shuffle(premises);
    return Write(premises, judged, names, left);
}

Problem Write(Clause[] premises, Clause[] judged, string[] names, ulong left)
{
    var question = new StringBuilder(1000).Append($"Of {names.Length} friends, {string.Join(", ", names)}, some may come to a party. It is known:\n");
    for (int i = 0; i < premises.Length; i++)
        Tell(question.Append(i + 1).Append(". "), premises[i], names);
    question.Append("Which of these statements must then be true?\n");
    StringBuilder solution = new(1000), letters = new();
    for (int i = 0; i < judged.Length; i++)
    {
        char letter = (char)('A' + i);
        Tell(question.Append(letter).Append(". "), judged[i], names);
        ulong counter = left & ~judged[i].Worlds;
        if (counter != 0)
        {
            Guests(solution.Append(letter).Append(": not certain. If "), BitOperations.TrailingZeroCount(counter), names)
                .Append($", all that is known holds, but {letter} does not.\n");
            continue;
        }
        letters.Append(letters.Length == 0 ? "" : ", ").Append(letter);
        solution.Append($"{letter}: must be true. Suppose it is false: ");
        Refute(premises, judged[i], names, solution);
    }
    string answer = letters.ToString();
    return Problem(
        question: question.Append("Answer with their letters, separated by commas.").ToString(),
        answer: answer,
        solution: solution.Append($"True are: {answer}").ToString());
}

static int OppositesOf(int[] literals)
{
    int opposites = 0;
    foreach (int literal in literals)
        opposites |= 1 << (literal ^ 1);
    return opposites;
}

bool IsRepeated(Clause[] premises, int last)
{
    for (int i = 0; i < last; i++)
    {
        if (premises[i].Worlds == premises[last].Worlds)
            return true;
    }
    return false;
}

// Whether a premise alone, or a fact that follows, says as much.
bool IsPlain(Clause statement, Clause[] premises, List<Clause> following)
{
    foreach (Clause premise in premises)
    {
        if (IsWeaker(statement, premise))
            return true;
    }
    foreach (Clause other in following)
    {
        if (other.Form == Fact && IsWeaker(statement, other))
            return true;
    }
    return false;
}

bool IsWeaker(Clause statement, Clause than) => (than.Worlds & ~statement.Worlds) == 0;

static IEnumerable<Clause> Statements(int guests)
{
    for (int a = 0; a < 2 * guests; a++)
        yield return new([a], Fact, World(a));
    for (int a = 0; a < 2 * guests; a++)
    {
        for (int b = 0; b < 2 * guests; b++)
        {
            if (a / 2 == b / 2)
                continue;
            yield return new([a, b], If, World(a) | World(b));
            if (a < b && (a % 2 == 0 || b % 2 == 0))
                yield return new([a, b], Or, World(a) | World(b));
            else if (a < b)
                yield return new([a, b], NotBoth, World(a) | World(b));
        }
    }
}

static ulong World(int literal)
{
    ulong worlds = 0;
    for (int world = 0; world < 64; world++)
        worlds |= (world >> literal / 2 & 1) != literal % 2 ? 1UL << world : 0;
    return worlds;
}

// If two guests come or not, a third does or does not.
Clause Double(Rng rng, int guests)
{
    int a = rng.Integer(0, guests - 1), b = (a + rng.Integer(1, guests - 1)) % guests, c = a;
    while (c == a || c == b)
        c = rng.Integer(0, guests - 1);
    int[] literals = [2 * a + rng.Integer(0, 1), 2 * b + rng.Integer(0, 1), 2 * c + rng.Integer(0, 1)];
    return new(literals, If, holds[literals[0]] | holds[literals[1]] | holds[literals[2]]);
}

// Whether the premises contradict the opposite of a statement, by one conclusion after another.
bool Refute(Clause[] premises, Clause statement, string[] names, StringBuilder lines)
{
    int known = statement.Opposites;
    for (int i = statement.Literals.Length - 1; lines is not null && i >= 0; i--)
        Say(lines, statement.Literals[i] ^ 1, names).Append(i == 0 ? "." : " and ");
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < premises.Length; i++)
        {
            int left = premises[i].Opposites & ~known;
            if (left == 0)
            {
                lines?.Append($" That contradicts {i + 1}.\n");
                return true;
            }
            int conclusion = BitOperations.TrailingZeroCount(left) ^ 1;
            if (!BitOperations.IsPow2(left) || (known >> conclusion & 1) == 1)
                continue;
            known |= 1 << conclusion;
            changed = true;
            if (lines is not null)
                Say(lines.Append($" By {i + 1}, "), conclusion, names).Append('.');
        }
    }
    return false;
}

void Tell(StringBuilder text, Clause clause, string[] names)
{
    int[] of = clause.Literals;
    switch (clause.Form)
    {
        case Fact:
            Say(text, of[0], names).Append(".\n");
            break;
        case If:
            text.Append("If ");
            for (int i = 1; i < of.Length; i++)
                Say(text.Append(i == 1 ? "" : " and "), of[i] ^ 1, names);
            Say(text.Append(", then "), of[0], names).Append(".\n");
            break;
        case Or:
            Say(text, of[0], names).Append(", or ");
            Say(text, of[1], names).Append(", or both.\n");
            break;
        default:
            text.Append($"{names[of[0] / 2]} and {names[of[1] / 2]} do not both come.\n");
            break;
    }
}

StringBuilder Say(StringBuilder text, int literal, string[] names) => text.Append(names[literal / 2]).Append(literal % 2 == 0 ? " comes" : " does not come");

StringBuilder Guests(StringBuilder text, int world, string[] names)
{
    int count = BitOperations.PopCount((uint)world);
    if (count == 0)
        return text.Append("nobody comes");
    text.Append(count < names.Length ? "only " : "");
    for (int rest = world; rest != 0; rest &= rest - 1)
        text.Append(rest == world ? "" : BitOperations.IsPow2(rest) ? " and " : ", ").Append(names[BitOperations.TrailingZeroCount(rest)]);
    return text.Append(count == 1 ? " comes" : " come");
}
