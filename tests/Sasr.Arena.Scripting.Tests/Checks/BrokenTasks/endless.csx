// find a number that the third level has none of.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int a;
    do
        a = rng.Integer(1000, 9999);
    while (level == 3 && a > 0);
    return Problem(question: $"Which number comes after {a}?", answer: $"{a + 1}", solution: $"{a} + 1 = {a + 1}");
}
