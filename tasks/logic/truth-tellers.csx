// tasks/logic/truth-tellers.csx: find out which statements on a sheet are true, when they speak about each other.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["deduction", "self-reference", "case-analysis"], reward: "set");

const int About = 0, Exactly = 1, AtLeast = 2, Pair = 3, Parity = 4, First = 5, Same = 6, Or = 7;

// Level by level: statements, and their kinds, each as often as it is listed.
readonly (int Count, int[] Kinds)[] sizes =
[
    (4, [About, Exactly, Pair]),
    (4, [About, Exactly, AtLeast, Pair, Parity]),
    (5, [About, Exactly, AtLeast, Pair, Parity, Or]),
    (5, [Exactly, AtLeast, Pair, Parity, Or, Same, First]),
    (6, [Exactly, AtLeast, Pair, Parity, Or, Same, First]),
    (6, [Exactly, AtLeast, Exactly, Parity, Or, Same, First]),
];

// A world says of every statement whether it is true: bit i of its number is the statement i. Sets of worlds are the 64 bits of
// a number; Fits has those in which the statement is just what it says.
record Statement(string Text, ulong Fits);

readonly ulong[] trueIn = [.. Enumerable.Range(0, 6).Select(i => Worlds(world => (world >> i & 1) == 1))];

Problem Generate(Rng rng, int level)
{
    (int count, int[] kinds) = sizes[level - 1];
    int truth = rng.Integer(1, (1 << count) - 2);
    ulong all = count == 6 ? ulong.MaxValue : (1UL << (1 << count)) - 1;
    var statements = new Statement[count];
    ulong left;
    do
    {
        left = all;
        for (int i = 0; i < count; i++)
        {
            do
                statements[i] = Draw(rng, i, count, kinds);
            while ((statements[i].Fits >> truth & 1) == 0);
            left &= statements[i].Fits;
        }
    }
    while (!BitOperations.IsPow2(left));

    var text = new StringBuilder();
    for (int i = 0; i < count; i++)
        text.Append($"{i + 1}. {statements[i].Text}\n");
    var lines = new StringBuilder();
    Solve(statements, all, "", lines);
    string answer = string.Join(", ", Enumerable.Range(0, count).Where(i => (truth >> i & 1) == 1).Select(i => i + 1));
    return Problem(
        question: $"On a sheet are these {count} statements, each of them true or false:\n{text}"
            + "Which of them are true? Answer with their numbers, separated by commas.",
        answer: answer,
        solution: $"{lines}Answer: {answer}");
}
