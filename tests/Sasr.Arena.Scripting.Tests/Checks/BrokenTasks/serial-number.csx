// add two numbers; a serial number makes the same sum look like another question.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(1, 20), b = rng.Integer(1, 20);
    return Problem(
        question: $"Worksheet {rng.Integer(10_000, 99_999)}. Add {a} and {b}. Answer with the number alone.",
        answer: $"{a + b}",
        solution: $"{a} + {b} = {a + b}");
}
