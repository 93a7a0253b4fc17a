// add two numbers; a name is misspelt.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int a = rng.Intger(100, 999);
    return Problem(question: $"Which number comes after {a}?", answer: $"{a + 1}", solution: $"{a} + 1 = {a + 1}");
}
