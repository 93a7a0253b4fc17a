// tasks/math/gcd.csx: find the greatest common divisor by Euclid's algorithm.
Task(version: 1, levels: 6, tags: ["number-theory", "algorithm"], reward: "numeric");

Problem Generate(Rng rng, int level) => level switch
{
    1 => Plain(Draw(rng, 2, rng.Integer(2, 30), 2, 30)),
    2 => Plain(Draw(rng, 2, rng.Integer(6, 60), 15, 70)),
    3 => Plain(Draw(rng, 3, rng.Integer(4, 40), 5, 40)),
    4 => Plain(Draw(rng, 4, rng.Integer(6, 60), 15, 70)),
    5 => GivenRemainders(rng),
    _ => SameRemainder(rng),
};

Problem Plain(int[] numbers)
{
    var steps = new List<string>();
    int divisor = Work(numbers, steps);
    return Problem(
        question: $"What is the greatest common divisor of {List(numbers)}? Answer with the number alone.",
        answer: $"{divisor}",
        solution: string.Join('\n', steps));
}

Problem GivenRemainders(Rng rng)
{
    int divisor = rng.Integer(12, 60);
    int[] multiples = Draw(rng, 2, divisor, 5, 40), rests = rng.Integers(2, 1, 11);
    int first = multiples[0] + rests[0], second = multiples[1] + rests[1];
    List<string> steps =
    [
        $"It divides {first} - {rests[0]} = {multiples[0]} and {second} - {rests[1]} = {multiples[1]}: their greatest common divisor is asked.",
    ];
    int answer = Work(multiples, steps);
    return Problem(
        question: $"What is the greatest number that leaves the remainder {rests[0]} when it divides {first}, and {rests[1]} when it divides {second}? Answer with the number alone.",
        answer: $"{answer}",
        solution: string.Join('\n', steps));
}

// a and b leave the same remainder when their difference leaves none.
Problem SameRemainder(Rng rng)
{
    int divisor = rng.Integer(12, 60), rest = rng.Integer(1, divisor - 1);
    int[] gaps = Draw(rng, 2, divisor, 3, 20);
    int low = divisor * rng.Integer(1, 20) + rest, middle = low + gaps[0], high = middle + gaps[1];
    List<string> steps =
    [
        $"It divides the differences: {middle} - {low} = {gaps[0]} and {high} - {middle} = {gaps[1]}. Their greatest common divisor is asked.",
    ];
    int answer = Work(gaps, steps);
    return Problem(
        question: $"What is the greatest number that leaves the same remainder when it divides {low}, {middle} and {high}? Answer with the number alone.",
        answer: $"{answer}",
        solution: string.Join('\n', steps));
}

// Multiples of the divisor in ascending order; the smallest does not divide all the others, or the answer could be read off.
int[] Draw(Rng rng, int count, int divisor, int low, int high)
{
    int[] numbers = new int[count];
    int common;
    do
    {
        common = 0;
        for (int i = 0; i < count; i++)
        {
            numbers[i] = divisor * rng.Integer(low, high);
            common = Gcd(common, numbers[i]);
        }
    }
    while (Array.IndexOf(numbers, common) >= 0);
    Array.Sort(numbers);
    return numbers;
}

int Work(int[] numbers, List<string> steps)
{
    int common = numbers[0];
    for (int i = 1; i < numbers.Length; i++)
    {
        int a = Math.Max(common, numbers[i]), b = Math.Min(common, numbers[i]);
        string pair = $"{common} and {numbers[i]}";
        for (; b > 0; (a, b) = (b, a % b))
            steps.Add($"{a} = {a / b} * {b} + {a % b}");
        common = a;
        steps.Add($"The last divisor, {common}, is the greatest common divisor of {pair}.");
    }
    if (numbers.Length > 2)
        steps.Add($"Of all the numbers: {common}");
    return common;
}

int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

string List(int[] numbers) => $"{string.Join(", ", numbers[..^1])} and {numbers[^1]}";
