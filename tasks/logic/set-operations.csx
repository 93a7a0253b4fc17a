// tasks/logic/set-operations.csx: list the elements of a set made of others by union, intersection and difference.
using System.Numerics;

Task(version: 2, levels: 5, tags: ["sets", "algorithm"], reward: "set");

// Level by level: how many sets, how many operations, which of them, and whether there are complements.
readonly (int Sets, int Operations, string[] Kinds, bool Complements)[] sizes =
[
    (2, 1, ["union", "intersect", "minus"], false),
    (3, 2, ["union", "intersect", "minus"], false),
    (3, 3, ["union", "intersect", "minus", "xor"], false),
    (3, 3, ["union", "intersect", "minus", "xor"], true),
    (4, 5, ["union", "intersect", "minus", "xor"], true),
];

readonly string[] names = ["A", "B", "C", "D"];

// The numbers that there are; in a set, bit i stands for the number i.
readonly int[] numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const int All = 0b1_1111_1111_1110;

// A set with a name, the complement of one part, or two parts with an operation between them.
record Formula(string Name, int Elements, params Formula[] Parts)
{
    // An operation on two equal sets is too easy.
    public bool IsTrivial => Parts.Length == 2 && Parts[0].Elements == Parts[1].Elements || Array.Exists(Parts, part => part.IsTrivial);

    public override string ToString() => Parts.Length switch
    {
        0 => Name,
        1 => $"{Name} {Bracketed(Parts[0])}",
        _ => $"{Bracketed(Parts[0])} {Name} {Bracketed(Parts[1])}",
    };

    static string Bracketed(Formula part) => part.Parts.Length == 2 ? $"({part})" : part.ToString();
}

Problem Generate(Rng rng, int level)
{
    var (count, operations, kinds, complements) = sizes[level - 1];
    var sets = new Formula[count];
    Formula formula;
    do
    {
        for (int i = 0; i < count; i++)
            sets[i] = new Formula(names[i], Subset(rng));
        formula = Draw(rng, kinds, complements, Leaves(rng, operations + 1, sets));
    }
    while (formula.IsTrivial || BitOperations.PopCount((uint)formula.Elements) < 2 || formula.Elements == All);

    string text = $"{formula}", answer = List(formula.Elements);
    var steps = new List<string>();
    Work(formula, steps);
    return Problem(
        question: $"Given {string.Join(", ", sets.Select(Equation))}. {Meanings(text)}List the elements of {text}. Answer with the numbers, separated by commas.",
        answer: answer,
        solution: $"{string.Join('\n', steps)}\n{answer}");
}

// Four to seven of the numbers.
int Subset(Rng rng)
{
    int elements = 0;
    foreach (int number in rng.Sample(numbers, rng.Integer(4, 7)))
        elements |= 1 << number;
    return elements;
}

// Every set comes up.
Formula[] Leaves(Rng rng, int count, Formula[] sets)
{
    var drawn = new List<Formula>(sets);
    while (drawn.Count < count)
        drawn.Add(rng.Pick(sets));
    return rng.Shuffle(drawn);
}

Formula Draw(Rng rng, string[] kinds, bool complements, ReadOnlySpan<Formula> leaves)
{
    Formula formula = leaves[0];
    if (leaves.Length > 1)
    {
        int onTheLeft = rng.Integer(1, leaves.Length - 1);
        Formula left = Draw(rng, kinds, complements, leaves[..onTheLeft]), right = Draw(rng, kinds, complements, leaves[onTheLeft..]);
        string kind = rng.Pick(kinds);
        formula = new Formula(kind, Apply(kind, left.Elements, right.Elements), left, right);
    }
    return complements && rng.Chance(0.25) ? new Formula("not", All - formula.Elements, formula) : formula;
}

int Apply(string kind, int a, int b) => kind switch
{
    "union" => a | b,
    "intersect" => a & b,
    "minus" => a & ~b,
    _ => a ^ b,
};

string Meanings(string text)
{
    var notes = new List<string>();
    if (text.Contains("minus"))
        notes.Add("X minus Y has the elements of X that are not in Y");
    if (text.Contains("xor"))
        notes.Add("X xor Y has the elements that are in exactly one of X and Y");
    if (text.Contains("not "))
        notes.Add($"not X has the numbers from 1 to {numbers.Length} that are not in X");
    return notes.Count > 0 ? $"Here {string.Join("; ", notes)}. " : "";
}

string List(int elements)
{
    var text = new StringBuilder();
    for (; elements != 0; elements &= elements - 1)
        text.Append(text.Length == 0 ? "" : ", ").Append(BitOperations.TrailingZeroCount(elements));
    return text.ToString();
}

string Equation(Formula formula) => $"{formula} = {{{List(formula.Elements)}}}";

// Inner formulas first; one that occurs twice is worked once.
void Work(Formula formula, List<string> steps)
{
    if (formula.Parts.Length == 0)
        return;
    foreach (Formula part in formula.Parts)
        Work(part, steps);
    string step = Equation(formula);
    if (!steps.Contains(step))
        steps.Add(step);
}
