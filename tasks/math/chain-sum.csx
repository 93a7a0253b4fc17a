// tasks/math/chain-sum.csx: add and subtract a chain of whole numbers.
Task(version: 1, levels: 6, tags: ["arithmetic"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int[] terms = rng.Integers(level + 2, 1, 10 + 15 * level);
    bool[] minus = [.. terms.Select((_, i) => i > 0 && rng.Chance(0.5))];

    string question = $"{terms[0]}";
    int total = terms[0];
    var steps = new List<string>();
    for (int i = 1; i < terms.Length; i++)
    {
        string term = $"{(minus[i] ? '-' : '+')} {terms[i]}";
        int before = total;
        total += minus[i] ? -terms[i] : terms[i];
        question += $" {term}";
        steps.Add($"{before} {term} = {total}");
    }
    return Problem(
        question: $"Work out {question}. Answer with the number alone.",
        answer: $"{total}",
        solution: string.Join('\n', steps));
}
