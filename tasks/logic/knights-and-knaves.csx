// tasks/logic/knights-and-knaves.csx: who tells the truth and who lies, from what each says.
using System.Numerics;
using System.Text.RegularExpressions;

Task(version: 2, levels: 5, tags: ["deduction", "case-analysis"]);

string[] pool = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ian", "June", "Kim", "Leo"];

const int Most = 5;

// The worlds in which each person is a knight. A world says who is one: bit i of its number is person i. A set of worlds is the bits of a uint.
readonly uint[] knight = [.. Enumerable.Range(0, Most).Select(person => Worlds(world => (world >> person & 1) == 1))];

// By how many knights there are, the worlds with as many.
readonly uint[] knights = [.. Enumerable.Range(0, Most + 1).Select(count => Worlds(world => BitOperations.PopCount((uint)world) == count))];

// What somebody says of the people at these places. Fits has the worlds in which it is true if the speaker is a knight, and else false.
record Statement(int Speaker, string Form, int[] About, bool X, bool Y, int Count, uint TrueIn, uint Fits);

Problem Generate(Rng rng, int level)
{
    int people = level switch { 1 => 2, 2 or 3 => 3, _ => level };
    uint all = uint.MaxValue >> 32 - (1 << people), left;
    string[] names = rng.Sample(pool, people);
    var statements = new Statement[people];
    int world;
    do
    {
        world = 0;
        for (int i = 0; i < people; i++)
            world |= rng.Chance(0.5) ? 1 << i : 0;
        left = all;
        for (int speaker = 0; speaker < people; speaker++)
        {
            // A knight's statement must be true and a knave's false: drawn until it fits what the speaker is.
            do
                statements[speaker] = Draw(rng, level, speaker, people);
            while ((statements[speaker].Fits >> world & 1) == 0);
            left &= statements[speaker].Fits;
        }
    }
    while (!BitOperations.IsPow2(left));

    StringBuilder says = new(500), solution = new(1000);
    foreach (Statement statement in statements)
        says.Append($" {names[statement.Speaker]} says: \"{Text(statement, names)}\"");
    string note = Array.Exists(statements, statement => statement.Form == "if") ? " A sentence with 'if' is false only when its first half is true and its second is not." : "";
    Solve(statements, all, "", names, solution);
    return Problem(
        question: $"Knights always tell the truth, knaves always lie; everybody is one or the other.{note}{says} "
            + "Who is what? Name everybody, in the form: Xena knight, Yuri knave",
        answer: List(new(), left, names).ToString(),
        solution: solution.ToString(0, solution.Length - 1));
}

static uint Worlds(Func<int, bool> holds)
{
    uint worlds = 0;
    for (int world = 0; world < 32; world++)
        worlds |= holds(world) ? 1U << world : 0;
    return worlds;
}

// The people in any order, whatever the case, "Ann is a knight" as well as "Ann knight".
double Score(Problem problem, string answer) =>
    Parse(answer) is { } given && Parse(problem.Answer) is { } expected && given.SetEquals(expected) ? 1 : 0;

HashSet<string>? Parse(string answer)
{
    if (answer.Length > 500 || !answer.All(char.IsAscii))
        return null;
    var kinds = new HashSet<string>();
    var names = new HashSet<string>();
    foreach (string part in Regex.Split(answer.Trim().TrimEnd('.'), @"\s*[,;\n]\s*(?:and )?|\s+and\s+"))
    {
        Match match = Regex.Match(part, @"^([A-Za-z]+):? +(?:is +)?(?:a +)?(knight|knave)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (!match.Success || !names.Add(match.Groups[1].Value.ToLowerInvariant()))
            return null;
        kinds.Add($"{match.Groups[1].Value} {match.Groups[2].Value}".ToLowerInvariant());
    }
    return kinds;
}

Statement Draw(Rng rng, int level, int speaker, int people)
{
    int[] everybody = places[people], two = rng.Sample(everybody, 2);
    int a = two[0], b = two[1], other = a == speaker ? b : a, count = 0;
    bool x = rng.Chance(0.5), y = rng.Chance(0.5);
    uint Is(int person, bool kind) => kind ? knight[person] : ~knight[person];
    Statement Says(string form, int[] about, uint trueIn) => new(speaker, form, about, x, y, count, trueIn, ~(trueIn ^ knight[speaker]));

    string[] forms = level == 2 ? simpleForms : allForms;
    switch (forms[rng.Integer(0, forms.Length - 1)])
    {
        case "accuse":
            return Says("accuse", [other], Is(other, x));
        case "same":
            return Says("same", two, Is(a, x) ^ ~knight[b]);
        case "count":
            count = rng.Integer(1, people - 1);
            string form = counts[rng.Integer(0, 2)];
            return Says(form, everybody, Counted(form, x, count, people));
        case "and":
            return Says("and", two, Is(a, x) & Is(b, y));
        case "or":
            return Says("or", two, Is(a, x) | Is(b, y));
        default:
            return Says("if", two, Is(a, !x) | Is(b, y));
    }
}

// By how many people there are, their places.
readonly int[][] places = [.. Enumerable.Range(0, Most + 1).Select(people => Enumerable.Range(0, people).ToArray())];
readonly string[] simpleForms = ["accuse", "accuse", "same", "count"];
readonly string[] allForms = ["accuse", "same", "count", "and", "or", "if"];
readonly string[] counts = ["Exactly", "At least", "At most"];

// The worlds in which so many people are of a kind.
uint Counted(string form, bool kind, int count, int people)
{
    uint worlds = 0;
    for (int number = 0; number <= people; number++)
    {
        if (form == "Exactly" ? number == count : form == "At least" ? number >= count : number <= count)
            worlds |= knights[kind ? number : people - number];
    }
    return worlds;
}

string Text(Statement statement, string[] names)
{
    int a = statement.About[0], b = statement.About[^1], speaker = statement.Speaker;
    bool x = statement.X;
    string Is(int person, bool kind) => person == speaker ? $"I am a {Kind(kind)}" : $"{names[person]} is a {Kind(kind)}";
    string Pair() => b == speaker ? $"{names[a]} and I" : a == speaker ? $"{names[b]} and I" : $"{names[a]} and {names[b]}";
    return statement.Form switch
    {
        "accuse" => $"{Is(a, x)}.",
        "same" => $"{Pair()} are of {(x ? "the same kind" : "different kinds")}.",
        "and" => $"{Is(a, x)} and {Is(b, statement.Y)}.",
        "or" => $"{Is(a, x)}, or {Is(b, statement.Y)}, or both.",
        "if" => $"If {Is(a, x)}, then {Is(b, statement.Y)}.",
        _ => $"{statement.Form} {statement.Count} of us {(statement.Count == 1 ? "is a " : "are ")}{Kind(x)}{(statement.Count == 1 ? "" : "s")}.",
    };
}

string Kind(bool knight) => knight ? "knight" : "knave";

// Who is what in the only world left.
StringBuilder List(StringBuilder text, uint world, string[] names)
{
    for (int i = 0; i < names.Length; i++)
        text.Append(i == 0 ? "" : ", ").Append(names[i]).Append(' ').Append(Kind((world & knight[i]) != 0));
    return text;
}

// Draws one conclusion after another from single statements, and supposes something where none is left. Known has the worlds that
// agree with what is known so far.
void Solve(Statement[] statements, uint known, string indent, string[] names, StringBuilder lines)
{
    while (Conclude(statements, ref known, indent, names, lines)) ;
    foreach (Statement statement in statements)
    {
        if ((statement.Fits & known) != 0)
            continue;
        string name = names[statement.Speaker];
        bool isKnight = (known & knight[statement.Speaker]) != 0;
        lines.Append(indent).Append(IsKnown(known, statement.Speaker)
            ? $"Then {name} is a {Kind(isKnight)}, but what {name} says is {(isKnight ? "false" : "true")}: a contradiction.\n"
            : $"But neither a knight nor a knave could say what {name} says: a contradiction.\n");
        return;
    }
    if (BitOperations.IsPow2(known))
    {
        List(lines.Append(indent).Append("All fits: "), known, names).Append(".\n");
        return;
    }
    int open = 0;
    while (IsKnown(known, open))
        open++;
    lines.Append($"{indent}Suppose {names[open]} is a knight.\n");
    Solve(statements, known & knight[open], indent + "  ", names, lines);
    lines.Append($"{indent}Suppose {names[open]} is a knave.\n");
    Solve(statements, known & ~knight[open], indent + "  ", names, lines);
}

bool IsKnown(uint known, int person) => (known & knight[person]) == 0 || (known & ~knight[person]) == 0;

// The first kind of a person that a single statement forces.
bool Conclude(Statement[] statements, ref uint known, string indent, string[] names, StringBuilder lines)
{
    foreach (Statement statement in statements)
    {
        // The speaker, then those whom it is about.
        for (int i = -1; i < statement.About.Length; i++)
        {
            int person = i < 0 ? statement.Speaker : statement.About[i];
            uint left = known & statement.Fits, forced = (left & knight[person]) == 0 ? ~knight[person] : knight[person];
            if (left == 0 || (left & ~forced) != 0 || IsKnown(known, person))
                continue;
            known &= forced;
            Reason(lines.Append(indent), statement, person, known, names).Append($"{names[person]} is a {Kind(forced == knight[person])}.\n");
            return true;
        }
    }
    return false;
}

// Why the person is what is now known.
StringBuilder Reason(StringBuilder lines, Statement statement, int person, uint known, string[] names)
{
    uint says = knight[statement.Speaker];
    string speaker = names[statement.Speaker];
    bool isKnight = (known & says) != 0;
    if (person != statement.Speaker)
        return lines.Append(!IsKnown(known, statement.Speaker) ? $"Whether {speaker} tells the truth or lies, " : isKnight ? $"{speaker} tells the truth, so " : $"{speaker} lies, so ");
    return lines.Append(IsDecided(statement, known)
        ? $"What {speaker} says is {(isKnight ? "true" : "false")}, so "
        : $"A {Kind(!isKnight)} could not say what {speaker} says, so ");
}

// Whether the statement is true, or is false, whatever its speaker and the people not yet known are.
bool IsDecided(Statement statement, uint known)
{
    // The speaker's bit of the worlds' numbers can be either.
    int speaker = 1 << statement.Speaker;
    uint possible = known | (known & knight[statement.Speaker]) >> speaker | (known & ~knight[statement.Speaker]) << speaker;
    return (possible & statement.TrueIn) == 0 || (possible & ~statement.TrueIn) == 0;
}
