// list words; the order of a set is that of its hash codes, which differ from process to process.
using System.Collections.Immutable;

Task(version: 1, levels: 4, tags: ["words"], reward: "exact");

Problem Generate(Rng rng, int level)
{
    ImmutableHashSet<string> words = [.. Enumerable.Range(0, level + 4).Select(_ => $"w{rng.Integer(100, 999)}")];
    string list = string.Join(' ', words);
    return Problem(question: $"Say backwards: {list}", answer: string.Join(' ', words.Reverse()), solution: $"From the last to the first: {string.Join(' ', words.Reverse())}");
}
