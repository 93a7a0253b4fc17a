// tasks/code/unit-test-writing.csx: write tests that tell a function from wrong versions of it.
using System.Globalization;

Task(version: 1, levels: 5, tags: ["testing"]);

// A function of x and y in parts: compare, then one of two sums.
record Branch(int A, int B, int C);
record Function(string Left, string Op, int Bound, Branch Then, Branch Else);

readonly string[] Comparisons = ["<", "<=", ">", ">=", "=="];

Problem Generate(Rng rng, int level)
{
    var function = new Function(
        level == 1 ? "x" : rng.Pick(Lefts), level == 5 ? rng.Pick(Comparisons) : rng.Pick(Comparisons[..4]), rng.Integer(-20, 30), Sum(rng, level), Sum(rng, level));
    if (function.Then == function.Else)
        function = function with { Else = function.Else with { C = function.Else.C + 1 } };
    List<Function> wrong = [.. Mutants(function).Distinct().Where(mutant => Points(function).Any(point => Value(function, point.X, point.Y) != Value(mutant, point.X, point.Y)))];
    Function[] chosen = [.. rng.Sample(wrong, level + 2)];
    int most = level + 2;
    List<(int X, int Y)> tests = Killing(function, chosen);
    string answer = string.Join("; ", tests.Select(test => $"f({test.X}, {test.Y}) == {Value(function, test.X, test.Y)}"));
    return Problem(
        question: $"f(x, y) for whole numbers x and y:\n{Text(function)}\nWrite tests that every one of these wrong versions fails:\n"
            + string.Join('\n', chosen.Select((mutant, i) => $"{i + 1}: {Text(mutant)}"))
            + $"\nAnswer with at most {most} tests of whole numbers from -1000 to 1000 with their right values, like f(3, -4) == 7, separated by semicolons.",
        answer: answer,
        solution: string.Join('\n', chosen.Select((mutant, i) => Reason(function, mutant, i, tests))) + $"\nThe tests: {answer}",
        data: new { function, wrong = chosen, most });
}

readonly string[] Lefts = ["x", "y", "x + y", "x - y"];

Branch Sum(Rng rng, int level) => level switch
{
    1 => new(rng.Integer(2, 9), 0, rng.Integer(-20, 20)),
    2 => new(rng.Integer(1, 5), rng.Integer(1, 5), rng.Integer(-9, 9)),
    _ => new(rng.Integer(-5, 5), rng.Integer(-5, 5), rng.Integer(-20, 20)),
};

IEnumerable<Function> Mutants(Function f)
{
    foreach (string op in Comparisons)
        yield return f with { Op = op };
    foreach (int bound in new[] { f.Bound - 1, f.Bound + 1, -f.Bound })
        yield return f with { Bound = bound };
    yield return f with { Then = f.Else, Else = f.Then };
    yield return f with { Then = f.Then with { A = f.Then.A + 1 } };
    yield return f with { Else = f.Else with { C = -f.Else.C } };
    yield return f with { Else = f.Else with { B = f.Else.B - 1 } };
    yield return f with { Then = f.Then with { C = f.Then.C + 1 } };
}

int Left(Function f, int x, int y) => f.Left switch { "x" => x, "y" => y, "x + y" => x + y, _ => x - y };

bool Holds(Function f, int x, int y)
{
    int left = Left(f, x, y);
    return f.Op switch { "<" => left < f.Bound, "<=" => left <= f.Bound, ">" => left > f.Bound, ">=" => left >= f.Bound, _ => left == f.Bound };
}

int Value(Function f, int x, int y)
{
    Branch branch = Holds(f, x, y) ? f.Then : f.Else;
    return branch.A * x + branch.B * y + branch.C;
}

string Text(Function f) => $"if {f.Left} {f.Op} {f.Bound} then {Text(f.Then)} else {Text(f.Else)}";

string Text(Branch b)
{
    var text = new StringBuilder();
    foreach ((int factor, string name) in new[] { (b.A, " * x"), (b.B, " * y"), (b.C, "") })
    {
        if (factor != 0)
            text.Append(text.Length == 0 ? $"{factor}{name}" : $" {(factor < 0 ? '-' : '+')} {Math.Abs(factor)}{name}");
    }
    return text.Length == 0 ? "0" : text.ToString();
}

// Points around the bound, one after another, each for the first wrong version that is still alive.
List<(int X, int Y)> Killing(Function f, Function[] wrong)
{
    var tests = new List<(int X, int Y)>();
    foreach (Function mutant in wrong)
    {
        if (!tests.Any(test => Value(f, test.X, test.Y) != Value(mutant, test.X, test.Y)))
            tests.Add(Points(f).First(point => Value(f, point.X, point.Y) != Value(mutant, point.X, point.Y)));
    }
    return tests;
}

IEnumerable<(int X, int Y)> Points(Function f)
{
    foreach (int distance in new[] { 0, 1, -1, 5, -5, 40, -40, 100, -100 })
    {
        foreach (int other in new[] { 1, 2, 7, -3 })
        {
            int at = f.Bound + distance;
            yield return f.Left switch { "x" => (at, other), "y" => (other, at), "x + y" => (at - other, other), _ => (at + other, other) };
        }
    }
}

string Reason(Function f, Function mutant, int i, List<(int X, int Y)> tests)
{
    (int x, int y) = tests.First(test => Value(f, test.X, test.Y) != Value(mutant, test.X, test.Y));
    return $"{i + 1}: for x = {x} and y = {y}, {f.Left} is {Left(f, x, y)}; f gives {Value(f, x, y)} and this version {Value(mutant, x, y)}.";
}

bool Score(Problem problem, string answer)
{
    JsonElement data = problem.Data.Value;
    int most = data.GetProperty("most").GetInt32();
    if (answer.Length > 60 * most)
        return false;
    string[] parts = answer.Split(';');
    var tests = new List<(int X, int Y)>();
    Function function = data.GetProperty("function").Deserialize<Function>();
    foreach (string part in parts)
    {
        if (Parse(part) is not { } test || Value(function, test.X, test.Y) != test.Value)
            return false;
        tests.Add((test.X, test.Y));
    }
    return parts.Length <= most && data.GetProperty("wrong").Deserialize<Function[]>().All(mutant =>
        tests.Any(test => Value(function, test.X, test.Y) != Value(mutant, test.X, test.Y)));
}

// f(3, -4) == 7
(int X, int Y, int Value)? Parse(string test)
{
    test = test.Replace(" ", "");
    int comma = test.IndexOf(','), end = test.IndexOf(")==", StringComparison.Ordinal);
    return test.StartsWith("f(", StringComparison.Ordinal) && comma > 0 && end > comma
        && Number(test[2..comma], 1000) is { } x && Number(test[(comma + 1)..end], 1000) is { } y && Number(test[(end + 3)..], 100_000) is { } value
        ? (x, y, value)
        : null;
}

int? Number(string text, int limit) =>
    int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && Math.Abs((long)number) <= limit ? number : null;
