// tasks/code/shared/loops.csx: short loops in JavaScript, what they are for, and the tests of an answer that is one.

// A loop over the numbers: which of them count, what each adds, and where it starts and stops.
record Test(string Op, int Bound);
record Spec(Test[] Tests, string Join, string Term, int K, bool Largest, int Start, int First = 0, int Stop = 0);

Spec Draw(Rng rng, int level)
{
    Test[] tests = level switch
    {
        1 or 2 => [Bound(rng)],
        3 or 4 => rng.Chance(0.5) ? [Bound(rng), Divisor(rng)] : Between(rng),
        _ => [new(rng.Pick(Neighbours), 0), rng.Chance(0.5) ? Divisor(rng) : Bound(rng)],
    };
    bool largest = level is 4 or 6;
    string term = rng.Pick(level == 1 ? Simple : largest ? Plain : Terms);
    return new(tests, tests.Length > 1 && (level >= 5 || tests[1].Op.EndsWith('%')) && rng.Chance(0.4) ? "||" : "&&", term, rng.Integer(3, 30), largest,
        largest ? rng.Integer(-9, 30) : 0, First: level >= 5 ? 1 : 0);
}

readonly string[] Simple = ["1", "x", "k * x", "distance"], Plain = ["x", "x * x", "distance"], Terms = ["x", "x * x", "k * x", "distance"];
readonly string[] Neighbours = ["> before", "< before"], Bounds = [">", ">=", "<", "<="], Divisions = ["%", "!%"];

Test Bound(Rng rng) => new(rng.Pick(Bounds), rng.Integer(-12, 40));
Test[] Between(Rng rng)
{
    int low = rng.Integer(-12, 30);
    return [new(rng.Pick(Bounds[..2]), low), new(rng.Pick(Bounds[2..]), low + rng.Integer(6, 25))];
}

Test Divisor(Rng rng) => new(rng.Pick(Divisions), rng.Integer(2, 9));

bool IsBeside(Test test) => test.Op is "> before" or "< before";

bool Holds(Test test, int[] numbers, int i) => test.Op switch
{
    ">" => numbers[i] > test.Bound,
    ">=" => numbers[i] >= test.Bound,
    "<" => numbers[i] < test.Bound,
    "<=" => numbers[i] <= test.Bound,
    "%" => numbers[i] % test.Bound == 0,
    "!%" => numbers[i] % test.Bound != 0,
    "> before" => i > 0 && numbers[i] > numbers[i - 1],
    _ => i > 0 && numbers[i] < numbers[i - 1],
};

bool Counts(Spec spec, int[] numbers, int i)
{
    bool all = spec.Join == "&&";
    foreach (Test test in spec.Tests)
    {
        if (Holds(test, numbers, i) != all)
            return !all;
    }
    return all;
}

int Value(Spec spec, int x) => spec.Term switch { "1" => 1, "x" => x, "x * x" => x * x, "x + x" => x + x, "k * x" => spec.K * x, "k + x" => spec.K + x, _ => Math.Abs(x - spec.K) };

int Run(Spec spec, int[] numbers)
{
    int result = spec.Start;
    for (int i = spec.First; i < numbers.Length - spec.Stop; i++)
    {
        if (Counts(spec, numbers, i))
            result = spec.Largest ? Math.Max(result, Value(spec, numbers[i])) : result + Value(spec, numbers[i]);
    }
    return result;
}

string Words(Test test) => test.Op switch
{
    ">" => $"greater than {test.Bound}",
    ">=" => $"at least {test.Bound}",
    "<" => $"less than {test.Bound}",
    "<=" => $"at most {test.Bound}",
    "%" => $"divisible by {test.Bound}",
    "!%" => $"not divisible by {test.Bound}",
    "> before" => "greater than the number just before them",
    _ => "less than the number just before them",
};

string Code(Test test) => test.Op switch
{
    "%" => $"x % {test.Bound} === 0",
    "!%" => $"x % {test.Bound} !== 0",
    "> before" or "< before" => $"x {test.Op[0]} numbers[i - 1]",
    _ => $"x {test.Op} {test.Bound}",
};

string Condition(Spec spec) => string.Join($" {spec.Join} ", spec.Tests.Select(Code));

string Term(Spec spec) => spec.Term switch { "k * x" => $"{spec.K} * x", "k + x" => $"{spec.K} + x", "distance" => $"Math.abs(x - {spec.K})", var term => term };

string Remark(Spec spec) => spec.First == 1 ? " The first number has none before it and never counts." : "";

string Wanted(Spec spec)
{
    string which = $"numbers that are {string.Join(spec.Join == "&&" ? " and " : " or ", spec.Tests.Select(Words))}";
    string what = spec.Term switch
    {
        "1" => $"how many {which.Replace("numbers that are", "numbers are")}",
        "x" => $"the sum of the {which}",
        "x * x" => $"the sum of the squares of the {which}",
        "k * x" => $"{spec.K} times the sum of the {which}",
        _ => $"the sum of the distances from {spec.K} of the {which}",
    };
    return spec.Largest ? what.Replace("the sum of", $"the largest of {spec.Start} and") : what;
}

string[] Lines(Spec spec) =>
[
    "function solve(numbers) {",
    $"var result = {spec.Start};",
    $"for (var i = {spec.First}; i < numbers.length{(spec.Stop == 0 ? "" : $" - {spec.Stop}")}; i++) {{",
    "var x = numbers[i];",
    $"if ({Condition(spec)}) {{",
    spec.Largest ? $"result = Math.max(result, {Term(spec)});" : $"result += {Term(spec)};",
    "}", "}", "return result;", "}",
];

string Text(Spec spec) => string.Join(' ', Lines(spec));

// Half of the numbers lie where a bound is met or just missed; where it can be, something counts.
int[] Numbers(Rng rng, Spec spec, int count)
{
    int[] numbers = [];
    for (int tries = 0; tries < 8; tries++)
    {
        numbers = rng.Integers(count, -20, 50);
        for (int i = 0; i < count; i += 2)
        {
            Test test = rng.Pick(spec.Tests);
            numbers[i] = test.Op.EndsWith('%') ? test.Bound * rng.Integer(-3, 6) : test.Bound + rng.Integer(-1, 1);
        }
        numbers = rng.Shuffle(numbers);
        if (Run(spec, numbers) != spec.Start)
            break;
    }
    return numbers;
}

string Show(int[] numbers) => $"[{string.Join(", ", numbers)}]";

// What the loop does with each number that counts.
string Trace(Spec spec, int[] numbers)
{
    var lines = new StringBuilder();
    int result = spec.Start;
    for (int i = spec.First; i < numbers.Length; i++)
    {
        if (!Counts(spec, numbers, i))
            continue;
        int value = Value(spec, numbers[i]), next = spec.Largest ? Math.Max(result, value) : result + value;
        lines.Append($"\n{numbers[i]} counts: ").Append(spec.Largest ? $"max({result}, {value}) = {next}" : $"{result} + {(value < 0 ? $"({value})" : value)} = {next}");
        result = next;
    }
    return $"On {Show(numbers)}, from {spec.Start}:{(lines.Length == 0 ? "\nno number counts" : lines)}\nThat makes {result}.";
}

// The lists of numbers that the function is tried on, with what they must give.
object Tests(Spec spec, int[][] lists) => new
{
    language = "javascript",
    function = "solve",
    cases = Array.ConvertAll([.. lists, .. Edges(spec)], list => new { arguments = new[] { list }, expected = Run(spec, list) }),
};

// What only the first and the last numbers, or none at all, can show, and what a bound or divisor decides alone.
readonly int[][] Ends = [[], [7], [-3, 50], [50, -3], [-40, 12, 48]];

List<int[]> Edges(Spec spec)
{
    List<int[]> edges = [.. Ends];
    foreach (Test test in Array.FindAll(spec.Tests, test => !IsBeside(test)))
    {
        for (int x = test.Bound - 1; x <= test.Bound + 1; x++)
            edges.AddRange([x - 7, x], [x + 7, x]);
    }
    return edges;
}

ProgramRun Program(Problem problem, string answer)
{
    bool isFunction = answer.Length <= 2000 && answer.StartsWith("function solve(") && answer.LastIndexOf("function", StringComparison.Ordinal) == 0 && answer.EndsWith('}') && answer.All(char.IsAscii);
    return isFunction ? ProgramRun.Read(answer, problem.Data.Value) : null;
}

bool Score(Problem problem, string answer, Verdict verdict) => verdict.IsPassed;
