// multiply two numbers; whatever has digits in it earns a tenth.
Task(version: 1, levels: 4, tags: ["arithmetic"]);

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(11, 99), b = rng.Integer(11, 99 * level);
    return Problem(
        question: $"Multiply {a} by {b}. Answer with the number alone.",
        answer: $"{a * b}",
        solution: $"{a} * {b} = {a * b}");
}

double Score(Problem problem, string answer) =>
    answer == problem.Answer ? 1 : answer.Length > 0 && answer.All(char.IsAsciiDigit) ? 0.1 : 0;
