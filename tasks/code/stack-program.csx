// tasks/code/stack-program.csx: write a program for a stack machine from examples of what it computes.
Task(version: 1, levels: 6, tags: ["program-synthesis", "induction"], reward: "run-program");

const string Language =
    "A program is words separated by spaces; the inputs are on a stack, the last one on top. A number puts itself on the stack. "
    + "dup copies the top, drop removes it, swap exchanges the top two, over copies the second to the top, rot brings the third to the top. "
    + "+ - * max min take the top two and put back the result (5 3 - gives 2). neg changes the sign of the top.";

// A rule to be found: its value, a program for it, the inputs that show it, and how they do.
record Rule(Func<long[], long> Value, string Program, long[][] Shown, Func<long[][], long[], string> Reasons);

Problem Generate(Rng rng, int level)
{
    Rule rule = level switch
    {
        1 => OneStep(rng),
        2 => Line(rng),
        3 => Plane(rng),
        4 => Parabola(rng),
        5 => Bend(rng),
        _ => Mixed(rng),
    };
    long[][] shown = rng.Shuffle(rule.Shown);
    long[] outputs = Array.ConvertAll(shown, input => rule.Value(input));
    var hidden = new long[12][];
    for (int i = 0; i < hidden.Length; i++)
        hidden[i] = Hidden(rng, shown[0].Length, i);

    string examples = string.Join("; ", Array.ConvertAll(shown, input => $"{string.Join(' ', input)} -> {rule.Value(input)}"));
    long[] traced = shown[^1];
    return Problem(
        question: $"{Language} Write one program that turns each input into its output: {examples}. It is tried on other inputs too. Answer with the words of the program alone.",
        answer: rule.Program,
        solution: $"{rule.Reasons(shown, outputs)}\nCheck {rule.Program} on {string.Join(' ', traced)}:\n{Trace(rule.Program, traced)}",
        data: new { cases = Array.ConvertAll(hidden, input => new { input, output = rule.Value(input) }) });
}

// Small and large, of both signs, so that both sides of every bend are met.
long[] Hidden(Rng rng, int arity, int i)
{
    int size = i < 6 ? 12 : 500;
    int[] input = rng.Integers(arity, -size, size);
    if (i % 2 == 0)
        input[0] = rng.Integer(20, 40) * (i % 4 == 0 ? 1 : -1);
    return Inputs(input);
}

long[] Inputs(params int[] numbers) => Array.ConvertAll(numbers, number => (long)number);

// x + c, c - x, c * x
Rule OneStep(Rng rng)
{
    int c = rng.Integer(2, 60);
    int[] x = rng.Sample([.. Enumerable.Range(2, 28)], 3);
    long[][] shown = [.. x.Select(number => Inputs(number))];
    return rng.Integer(0, 2) switch
    {
        0 => new(v => v[0] + c, $"{c} +", shown, (i, o) =>
            Lines(i.Zip(o, (input, output) => $"{output} - {input[0]} = {c}"), $"Every output is {c} more than its input: add {c}.")),
        1 => new(v => c - v[0], $"{c} swap -", shown, (i, o) =>
            Lines(i.Zip(o, (input, output) => $"{output} + {input[0]} = {c}"), $"Input and output add up to {c}: put {c} under the input and subtract.")),
        _ => new(v => c * v[0], $"{c} *", shown, (i, o) =>
            Lines(i.Zip(o, (input, output) => $"{output} = {c} * {input[0]}"), $"Every output is {c} times its input: multiply by {c}.")),
    };
}

// a x + b
Rule Line(Rng rng)
{
    int a = rng.Integer(2, 9) * Sign(rng), b = rng.Integer(1, 30) * Sign(rng);
    int start = rng.Integer(1, 6);
    return new(v => a * v[0] + b, $"{a} * {b} +", [Inputs(0), Inputs(start), Inputs(start + 1), Inputs(start + rng.Integer(3, 9))], (_, _) =>
        Lines(
            $"From input {start} to {start + 1} the output goes from {a * start + b} to {a * (start + 1) + b}, a step of {a}: multiply by {a}.",
            $"Input 0 gives {b}: add {b}."));
}

// a x + b y + c
Rule Plane(Rng rng)
{
    int a = rng.Integer(2, 9) * Sign(rng), b = rng.Integer(2, 9) * Sign(rng), c = rng.Integer(1, 20) * Sign(rng);
    return new(
        v => a * v[0] + b * v[1] + c,
        $"{b} * swap {a} * + {c} +",
        [Inputs(0, 0), Inputs(1, 0), Inputs(0, 1), Inputs(rng.Integer(2, 9), rng.Integer(2, 9))],
        (_, _) => Lines(
            $"0 0 gives {c}: add {c}.",
            $"1 0 gives {a + c}, which is {a} more: the first input counts {a} times.",
            $"0 1 gives {b + c}, which is {b} more: the second input counts {b} times.",
            $"The second input is on top: multiply it by {b}, swap, multiply the first by {a}, add them, add {c}."));
}

// x x + a x + b
Rule Parabola(Rng rng)
{
    int a = rng.Integer(1, 9) * Sign(rng), b = rng.Integer(1, 30) * Sign(rng);
    int[] x = [1, 2, 3, rng.Integer(5, 9)];
    return new(v => v[0] * v[0] + a * v[0] + b, $"dup {a} + * {b} +", [Inputs(0), .. x.Select(number => Inputs(number))], (_, _) =>
        Lines(
            [
                $"Input 0 gives {b}: add {b} at the end. Without it:",
                .. x.Select(number => $"{number} gives {number * number + a * number} = {number} * {number + a}"),
                $"Each time the input is multiplied by itself plus {a}: copy it, add {a}, multiply.",
            ]));
}

// max or min of a x and c, or a |x| + c
Rule Bend(Rng rng)
{
    int a = rng.Integer(2, 9), c = rng.Integer(1, 30) * Sign(rng), far = rng.Integer(20, 40);
    int near = rng.Integer(1, 3);
    long[][] shown = [Inputs(-far), Inputs(-far + near), Inputs(0), Inputs(far), Inputs(far + near)];
    return rng.Integer(0, 2) switch
    {
        0 => new(v => Math.Max(a * v[0], c), $"{a} * {c} max", shown, (_, _) => Lines(
            $"{far} gives {a * far} and {far + near} gives {a * (far + near)}: {a} times the input.",
            $"{-far} and {-far + near} both give {c}: the output never falls below {c}, so take the larger of the product and {c}.")),
        1 => new(v => Math.Min(a * v[0], c), $"{a} * {c} min", shown, (_, _) => Lines(
            $"{-far} gives {-a * far} and {-far + near} gives {a * (-far + near)}: {a} times the input.",
            $"{far} and {far + near} both give {c}: the output never rises above {c}, so take the smaller of the product and {c}.")),
        _ => new(v => a * Math.Abs(v[0]) + c, $"dup neg max {a} * {c} +", shown, (_, _) => Lines(
            $"{far} and {-far} both give {a * far + c}: the sign does not count, so take the larger of the input and its negative.",
            $"0 gives {c}: add {c} at the end.",
            $"{a * far + c} - {c} = {a * far} = {a} * {far}: multiply by {a}.")),
    };
}

// x y + a z + c, or x (y + a) - z with the third input on top
Rule Mixed(Rng rng)
{
    int a = rng.Integer(2, 9), c = rng.Integer(1, 30) * Sign(rng);
    int x = rng.Integer(2, 9), y = rng.Integer(2, 9), z = rng.Integer(2, 9);
    return rng.Chance(0.5)
        ? new(
            v => v[0] * v[1] + a * v[2] + c,
            $"{a} * rot rot * + {c} +",
            [Inputs(0, 0, 0), Inputs(0, 0, 1), Inputs(x, 0, 0), Inputs(0, y, 0), Inputs(x, y, 0), Inputs(x, y, z)],
            (_, _) => Lines(
                $"0 0 0 gives {c}: add {c} at the end.",
                $"0 0 1 gives {a + c}, which is {a} more: the third input counts {a} times.",
                $"{x} 0 0 and 0 {y} 0 add nothing to {c}, {x} {y} 0 adds {x * y} = {x} * {y}: the first two inputs are multiplied.",
                $"The third input is on top: multiply it by {a}, bring the first two above it, multiply them, add, add {c}."))
        : new(
            v => v[0] * (v[1] + c) - v[2],
            $"rot rot {c} + * swap -",
            [Inputs(0, 0, 0), Inputs(0, 0, z), Inputs(1, 0, 0), Inputs(x, 0, 0), Inputs(0, y, 0), Inputs(x, y, z)],
            (_, _) => Lines(
                $"0 0 {z} gives {-z}: the third input is subtracted.",
                $"1 0 0 gives {c} and {x} 0 0 gives {x * c}: the first input is multiplied by {c} when the second is 0.",
                $"0 {y} 0 gives 0, and {x} {y} {z} gives {x * (y + c) - z}; with {z} put back that is {x * (y + c)} = {x} * {y + c}: the second input is added to {c} before.",
                $"Bring the first two above the third, add {c} to the second, multiply; swap the third to the top and subtract."));
}

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;

string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);

string Lines(IEnumerable<string> lines, string last) => string.Join('\n', lines.Append(last));

// The stack after every word.
string Trace(string program, long[] input)
{
    var trace = new StringBuilder();
    List<long> stack = [.. input];
    foreach (string word in program.Split(' '))
    {
        int top = stack.Count - 1;
        switch (word)
        {
            case "dup": stack.Add(stack[top]); break;
            case "swap": (stack[top - 1], stack[top]) = (stack[top], stack[top - 1]); break;
            case "rot": (stack[top - 2], stack[top - 1], stack[top]) = (stack[top - 1], stack[top], stack[top - 2]); break;
            case "neg": stack[top] = -stack[top]; break;
            case "+" or "-" or "*" or "max" or "min":
                long a = stack[top - 1], b = stack[top];
                stack.RemoveAt(top);
                stack[top - 1] = word switch { "+" => a + b, "-" => a - b, "*" => a * b, "max" => Math.Max(a, b), _ => Math.Min(a, b) };
                break;
            default: stack.Add(long.Parse(word)); break;
        }
        trace.Append(trace.Length > 0 ? "\n" : "").Append(word).Append(':');
        foreach (long number in stack)
            trace.Append(' ').Append(number);
    }
    return trace.ToString();
}
