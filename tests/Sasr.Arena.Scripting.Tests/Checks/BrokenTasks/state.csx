// add two numbers; the second counts the calls.
Task(version: 1, levels: 4, tags: ["arithmetic"], reward: "numeric");

int calls = 0;

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(100, 9999 * level);
    calls++;
    return Problem(
        question: $"Add {a} and {calls}. Answer with the number alone.",
        answer: $"{a + calls}",
        solution: $"{a} + {calls} = {a + calls}");
}
