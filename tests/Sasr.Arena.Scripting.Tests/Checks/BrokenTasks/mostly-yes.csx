// compare two sums; nine times in ten the answer is yes.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "exact");

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(100, 999), b = rng.Integer(100, 999 * level), c = a + b - (rng.Chance(0.9) ? 1 : -1) * rng.Integer(1, 50);
    string answer = a + b > c ? "yes" : "no";
    return Problem(
        question: $"Is the sum of {a} and {b} more than {c}? Say yes or no.",
        answer: answer,
        solution: $"{a} + {b} = {a + b}, so the answer is {answer}");
}
