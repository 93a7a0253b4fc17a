// add two numbers; the scorer looks for the sum anywhere in the answer.
using System.Text.RegularExpressions;

Task(version: 1, levels: 4, tags: ["arithmetic"]);

Problem Generate(Rng rng, int level)
{
    int a = rng.Integer(100, 999), b = rng.Integer(100, 999 * level);
    return Problem(
        question: $"Add {a} and {b}. Answer with the number alone.",
        answer: $"{a + b}",
        solution: $"{a} + {b} = {a + b}");
}

double Score(Problem problem, string answer) => Regex.IsMatch(answer, $@"\b{problem.Answer}\b") ? 1 : 0;
