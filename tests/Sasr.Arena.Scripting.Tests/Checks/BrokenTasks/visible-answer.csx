// add two numbers; the question has the sum in brackets.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(100, 999), b = rng.Integer(100, 999 * level);
    return Problem(
        question: $"Add {a} and {b} (it is {a + b}). Answer with the number alone.",
        answer: $"{a + b}",
        solution: $"{a} + {b} = {a + b}");
}
