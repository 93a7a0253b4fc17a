// tasks/logic/truth-tellers.csx: find out which statements on a sheet are true, when they speak about each other and themselves.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "self-reference", "case-analysis"], reward: "set");

const int About = 0, Exactly = 1, AtLeast = 2, Pair = 3, Or = 4, Same = 5, Parity = 6, First = 7;

// Level by level: statements, and their kinds.
readonly (int Count, int[] Kinds)[] sizes =
[
    (4, [About, Exactly, Pair]),
    (4, [Exactly, AtLeast, Pair, Or, Parity]),
    (5, [About, Exactly, AtLeast, Pair, Or, Parity]),
    (5, [Exactly, AtLeast, Or, Same, Parity, First]),
    (6, [Exactly, AtLeast, Pair, Or, Same, Parity, First]),
    (6, [Exactly, AtLeast, Same, First]),
];

// A world says which statements are true: bit i of its number is statement i. A set of worlds is the bits of a ulong; TrueIn has
// those in which a statement holds, and Fits those in which it also is as true as it says.
record Saying(string Text, ulong TrueIn);

readonly record struct Statement(string Text, ulong Fits);

readonly ulong[] bit = [.. Enumerable.Range(0, 6).Select(i => Worlds(world => (world >> i & 1) == 1))];

readonly Saying[][][] sayings = [.. Enumerable.Range(0, 7).Select(count => Enumerable.Range(About, First + 1).Select(kind => Sayings(kind, count).ToArray()).ToArray())];

Problem Generate(Rng rng, int level)
{
    (int count, int[] kinds) = sizes[level - 1];
    int truth = rng.Integer(1, (1 << count) - 2);
    ulong all = ulong.MaxValue >> 64 - (1 << count), left;
    var statements = new Statement[count];
    do
    {
        left = all;
        for (int i = 0; i < count; i++)
        {
            do
            {
                Saying[] choice = sayings[count][kinds[rng.Integer(0, kinds.Length - 1)]];
                Saying saying = choice[rng.Integer(0, choice.Length - 1)];
                statements[i] = new(saying.Text, ~(saying.TrueIn ^ bit[i]));
            }
            while ((statements[i].Fits >> truth & 1) == 0);
            left &= statements[i].Fits;
        }
    }
    while (!BitOperations.IsPow2(left));

    StringBuilder text = new(), lines = new(), numbers = new();
    for (int i = 0; i < count; i++)
    {
        text.Append($"{i + 1}. {statements[i].Text}\n");
        if ((truth >> i & 1) == 1)
            numbers.Append(numbers.Length == 0 ? "" : ", ").Append(i + 1);
    }
    Solve(statements, all, "", lines);
    string answer = numbers.ToString();
    return Problem(
        question: $"Each of these {count} statements is either true or false.\n{text}"
            + "Which of them are true? Answer with their numbers, separated by commas.",
        answer: answer,
        solution: lines.Append("True are: ").Append(answer).ToString());
}

static ulong Worlds(Func<int, bool> holds)
{
    ulong worlds = 0;
    for (int world = 0; world < 64; world++)
        worlds |= holds(world) ? 1UL << world : 0;
    return worlds;
}

static IEnumerable<Saying> Sayings(int kind, int count)
{
    static int True(int world) => BitOperations.PopCount((uint)world);
    static string Word(int value) => value == 1 ? "true" : "false";
    foreach (int value in new[] { 0, 1 })
    {
        int Of(int world) => value == 1 ? True(world) : count - True(world);
        bool Is(int world, int i) => (world >> i & 1) == value;
        if (kind == Parity)
            yield return new($"The number of true statements is {(value == 0 ? "even" : "odd")}.", Worlds(world => True(world) % 2 == value));
        for (int i = 0; i < count; i++)
        {
            int a = i;
            if (kind == About)
                yield return new($"Statement {a + 1} is {Word(value)}.", Worlds(world => Is(world, a)));
            if (kind == Exactly && a > 0)
                yield return new($"Exactly {a} of the statements {(a == 1 ? "is" : "are")} {Word(value)}.", Worlds(world => Of(world) == a));
            if (kind == AtLeast && a > 1)
                yield return new($"At least {a} of the statements are {Word(value)}.", Worlds(world => Of(world) >= a));
            if (kind == First && a > 0)
                yield return new($"The first {Word(value)} statement is statement {a + 1}.", Worlds(world => Is(world, a) && Enumerable.Range(0, a).All(before => !Is(world, before))));
            for (int j = i + 1; j < count; j++)
            {
                int b = j;
                if (kind == Pair)
                    yield return new($"Statements {a + 1} and {b + 1} are both {Word(value)}.", Worlds(world => Is(world, a) && Is(world, b)));
                if (kind == Or)
                    yield return new($"At least one of the statements {a + 1} and {b + 1} is {Word(value)}.", Worlds(world => Is(world, a) || Is(world, b)));
                if (kind == Same)
                    yield return new(value == 1 ? $"Statements {a + 1} and {b + 1} are both true or both false." : $"Exactly one of the statements {a + 1} and {b + 1} is true.",
                        Worlds(world => (Is(world, a) == Is(world, b)) == (value == 1)));
            }
        }
    }
}

// Concludes from one statement at a time, and supposes something where none says more. Known has the worlds that agree with what
// is known so far.
void Solve(Statement[] statements, ulong known, string indent, StringBuilder lines)
{
    while (Conclude(statements, ref known, indent, lines)) ;
    int broken = Array.FindIndex(statements, statement => (statement.Fits & known) == 0);
    if (broken >= 0)
    {
        lines.Append($"{indent}But then what statement {broken + 1} says is {((known & bit[broken]) != 0 ? "false" : "true")}: a contradiction.\n");
        return;
    }
    if (BitOperations.IsPow2(known))
    {
        lines.Append($"{indent}Every statement fits.\n");
        return;
    }
    int open = 0;
    while ((known & bit[open]) == 0 || (known & ~bit[open]) == 0)
        open++;
    lines.Append($"{indent}Suppose statement {open + 1} is true.\n");
    Solve(statements, known & bit[open], indent + "  ", lines);
    lines.Append($"{indent}Suppose statement {open + 1} is false.\n");
    Solve(statements, known & ~bit[open], indent + "  ", lines);
}

bool Conclude(Statement[] statements, ref ulong known, string indent, StringBuilder lines)
{
    for (int i = 0; i < statements.Length; i++)
    {
        ulong left = known & statements[i].Fits;
        for (int j = 0; left != 0 && j < statements.Length; j++)
        {
            ulong forced = (left & bit[j]) == 0 ? ~bit[j] : bit[j];
            if ((left & ~forced) != 0 || (known & ~forced) == 0)
                continue;
            string conclusion = forced == bit[j] ? "true" : "false";
            lines.Append(indent);
            if (i == j)
                lines.Append($"Statement {i + 1} can only be {conclusion}.\n");
            else if ((known & bit[i]) == 0 || (known & ~bit[i]) == 0)
                lines.Append($"Statement {i + 1} is {((known & bit[i]) == 0 ? "false" : "true")}, so statement {j + 1} is {conclusion}.\n");
            else
                lines.Append($"Whether statement {i + 1} is true or false, statement {j + 1} is {conclusion}.\n");
            known &= forced;
            return true;
        }
    }
    return false;
}
