// tasks/logic/knights-and-knaves.csx: who tells the truth and who lies, from what each says.
using System.Text.RegularExpressions;

Task(version: 1, levels: 5, tags: ["deduction", "case-analysis"]);

string[] pool = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ian", "June", "Kim", "Leo"];

// What somebody says about the people at these places: a sentence, and whether it is true when Knights says who is a knight.
record Statement(int Speaker, int[] About, string Text, Func<bool[], bool> IsTrue);

Problem Generate(Rng rng, int level)
{
    int people = level switch { 1 => 2, 2 or 3 => 3, _ => level };
    string[] names = rng.Sample(pool, people);
    Statement[] statements;
    bool[] answer;
    do
    {
        answer = [.. names.Select(_ => rng.Chance(0.5))];
        statements = [.. Enumerable.Range(0, people).Select(speaker => DrawSaying(rng, level, speaker, names, answer))];
    }
    while (Worlds(people).Count(world => statements.All(s => s.IsTrue(world) == world[s.Speaker])) != 1);

    IEnumerable<string> says = statements.Select(s => $"{names[s.Speaker]} says: \"{s.Text}\"");
    string note = statements.Any(s => s.Text.StartsWith("If ")) ? " A sentence with 'if' is false only when its first half is true and its second is not." : "";
    return Problem(
        question: $"Knights always tell the truth, knaves always lie; everybody is one or the other.{note} {string.Join(' ', says)} "
            + "Who is what? Name everybody, in the form: Xena knight, Yuri knave",
        answer: string.Join(", ", names.Select((name, i) => $"{name} {Kind(answer[i])}")),
        solution: new Solver(names, statements).Explain());
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

// A knight's statement must be true and a knave's false: drawn until it fits what the speaker is.
Statement DrawSaying(Rng rng, int level, int speaker, string[] names, bool[] answer)
{
    Statement statement;
    do
        statement = Draw(rng, level, speaker, names);
    while (statement.IsTrue(answer) != answer[speaker]);
    return statement;
}

Statement Draw(Rng rng, int level, int speaker, string[] names)
{
    int[] everybody = [.. Enumerable.Range(0, names.Length)];
    int[] two = rng.Sample(everybody, 2);
    int a = two[0], b = two[1];
    bool x = rng.Chance(0.5), y = rng.Chance(0.5);
    string Is(int person, bool knight) => person == speaker ? $"I am a {Kind(knight)}" : $"{names[person]} is a {Kind(knight)}";
    string Pair() => b == speaker ? $"{names[a]} and I" : a == speaker ? $"{names[b]} and I" : $"{names[a]} and {names[b]}";

    switch (rng.Pick(level == 2 ? Simple : All))
    {
        case "accuse":
            int other = a == speaker ? b : a;
            return new(speaker, [other], $"{Is(other, x)}.", w => w[other] == x);
        case "same":
            return new(speaker, two, $"{Pair()} are of {(x ? "the same kind" : "different kinds")}.", w => (w[a] == w[b]) == x);
        case "count":
            int count = rng.Integer(1, names.Length - 1);
            string who = $"of us {(count == 1 ? "is a " : "are ")}{Kind(x)}{(count == 1 ? "" : "s")}";
            return rng.Integer(0, 2) switch
            {
                0 => new(speaker, everybody, $"Exactly {count} {who}.", w => w.Count(knight => knight == x) == count),
                1 => new(speaker, everybody, $"At least {count} {who}.", w => w.Count(knight => knight == x) >= count),
                _ => new(speaker, everybody, $"At most {count} {who}.", w => w.Count(knight => knight == x) <= count),
            };
        case "and":
            return new(speaker, two, $"{Is(a, x)} and {Is(b, y)}.", w => w[a] == x && w[b] == y);
        case "or":
            return new(speaker, two, $"{Is(a, x)}, or {Is(b, y)}, or both.", w => w[a] == x || w[b] == y);
        default:
            return new(speaker, two, $"If {Is(a, x)}, then {Is(b, y)}.", w => w[a] != x || w[b] == y);
    }
}

string[] Simple = ["accuse", "accuse", "same", "count"];
string[] All = ["accuse", "same", "count", "and", "or", "if"];

static string Kind(bool knight) => knight ? "knight" : "knave";

static IEnumerable<bool[]> Worlds(int people) =>
    Enumerable.Range(0, 1 << people).Select(bits => Enumerable.Range(0, people).Select(i => (bits >> i & 1) == 1).ToArray());

// Draws one conclusion after another from single statements, and supposes something where none is left.
sealed class Solver(string[] names, Statement[] statements)
{
    private readonly List<string> _lines = [];

    public string Explain()
    {
        Solve(new bool?[names.Length], depth: 0);
        return string.Join('\n', _lines);
    }

    // False where what is known so far contradicts itself; known is filled where it does not.
    private bool Solve(bool?[] known, int depth)
    {
        while (Conclude(known) is { } line)
            Write(depth, line);
        if (statements.FirstOrDefault(s => !CanHold(s, known)) is { } broken)
        {
            string name = names[broken.Speaker];
            Write(depth, known[broken.Speaker] == true
                ? $"Then {name} is a knight, but what {name} says is false: a contradiction."
                : $"Then {name} is a knave, but what {name} says is true: a contradiction.");
            return false;
        }
        int open = Array.IndexOf(known, null);
        if (open < 0)
        {
            Write(depth, $"All fits: {string.Join(", ", names.Select((name, i) => $"{name} {Kind(known[i]!.Value)}"))}.");
            return true;
        }

        bool found = false;
        foreach (bool knight in new[] { true, false })
        {
            bool?[] supposed = [.. known];
            supposed[open] = knight;
            Write(depth, $"Suppose {names[open]} is a {Kind(knight)}.");
            found |= Solve(supposed, depth + 1);
        }
        return found;
    }

    // The first kind of a person that a single statement forces.
    private string? Conclude(bool?[] known)
    {
        foreach (Statement statement in statements)
        {
            foreach (int person in statement.About.Prepend(statement.Speaker).Where(person => known[person] is null).ToArray())
            {
                bool asKnight = CanHold(statement, With(known, person, true)), asKnave = CanHold(statement, With(known, person, false));
                if (asKnight == asKnave)
                    continue;
                known[person] = asKnight;
                return Reason(statement, person, known);
            }
        }
        return null;
    }

    private string Reason(Statement statement, int person, bool?[] known)
    {
        string speaker = names[statement.Speaker], conclusion = $"{names[person]} is a {Kind(known[person]!.Value)}";
        if (person == statement.Speaker)
        {
            return IsDecided(statement, known)
                ? $"What {speaker} says is {(known[person]!.Value ? "true" : "false")}, so {conclusion}."
                : $"A {Kind(!known[person]!.Value)} could not say what {speaker} says, so {conclusion}.";
        }
        return known[statement.Speaker] switch
        {
            true => $"{speaker} tells the truth, so {conclusion}.",
            false => $"{speaker} lies, so {conclusion}.",
            null => $"Whether {speaker} tells the truth or lies, {conclusion}.",
        };
    }

    // Whether the statement is true, or is false, whatever its speaker and the people not yet known are.
    private bool IsDecided(Statement statement, bool?[] known) =>
        Possible(With(known, statement.Speaker, null)).Select(statement.IsTrue).Distinct().Count() == 1;

    private static bool?[] With(bool?[] known, int person, bool? kind)
    {
        bool?[] copy = [.. known];
        copy[person] = kind;
        return copy;
    }

    // Whether the people not yet known can be such that a knight said something true or a knave something false.
    private bool CanHold(Statement statement, bool?[] known) =>
        Possible(known).Any(world => statement.IsTrue(world) == world[statement.Speaker]);

    private IEnumerable<bool[]> Possible(bool?[] known) =>
        Worlds(names.Length).Where(world => !known.Where((kind, i) => kind is not null && kind != world[i]).Any());

    private void Write(int depth, string line) => _lines.Add(new string(' ', 2 * depth) + line);
}
