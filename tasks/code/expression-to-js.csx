// tasks/code/expression-to-js.csx: turn a calculation in words into one JavaScript expression.
Task(version: 1, levels: 6, tags: ["program-synthesis", "javascript"]);

// A value with its code; rank 1 is a sum, 2 a product, 3 what needs no parentheses.
record Part(string Name, string Code, int Rank, Func<long[], long> Value);

readonly string[] Names = ["p", "q", "r", "s", "t", "u", "v"];
readonly string[] Variables = ["a", "b", "c"];

Problem Generate(Rng rng, int level)
{
    int steps = level + 1;
    string[] order = rng.Shuffle(Variables);
    Part last = Variable(order[0]);
    var words = new List<string>();
    var lines = new List<string>();
    for (int i = 0; i < steps; i++)
    {
        Part other = rng.Chance(0.4) ? Number(rng.Integer(2, 40)) : Variable(i < 2 ? order[i + 1] : rng.Pick(Variables));
        (string said, Part next) = Step(rng, level, Names[i], last, other);
        words.Add($"{Names[i]} is {said}");
        lines.Add($"{Names[i]} is {said}: {next.Code}");
        last = next;
    }
    long[][] inputs = new long[16][];
    for (int i = 0; i < inputs.Length; i++)
        inputs[i] = Array.ConvertAll(rng.Integers(3, -30, 30), input => (long)input);
    return Problem(
        question: $"a, b and c are whole numbers, and {string.Join("; ", words)}. Write one JavaScript expression of a, b and c alone whose value is {last.Name}. Answer with the expression.",
        answer: last.Code,
        solution: $"Put each value into the next.\n{string.Join('\n', lines)}\nThe expression: {last.Code}",
        data: new
        {
            language = "javascript",
            function = "f",
            cases = Array.ConvertAll(inputs, arguments => new { arguments, expected = last.Value(arguments) }),
        });
}

Part Variable(string name) => new(name, name, 3, inputs => inputs[name[0] - 'a']);

Part Number(int number) => new($"{number}", $"{number}", 3, _ => number);

string Wrapped(Part part, int rank) => part.Rank >= rank ? part.Code : $"({part.Code})";

(string Said, Part Next) Step(Rng rng, int level, string name, Part x, Part y)
{
    int k = rng.Integer(2, 9);
    Func<long[], long> u = x.Value, v = y.Value;
    return rng.Integer(0, level switch { 1 => 4, 2 => 5, 3 => 7, 4 => 9, _ => 11 }) switch
    {
        0 => ($"the sum of {x.Name} and {y.Name}", new(name, $"{Wrapped(x, 1)} + {Wrapped(y, 2)}", 1, i => u(i) + v(i))),
        1 => ($"{y.Name} subtracted from {x.Name}", new(name, $"{Wrapped(x, 1)} - {Wrapped(y, 2)}", 1, i => u(i) - v(i))),
        2 => ($"{y.Name} minus {x.Name}", new(name, $"{Wrapped(y, 1)} - {Wrapped(x, 2)}", 1, i => v(i) - u(i))),
        5 when x.Code.Length <= 12 => ($"the square of {x.Name}", new(name, $"{Wrapped(x, 3)} * {Wrapped(x, 3)}", 2, i => u(i) * u(i))),
        3 or 5 => ($"the product of {y.Name} and {x.Name}", new(name, $"{Wrapped(y, 2)} * {Wrapped(x, 3)}", 2, i => v(i) * u(i))),
        4 => ($"{k} times {x.Name}, less {y.Name}", new(name, $"{k} * {Wrapped(x, 3)} - {Wrapped(y, 2)}", 1, i => k * u(i) - v(i))),
        6 => ($"the remainder of {x.Name} divided by {k} (the % of JavaScript)", new(name, $"{Wrapped(x, 3)} % {k}", 2, i => u(i) % k)),
        7 => ($"{x.Name} divided by {k} and rounded down", new(name, $"Math.floor({Wrapped(x, 2)} / {k})", 3, i => (u(i) - ((u(i) % k) + k) % k) / k)),
        8 => ($"the larger of {x.Name} and {y.Name}", new(name, $"Math.max({x.Code}, {y.Code})", 3, i => Math.Max(u(i), v(i)))),
        9 => ($"the distance between {x.Name} and {y.Name}", new(name, $"Math.abs({Wrapped(x, 1)} - {Wrapped(y, 2)})", 3, i => Math.Abs(u(i) - v(i)))),
        10 => ($"{k} if {x.Name} is greater than {y.Name}, and otherwise {y.Name}", new(name, $"({Wrapped(x, 1)} > {Wrapped(y, 1)} ? {k} : {y.Code})", 3, i => u(i) > v(i) ? k : v(i))),
        _ => ($"the smaller of {x.Name} and {y.Name}", new(name, $"Math.min({x.Code}, {y.Code})", 3, i => Math.Min(u(i), v(i)))),
    };
}

const string Allowed = "0123456789abc+-*/%()<>=!&|?:., MathfloormaxminabspowceilroundtruncE";

// Between the arguments of a call alone: elsewhere a comma lists several expressions, of which JavaScript takes the last.
bool HasStrayComma(string answer)
{
    var calls = new Stack<bool>();
    for (int i = 0; i < answer.Length; i++)
    {
        if (answer[i] == '(')
            calls.Push(i > 0 && char.IsAsciiLetter(answer[i - 1]));
        else if (answer[i] == ')' && !calls.TryPop(out _))
            return true;
        else if (answer[i] == ',' && !(calls.TryPeek(out bool call) && call))
            return true;
    }
    return false;
}

ProgramRun Program(Problem problem, string answer)
{
    bool isExpression = answer.Length <= 1000 && answer.All(c => Allowed.Contains(c))
        && !answer.Contains("//") && !answer.Contains("/*") && !HasStrayComma(answer);
    return isExpression ? ProgramRun.Read($"function f(a, b, c) {{ return ({answer}); }}", problem.Data.Value) : null;
}

bool Score(Problem problem, string answer, Verdict verdict) => verdict.IsPassed;
