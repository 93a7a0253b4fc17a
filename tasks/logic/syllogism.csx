// tasks/logic/syllogism.csx: say which conclusions follow from sentences with all, no and some.
Task(version: 1, levels: 5, tags: ["deduction", "quantifiers"], reward: "set");

// Level by level: kinds of things, premises with all or no, premises with some, and conclusions to judge.
readonly (int Kinds, int Universal, int Some, int Asked)[] sizes = [(3, 2, 0, 4), (3, 1, 1, 4), (4, 2, 1, 5), (4, 3, 1, 5), (5, 4, 2, 6)];

readonly string[] pool =
    ["blick", "dorn", "fep", "glim", "hosk", "jarn", "kiv", "lorp", "mib", "nurd", "plon", "quam", "rask", "slith", "tove", "vorn", "wug", "yelp", "zorn", "brok"];

const int All = 0, No = 1, Some = 2, SomeNot = 3;

// No matter whether it is true: all, no, some of the kind A are, or some are not, of the kind B.
record Sentence(int Form, int A, int B)
{
    // The literal that a thing of kind A has, or one such thing has: 2i for being of kind i, 2i + 1 for not being.
    public int Literal => 2 * B + Form % 2;
}

readonly Sentence[][] sentences = [.. Enumerable.Range(0, 6).Select(kinds => Sentences(kinds).ToArray())];

Problem Generate(Rng rng, int level)
{
    (int kinds, int universal, int some, int asked) = sizes[level - 1];
    Sentence[] premises = new Sentence[universal + some], sayings = sentences[kinds];
    List<Sentence> following = [], open = [];
    do
    {
        for (int i = 0; i < premises.Length; i++)
        {
            do
                premises[i] = sayings[rng.Integer(0, sayings.Length - 1)];
            while (premises[i].Form is All or No != i < universal || Array.IndexOf(premises, premises[i]) < i);
        }
        following.Clear();
        open.Clear();
        int[] things = Things(premises, kinds);
        if (!Possible(things))
            continue;
        foreach (Sentence sentence in sayings)
        {
            if (Array.IndexOf(premises, sentence) < 0)
                (Witness(things, sentence) >= 0 ? following : open).Add(sentence);
        }
    }
    while (following.Count < 2 || open.Count < asked);
    int right = rng.Integer(1, Math.Min(asked - 1, following.Count));
    Sentence[] judged = rng.Shuffle(rng.Sample(following, right).Concat(rng.Sample(open, asked - right)));
    return Write(rng.Shuffle(premises), judged, rng.Sample(pool, kinds));
}

static IEnumerable<Sentence> Sentences(int kinds) =>
    from a in Enumerable.Range(0, kinds)
    from b in Enumerable.Range(0, kinds)
    from form in new[] { All, No, Some, SomeNot }
    where a != b && (a < b || form is All or SomeNot)
    select new Sentence(form, a, b);

// What is certain of a thing, as bits of literals, where some are: all that follow by the premises with all and no.
int Close(Sentence[] premises, int literals, List<(int Premise, int Literal)> steps = null)
{
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < premises.Length; i++)
        {
            Sentence premise = premises[i];
            if (premise.Form > No)
                continue;
            // If it is A, it has the literal; without the literal it is not A.
            changed |= Conclude(i, 2 * premise.A, premise.Literal) | Conclude(i, premise.Literal ^ 1, 2 * premise.A + 1);
        }
    }
    return literals;

    bool Conclude(int premise, int given, int then)
    {
        if ((literals >> given & 1) == 0 || (literals >> then & 1) == 1)
            return false;
        literals |= 1 << then;
        steps?.Add((premise, then));
        return true;
    }
}

// The things that there must be, as the literals that they begin with: one of each kind, and those of the premises with some.
int Thing(Sentence[] premises, int kinds, int i)
{
    if (i < kinds)
        return 1 << 2 * i;
    Sentence premise = premises[i - kinds];
    return premise.Form <= No ? 1 << 2 * premise.A : 1 << 2 * premise.A | 1 << premise.Literal;
}

// All that is certain of each of them.
int[] Things(Sentence[] premises, int kinds)
{
    var things = new int[kinds + premises.Length];
    for (int i = 0; i < things.Length; i++)
        things[i] = Close(premises, Thing(premises, kinds, i));
    return things;
}

// A thing that shows that the sentence follows: any of kind A for all and no, one that there must be for some. -1 where none does.
int Witness(int[] things, Sentence sentence)
{
    if (sentence.Form <= No)
        return (things[sentence.A] >> sentence.Literal & 1) == 1 ? sentence.A : -1;
    for (int i = 0; i < things.Length; i++)
    {
        if ((things[i] >> 2 * sentence.A & things[i] >> sentence.Literal & 1) == 1)
            return i;
    }
    return -1;
}

// Whether all the things that there must be can be.
bool Possible(int[] things)
{
    foreach (int literals in things)
    {
        if ((literals & literals >> 1 & 0x55555555) != 0)
            return false;
    }
    return true;
}

Problem Write(Sentence[] premises, Sentence[] judged, string[] names)
{
    int[] things = Things(premises, names.Length);
    var question = new StringBuilder("There is at least one thing of each kind named here, and a thing can be of several kinds. It is known:\n");
    for (int i = 0; i < premises.Length; i++)
        question.Append($"{i + 1}. {Text(premises[i], names)}\n");
    question.Append("Which of these sentences follow?\n");
    StringBuilder solution = new(1000), letters = new();
    for (int i = 0; i < judged.Length; i++)
    {
        char letter = (char)('A' + i);
        question.Append($"{letter}. {Text(judged[i], names)}\n");
        if (Explain(solution.Append($"{letter}: "), premises, things, judged[i], names))
            letters.Append(letters.Length == 0 ? "" : ", ").Append(letter);
    }
    string answer = letters.ToString();
    return Problem(
        question: question.Append("Answer with their letters, separated by commas.").ToString(),
        answer: answer,
        solution: solution.Append($"Those that follow: {answer}").ToString());
}

// Adds why the sentence follows, or why it does not.
bool Explain(StringBuilder lines, Sentence[] premises, int[] things, Sentence sentence, string[] names)
{
    int kinds = names.Length, witness = Witness(things, sentence);
    bool every = sentence.Form <= No;
    int begin = Thing(premises, kinds, witness >= 0 ? witness : sentence.A);
    lines.Append(every ? $"Take any {names[sentence.A]}" : witness >= kinds ? $"By {witness - kinds + 1} there is a thing that is {Names(begin, names)}" : $"There is a {names[witness >= 0 ? witness : sentence.A]}");
    var steps = new List<(int Premise, int Literal)>();
    Close(premises, begin, steps);
    if (witness < 0 && steps.Count == 0)
        lines.Append(", and nothing more is known of it");
    int shown = begin, wanted = 1 << 2 * sentence.A | 1 << sentence.Literal;
    foreach ((int premise, int literal) in steps)
    {
        if ((wanted & ~shown) == 0)
            break;
        shown |= 1 << literal;
        lines.Append($"; by {premise + 1} it is {Name(literal, names)}");
    }
    lines.Append(
        witness >= 0 ? ". So it follows.\n"
        : every ? $". It may be {Name(sentence.Literal ^ 1, names)}: does not follow.\n"
        : $". Nothing that there must be is certain to be {Name(2 * sentence.A, names)} and {Name(sentence.Literal, names)}: does not follow.\n");
    return witness >= 0;
}

string Text(Sentence sentence, string[] names)
{
    string a = names[sentence.A] + "s", b = names[sentence.B] + "s";
    return sentence.Form switch { All => $"All {a} are {b}.", No => $"No {a} are {b}.", Some => $"Some {a} are {b}.", _ => $"Some {a} are not {b}." };
}

string Name(int literal, string[] names) => (literal % 2 == 0 ? "a " : "no ") + names[literal / 2];

string Names(int literals, string[] names) =>
    string.Join(" and ", Enumerable.Range(0, 2 * names.Length).Where(literal => (literals >> literal & 1) == 1).Select(literal => Name(literal, names)));
