// add two numbers; the scorer takes every answer for a number.
Task(version: 1, levels: 4, tags: ["arithmetic"]);

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(100, 999), b = rng.Integer(100, 999 * level);
    return Problem(
        question: $"Add {a} and {b}. Answer with the number alone.",
        answer: $"{a + b}",
        solution: $"{a} + {b} = {a + b}");
}

double Score(Problem problem, string answer)
{
    int given = int.Parse(answer);
    return given == int.Parse(problem.Answer) ? 1 : 0;
}
