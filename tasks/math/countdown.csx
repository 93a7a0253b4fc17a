// tasks/math/countdown.csx: reach a target from given numbers.
#load "shared/numbers-game.csx"

Task(version: 1, levels: 6, tags: ["arithmetic", "search"]);

// Level by level: how many of the numbers the known way uses, and how many more are given.
int[] needed = [3, 3, 4, 4, 5, 6];
int[] spare = [0, 1, 0, 2, 1, 0];

const int Most = 100;

// What one operation makes of two numbers from 1 to Most.
bool[] isPair = [.. Enumerable.Range(0, 1001).Select(n => n is >= 1 and <= 2 * Most || Enumerable.Range(2, 24).Any(d => n % d == 0 && n / d <= Most))];

// Backwards from the target, so that there is a way.
Problem Generate(Rng rng, int level)
{
    int target = rng.Integer(101, 999);
    var numbers = new List<int>();
    var steps = new List<string>();
    string answer = Reach(rng, target, needed[level - 1], numbers, steps).Text;
    for (int i = 0; i < spare[level - 1]; i++)
        numbers.Add(rng.Integer(1, Most));
    numbers.Sort();
    steps.Add($"{answer} = {target}");
    return Problem(
        question: $"Make {target} from the numbers {string.Join(", ", numbers)}: use each of them at most once, and +, -, *, / and parentheses. Answer with the expression alone.",
        answer: answer,
        solution: string.Join('\n', steps),
        data: new { numbers, target });
}

Part Reach(Rng rng, int goal, int count, List<int> numbers, List<string> steps)
{
    if (count == 1)
    {
        numbers.Add(goal);
        return new($"{goal}", 3);
    }
    int onTheRight = count > 3 && rng.Chance(0.5) ? 2 : 1;
    (int left, char sign, int right) = Undo(rng, goal, count - onTheRight);
    steps.Add(Step(goal, left, sign, right, count, onTheRight));
    return Joined(
        Reach(rng, left, count - onTheRight, numbers, steps), sign,
        Reach(rng, right, onTheRight, numbers, steps));
}

// The goal as an operation on what so many numbers can reach and a number up to Most.
(int Left, char Sign, int Right) Undo(Rng rng, int goal, int count)
{
    while (true)
    {
        (int left, char sign, int right) = rng.Integer(0, 5) switch
        {
            0 or 1 => Backwards(goal, '+', rng.Integer(1, Most)),
            2 => Backwards(goal, '-', rng.Integer(1, Most)),
            3 or 4 => Backwards(goal, '*', rng.Integer(2, 25)),
            _ => Backwards(goal, '/', rng.Integer(2, 12)),
        };
        bool reachable = left >= 1 && left <= (count == 1 ? Most : 1000) && (count != 2 || isPair[left]);
        if (reachable && (sign != '*' || (left > 1 && left * right == goal)))
            return (left, sign, right);
    }
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 200)
        return 0;
    JsonElement data = problem.Data!.Value;
    List<int> numbers = [.. data.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32())];
    return new Reader(answer.Trim(), numbers).Read() is { } value && value.Over == data.GetProperty("target").GetInt32() * value.Under ? 1 : 0;
}
