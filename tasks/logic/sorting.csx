// tasks/logic/sorting.csx: put digits in ascending order.
Task(version: 1, levels: 6, tags: ["sorting"]);

// Worked by halves: sort the left half, sort the right half, merge the two.
Problem Generate(Rng rng, int level)
{
    int[] digits = rng.Integers(level + 3, 0, 9);
    int half = digits.Length / 2;
    return Problem(
        question: $"Sort {string.Join(' ', digits)} ascending",
        answer: string.Join(' ', digits.Order()),
        solution: $"{string.Concat(digits.Take(half).Order())} and {string.Concat(digits.Skip(half).Order())}");
}

// Commas, spaces or nothing between the digits: the order is what counts.
double Score(Problem problem, string answer) =>
    answer.Length < 100 && answer.All(c => c is ' ' or ',' or (>= '0' and <= '9')) && Digits(answer) == Digits(problem.Answer) ? 1 : 0;

string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
