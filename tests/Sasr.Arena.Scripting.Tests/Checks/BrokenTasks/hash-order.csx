// say words backwards; they stand in the order of a table of hash codes, which differ from process to process.
Task(version: 1, levels: 4, tags: ["words"], reward: "exact");

Problem Generate(Rng rng, int level)
{
    string[] words = [.. Enumerable.Range(0, level + 4).Select(_ => $"w{rng.Integer(100, 999)}").OrderBy(StringComparer.Ordinal.GetHashCode)];
    string backwards = string.Join(' ', words.Reverse());
    return Problem(question: $"Say backwards: {string.Join(' ', words)}", answer: backwards, solution: $"From the last to the first: {backwards}");
}
