// rewards/math-equivalence.csx: mathematics by its meaning, in LaTeX or plain: \frac{1}{2} = 1/2 = 0.5, (x + 1)^2 = x^2 + 2x + 1, {2, 1} = {1, 2}.
#load "shared/expression.csx"
#load "shared/expression-forms.csx"
#load "shared/expression-reader.csx"
#load "shared/expression-scanner.csx"
#load "shared/expression-text.csx"
#load "shared/expression-values.csx"

Reward(version: 1);

const int MaxLength = 600;

// data.form says more of the form than the task's own answer does:
// 'number' (nothing left to work out), 'expanded', 'factored', 'simplest' (no longer than the task's answer, fractions in lowest terms).
double Score(Problem problem, string answer)
{
    if (answer.Length > Math.Max(MaxLength, 2 * problem.Answer.Length))
        return 0;
    if (answer.Trim() == problem.Answer.Trim() || (IsWords(problem.Answer) && SameWords(answer, problem.Answer)))
        return 1;
    string? form = problem.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("form", out JsonElement asked) ? asked.GetString() : null;
    if (form is not (null or "number" or "expanded" or "factored" or "simplest"))
        throw new FormatException($"data.form is '{form}'; there are 'number', 'expanded', 'factored' and 'simplest'.");
    Node? expected = Parse(problem.Answer);
    return expected is not null && Parse(answer) is { } given && Same(given, expected, form) ? 1 : 0;
}

bool Same(Node given, Node expected, string? form)
{
    // (x, y) = (3, -2) for (3, -2).
    if (expected.Kind == Kind.Group && given is { Kind: Kind.Relation, Name: "=", Parts: [{ Kind: Kind.Group } names, _] } && names.Parts.All(name => name.Kind == Kind.Symbol))
        given = given.Parts[1];
    switch (expected.Kind)
    {
        case Kind.Group when expected.Name == "{}":
            return SameInAnyOrder(given is { Kind: Kind.Group, Name: "{}" } ? given.Parts : [given], expected.Parts, form);
        case Kind.Union:
            return given.Kind == Kind.Union && SameInAnyOrder(given.Parts, expected.Parts, form);
        case Kind.Group:
            return given.Kind == Kind.Group && given.Name == expected.Name && given.Parts.Length == expected.Parts.Length
                && given.Parts.Zip(expected.Parts).All(pair => Same(pair.First, pair.Second, form));
        case Kind.Relation:
            return SameRelation(given, expected, form);
        default:
            // x = 3 for 3, where the task's answer says nothing of x.
            if (given is { Kind: Kind.Relation, Name: "=", Parts: [{ Kind: Kind.Symbol } name, _] } && !Symbols(expected).Contains(name.Name))
                given = given.Parts[1];
            return IsExpression(given) && HasForm(given, expected, form) && AreEqual(given, expected);
    }
}

bool SameInAnyOrder(Node[] given, Node[] expected, string? form)
{
    if (given.Length != expected.Length)
        return false;
    var left = new List<Node>(given);
    return expected.All(part => left.FindIndex(candidate => Same(candidate, part, form)) is >= 0 and var found && RemoveAt(left, found));
}

bool RemoveAt(List<Node> list, int index)
{
    list.RemoveAt(index);
    return true;
}

bool SameRelation(Node given, Node expected, string? form)
{
    if (expected is { Name: "=", Parts: [var left, var right] })
    {
        // Solved for a symbol, it must be solved in the answer too: the question's own equation is the same up to a factor.
        if (SolvedFor(left, right))
        {
            if (given.Kind != Kind.Relation)
                return IsExpression(given) && HasForm(given, right, form) && AreEqual(given, right);
            if (given is not { Name: "=", Parts: [var first, var second] })
                return false;
            (first, second) = first.Kind == Kind.Symbol && first.Name == left.Name ? (first, second) : (second, first);
            return first.Kind == Kind.Symbol && first.Name == left.Name && HasForm(second, right, form) && AreEqual(second, right);
        }
        return given is { Kind: Kind.Relation, Name: "=", Parts: [var a, var b] } && AreProportional(Minus(a, b), Minus(left, right));
    }
    // A chain of inequalities, read from either end.
    return given.Kind == Kind.Relation && given.Parts.Length == expected.Parts.Length && (SameChain(given, expected) || SameChain(Reversed(given), expected));
}

bool SolvedFor(Node left, Node right) => left.Kind == Kind.Symbol && !IsConstant(left.Name) && !Symbols(right).Contains(left.Name);

bool SameChain(Node given, Node expected) =>
    given.Name == expected.Name && given.Parts.Zip(expected.Parts).All(pair => AreEqual(pair.First, pair.Second));

Node Reversed(Node relation) => new(Kind.Relation, string.Concat(relation.Name.Reverse().Select(Mirrored)), default, [.. relation.Parts.Reverse()]);

char Mirrored(char sign) => sign switch { '<' => '>', '>' => '<', '\u2264' => '\u2265', '\u2265' => '\u2264', _ => sign };

bool IsExpression(Node node) => node.Kind is not (Kind.Group or Kind.Union or Kind.Relation);

bool IsWords(string text) => text.Trim().Length >= 3 && text.All(c => char.IsAsciiLetter(c) || c == ' ');

bool SameWords(string left, string right) => left.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
    .SequenceEqual(right.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
