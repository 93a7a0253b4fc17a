// tasks/math/number-sequence.csx: find the next number of a sequence.
Task(version: 1, levels: 6, tags: ["induction", "sequences"], reward: "numeric");

// Constant differences, differences that change evenly, a multiple plus a constant or a sum of two, third differences,
// two sequences in turn, and those of harder kinds.
Problem Generate(Rng rng, int level)
{
    var steps = new List<string>();
    int[] terms = level switch
    {
        1 => Polynomial(rng, 6, 1, steps),
        2 => Polynomial(rng, 6, 2, steps),
        3 => Recurrence(rng, 6, steps),
        4 => Polynomial(rng, 7, 3, steps),
        5 => InTurn(Polynomial(rng, 5, 1, steps, "1st, 3rd, 5th, ..."), Polynomial(rng, 4, 1, [])),
        _ => InTurn(rng.Chance(0.5) ? Polynomial(rng, 6, 2, steps, "1st, 3rd, 5th, ...") : Recurrence(rng, 6, steps, "1st, 3rd, 5th, ..."), Polynomial(rng, 5, rng.Integer(1, 2), [])),
    };
    return Problem(
        question: $"Which number comes next? {string.Join(", ", terms[..^1])}. Answer with the number alone.",
        answer: $"{terms[^1]}",
        solution: string.Join('\n', steps));
}

// The last term is the one to find: a(1), b(1), a(2), b(2), ..., a(n).
int[] InTurn(int[] first, int[] second)
{
    int[] terms = new int[first.Length + second.Length];
    for (int i = 0; i < terms.Length; i++)
        terms[i] = i % 2 == 0 ? first[i / 2] : second[i / 2];
    return terms;
}

// Built from its differences up: the last row is constant.
int[] Polynomial(Rng rng, int count, int degree, List<string> steps, string places = "")
{
    int constant = NotZero(rng, degree == 1 ? 40 : 6);
    int[] row = new int[count - degree];
    Array.Fill(row, constant);
    var rows = new List<int[]> { row };
    for (int d = degree - 1; d >= 0; d--)
    {
        int size = d == 0 ? 60 : 12;
        int[] sums = new int[row.Length + 1];
        sums[0] = rng.Integer(-size, size);
        for (int i = 0; i < row.Length; i++)
            sums[i + 1] = sums[i] + row[i];
        rows.Insert(0, sums);
        row = sums;
    }
    Explain(rows, places, steps);
    return row;
}

// Each row without its last number, then the last numbers from the bottom up.
void Explain(List<int[]> rows, string places, List<string> steps)
{
    if (places != "")
        steps.Add($"Take the {places} numbers alone: {string.Join(", ", rows[0][..^1])}");
    for (int d = 1; d < rows.Count; d++)
    {
        int[] upper = rows[d - 1], row = rows[d];
        IEnumerable<string> differences = row[..^1].Select((difference, i) => $"{upper[i + 1]} - {Operand(upper[i])} = {difference}");
        steps.Add($"{(d == 1 ? "Differences" : "Their differences")}: {string.Join(", ", differences)}");
    }
    steps.Add($"The last are all {rows[^1][0]}, so upwards:");
    for (int d = rows.Count - 1; d > 0; d--)
        steps.Add($"{rows[d - 1][^2]} + {Operand(rows[d][^1])} = {rows[d - 1][^1]}");
}

// a(n) = p a(n - 1) + q, or the sum of the two before plus q.
int[] Recurrence(Rng rng, int count, List<string> steps, string places = "")
{
    int[] terms = new int[count];
    bool sum = rng.Chance(0.5);
    int p, q, d;
    do
    {
        p = rng.Integer(2, 3) * (rng.Chance(0.8) ? 1 : -1);
        (q, terms[0], terms[1]) = (rng.Integer(-20, 20), rng.Integer(-12, 30), rng.Integer(-12, 30));
        if (!sum)
            terms[1] = p * terms[0] + q;
        for (int i = 2; i < count; i++)
            terms[i] = sum ? terms[i - 1] + terms[i - 2] + q : p * terms[i - 1] + q;
        d = terms[1] - terms[0];
    }
    while (d == 0 || (sum && terms[0] == terms[2]));

    if (places != "")
        steps.Add($"Take the {places} numbers alone: {string.Join(", ", terms[..^1])}");
    string added = q < 0 ? $"- {-q}" : $"+ {q}";
    if (sum)
    {
        steps.Add($"Compare each number with the sum of the two before: {terms[2]} - ({Operand(terms[0])} + {Operand(terms[1])}) = {q}, {terms[3]} - ({Operand(terms[1])} + {Operand(terms[2])}) = {q}");
        steps.Add($"Rule: the sum of the two before {added}.");
    }
    else
    {
        steps.Add($"Differences: {terms[1]} - {Operand(terms[0])} = {d}, {terms[2]} - {Operand(terms[1])} = {p * d}, and {p * d} / {Operand(d)} = {p}");
        steps.Add($"Each is {p} times the one before plus a constant: {terms[1]} - {Operand(p)} * {Operand(terms[0])} = {q}");
    }
    for (int i = 3; i < count; i++)
        steps.Add($"{(sum ? $"{terms[i - 2]} + {Operand(terms[i - 1])}" : $"{p} * {Operand(terms[i - 1])}")} {added} = {terms[i]}");
    return terms;
}

int NotZero(Rng rng, int size) => rng.Integer(1, size) * (rng.Chance(0.5) ? 1 : -1);

string Operand(int number) => number < 0 ? $"({number})" : number.ToString();
