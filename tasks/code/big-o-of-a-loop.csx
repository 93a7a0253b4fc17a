// tasks/code/big-o-of-a-loop.csx: put several pieces of code in order by how fast their work grows with n.
Task(version: 1, levels: 5, tags: ["complexity"], reward: "exact");

// Work that grows as n to the (Power / 2) times log n to the Log; Power 99 stands for 2 to the n.
record Growth(int Power, int Log)
{
    public int Order => 10 * Power + Log;
}

// One loop around a body: its head, how often it runs, and why.
record Head(Func<string, string> Code, Growth Times, Func<string, string> Reason);

readonly Head[] Heads =
[
    new(v => $"for ({v} = 0; {v} < n; {v} += 1)", new(2, 0), v => $"{v} takes n values"),
    new(v => $"for ({v} = 0; {v} < n; {v} += 5)", new(2, 0), v => $"{v} takes n / 5 values, which grows as n"),
    new(v => $"for ({v} = n; {v} > 0; {v} -= 3)", new(2, 0), v => $"{v} takes n / 3 values, which grows as n"),
    new(v => $"for ({v} = 1; {v} < n; {v} *= 2)", new(0, 1), v => $"{v} doubles, so it takes log n values"),
    new(v => $"for ({v} = n; {v} > 1; {v} = {v} / 3)", new(0, 1), v => $"{v} is divided by 3, so it takes log n values"),
    new(v => $"for ({v} = 0; {v} < 1000; {v} += 1)", new(0, 0), v => $"{v} takes 1000 values whatever n is"),
    new(v => $"for ({v} = 0; {v} * {v} < n; {v} += 1)", new(1, 0), v => $"{v} stays below the square root of n"),
    new(v => $"for ({v} = 0; {v} < n * n; {v} += 1)", new(4, 0), v => $"{v} takes n^2 values"),
    new(v => $"for ({v} = 0; {v} < n * n; {v} += n)", new(2, 0), v => $"{v} takes n^2 / n = n values"),
];

Problem Generate(Rng rng, int level)
{
    int count = level switch { 1 => 3, 2 or 3 => 4, _ => 5 }, depth = Math.Min(level + 1, 3);
    var pieces = new List<(string Code, Growth Growth, string Reason)>();
    while (pieces.Count < count)
    {
        (string Code, Growth Growth, string Reason) piece = Piece(rng, rng.Integer(1, depth), level);
        if (!pieces.Exists(other => other.Growth.Order == piece.Growth.Order))
            pieces.Add(piece);
    }
    var question = new StringBuilder("How does the number of times that work() is called grow with n in each of these pieces of code?\n", 1000);
    var solution = new StringBuilder(1000);
    for (int i = 0; i < count; i++)
    {
        question.Append($"{(char)('A' + i)}: {pieces[i].Code}\n");
        solution.Append($"{(char)('A' + i)}: {pieces[i].Reason}: {Name(pieces[i].Growth)}.\n");
    }
    int[] order = [.. Enumerable.Range(0, count)];
    Array.Sort(order, (i, j) => pieces[i].Growth.Order - pieces[j].Growth.Order);
    string answer = string.Join(' ', order.Select(i => (char)('A' + i)));
    question.Append("Put the pieces in order from the slowest growth to the fastest. Answer with the letters alone, separated by spaces.");
    solution.Append($"From slow to fast: {string.Join(" < ", order.Select(i => Name(pieces[i].Growth)))}.\n{answer}");
    return Problem(
        question: question.ToString(),
        answer: answer,
        solution: solution.ToString());
}

(string Code, Growth Growth, string Reason) Piece(Rng rng, int depth, int level)
{
    if (level >= 3 && rng.Chance(0.15))
        return ("function f(n) { work(); if (n > 0) { f(n - 1); f(n - 1); } } f(n);", new(99, 0), "every call makes two more for n - 1, so there are 2^n of them and more");
    if (level >= 2 && rng.Chance(0.2))
        return Triangle(rng);
    int power = 0, log = 0;
    string code = "";
    var reasons = new List<string>();
    for (int i = 0; i < depth; i++)
    {
        string variable = $"{(char)('i' + i)}";
        Head head = rng.Pick(Heads);
        (power, log) = (power + head.Times.Power, log + head.Times.Log);
        code += $"{head.Code(variable)} ";
        reasons.Add(head.Reason(variable));
    }
    string product = depth == 1 ? "" : ", and loops within each other multiply";
    return ($"{code}work();", new(power, log), string.Join(", ", reasons) + product);
}

(string Code, Growth Growth, string Reason) Triangle(Rng rng) => rng.Integer(0, 2) switch
{
    0 => ("for (i = 0; i < n; i += 1) for (j = i; j < n; j += 1) work();", new(4, 0), "n + (n - 1) + ... + 1 calls are about n^2 / 2"),
    1 => ("for (i = 1; i < n; i *= 2) for (j = 0; j < i; j += 1) work();", new(2, 0), "1 + 2 + 4 + ... up to n calls add up to about 2n"),
    _ => ("for (i = 0; i < n; i += 1) for (j = 0; j < n; j += 1) if (i === j) work();", new(2, 0), "only the n pairs with i === j call it"),
};

string Name(Growth growth)
{
    string power = growth.Power switch { 0 => "", 1 => "sqrt(n)", 2 => "n", 99 => "2^n", 3 => "n sqrt(n)", var p when p % 2 == 0 => $"n^{p / 2}", var p => $"n^{p / 2} sqrt(n)" };
    string log = growth.Log switch { 0 => "", 1 => "log n", var l => $"(log n)^{l}" };
    string name = $"{power} {log}".Trim();
    return name.Length == 0 ? "constant" : name;
}
