// tasks/logic/propositional-entailment.csx: say which statements follow from what is known of a party's guests.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "propositional-logic"], reward: "set");

// Level by level: guests, premises, premises with two conditions among them, and statements to judge.
readonly (int Guests, int Premises, int Double, int Statements)[] sizes = [(3, 3, 0, 4), (4, 4, 0, 4), (4, 5, 1, 5), (5, 6, 1, 5), (5, 7, 2, 6), (6, 8, 3, 6)];

readonly string[] pool = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jack", "Kim", "Leo"];

// At least one of its literals holds: 2i says that guest i comes, 2i + 1 that the guest does not. Worlds are sets of guests, and
// a set of worlds is the bits of a ulong. The first of the literals is the conclusion where it is told as one.
record Clause(int[] Literals, int Form, ulong Worlds);

const int Fact = 0, If = 1, Or = 2, NotBoth = 3;

readonly ulong[] holds = [.. Enumerable.Range(0, 12).Select(World)];

// What can be said of so many guests in one or two literals.
readonly Clause[][] statements = [.. Enumerable.Range(0, 7).Select(guests => Statements(guests).ToArray())];

Problem Generate(Rng rng, int level)
{
    (int guests, int count, int doubles, int asked) = sizes[level - 1];
    ulong all = ulong.MaxValue >> 64 - (1 << guests), left;
    var premises = new Clause[count];
    var known = new HashSet<ulong>();
    List<Clause> following = [], open = [];
    do
    {
        int world = rng.Integer(0, (1 << guests) - 1);
        left = all;
        known.Clear();
        for (int i = 0; i < count; i++)
        {
            do
                premises[i] = i < doubles ? Double(rng, guests) : rng.Pick(statements[guests]);
            while ((premises[i].Worlds >> world & 1) == 0 || premises[i].Form == Fact && i > 0 || !known.Add(premises[i].Worlds));
            left &= premises[i].Worlds;
        }
        following.Clear();
        open.Clear();
        foreach (Clause statement in statements[guests])
        {
            if ((left & ~statement.Worlds) != 0)
                open.Add(statement);
            else if (!Array.Exists(premises, premise => IsWeaker(statement, premise)) && Refute(premises, statement, null, null)
                && !following.Exists(fact => fact.Form == Fact && IsWeaker(statement, fact)))
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
    var question = new StringBuilder($"Of {names.Length} friends, {string.Join(", ", names)}, some may come to a party. It is known:\n");
    for (int i = 0; i < premises.Length; i++)
        question.Append($"{i + 1}. {Text(premises[i], names)}\n");
    question.Append("Which of these statements must then be true?\n");
    var solution = new StringBuilder();
    var letters = new List<char>();
    for (int i = 0; i < judged.Length; i++)
    {
        char letter = (char)('A' + i);
        question.Append($"{letter}. {Text(judged[i], names)}\n");
        ulong counter = left & ~judged[i].Worlds;
        if (counter != 0)
        {
            solution.Append($"{letter}: not certain. {Guests(BitOperations.TrailingZeroCount(counter), names)}, all that is known holds, but {letter} does not.\n");
            continue;
        }
        letters.Add(letter);
        solution.Append($"{letter}: must be true. Suppose it is false: ");
        Refute(premises, judged[i], names, solution);
    }
    string answer = string.Join(", ", letters);
    return Problem(
        question: question.Append("Answer with their letters, separated by commas.").ToString(),
        answer: answer,
        solution: solution.Append($"True are: {answer}").ToString());
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
    int known = 0;
    foreach (int literal in statement.Literals)
        known |= 1 << (literal ^ 1);
    lines?.AppendJoin(" and ", statement.Literals.Reverse().Select(literal => Says(literal ^ 1, names))).Append('.');
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < premises.Length; i++)
        {
            int open = -1, unknown = 0;
            foreach (int literal in premises[i].Literals)
            {
                if ((known >> (literal ^ 1) & 1) == 0)
                    (open, unknown) = (literal, unknown + 1);
            }
            if (unknown == 0)
            {
                lines?.Append($" That contradicts {i + 1}.\n");
                return true;
            }
            if (unknown > 1 || (known >> open & 1) == 1)
                continue;
            known |= 1 << open;
            changed = true;
            lines?.Append($" By {i + 1}, {Says(open, names)}.");
        }
    }
    return false;
}

string Text(Clause clause, string[] names)
{
    string Say(int literal) => Says(literal, names);
    int[] of = clause.Literals;
    return clause.Form switch
    {
        Fact => $"{Say(of[0])}.",
        If => $"If {string.Join(" and ", of.Skip(1).Select(literal => Say(literal ^ 1)))}, then {Say(of[0])}.",
        Or => $"{Say(of[0])}, or {Say(of[1])}, or both.",
        _ => $"{names[of[0] / 2]} and {names[of[1] / 2]} do not both come.",
    };
}

string Says(int literal, string[] names) => $"{names[literal / 2]} {(literal % 2 == 0 ? "comes" : "does not come")}";

string Guests(int world, string[] names)
{
    string[] guests = [.. names.Where((_, i) => (world >> i & 1) == 1)];
    return guests.Length == 0 ? "If nobody comes"
        : guests.Length == 1 ? $"If only {guests[0]} comes"
        : $"If {(guests.Length < names.Length ? "only " : "")}{string.Join(", ", guests[..^1])} and {guests[^1]} come";
}
