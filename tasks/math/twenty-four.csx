// tasks/math/twenty-four.csx: make 24 from all the given numbers.
#load "shared/numbers-game.csx"

Task(version: 1, levels: 5, tags: ["arithmetic", "search"]);

// Level by level: how many numbers, and the largest.
int[] counts = [3, 4, 4, 5, 6];
int[] largest = [99, 40, 30, 18, 13];

// Backwards from 24, so that there is a way. From level 3 two numbers may make a part of their own.
Problem Generate(Rng rng, int level)
{
    var numbers = new List<int>();
    var steps = new List<string>();
    string answer = Reach(rng, 24, counts[level - 1], level, numbers, steps).Text;
    numbers.Sort();
    steps.Add($"{answer} = 24");
    return Problem(
        question: $"Make 24 from the numbers {string.Join(", ", numbers)}: use each of them exactly once, and +, -, *, / and parentheses. Answer with the expression alone.",
        answer: answer,
        solution: string.Join('\n', steps),
        data: new { numbers });
}

Part Reach(Rng rng, int goal, int count, int level, List<int> numbers, List<string> steps)
{
    if (count == 1)
    {
        numbers.Add(goal);
        return new($"{goal}", 3);
    }
    int most = largest[level - 1];
    int onTheRight = level > 2 && count > 3 && goal < (count - 1) * most && rng.Chance(0.7) ? 2 : 1;
    (int left, char sign, int right) = Undo(rng, goal, count - onTheRight, most);
    steps.Add(Step(goal, left, sign, right, count, onTheRight));
    return Joined(
        Reach(rng, left, count - onTheRight, level, numbers, steps), sign,
        Reach(rng, right, onTheRight, level, numbers, steps));
}

// The goal as an operation on what so many numbers can reach, by sums if by nothing else, and a number up to most.
(int Left, char Sign, int Right) Undo(Rng rng, int goal, int count, int most)
{
    while (true)
    {
        (int left, char sign, int right) = rng.Integer(0, 5) switch
        {
            0 or 1 => Backwards(goal, '+', rng.Integer(1, most)),
            2 => Backwards(goal, '-', rng.Integer(1, most)),
            3 or 4 => Backwards(goal, '*', rng.Integer(2, most)),
            _ => Backwards(goal, '/', rng.Integer(2, most)),
        };
        if (left >= 1 && left <= count * most && (sign != '*' || (left > 1 && left * right == goal)))
            return (left, sign, right);
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 200)
        return 0;
    List<int> numbers = [.. problem.Data!.Value.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32())];
    return new Reader(answer.Trim(), numbers).Read() is { } value && numbers.Count == 0 && value.Over == 24 * value.Under ? 1 : 0;
}
