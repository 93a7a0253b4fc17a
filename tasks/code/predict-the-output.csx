// tasks/code/predict-the-output.csx: trace a short program and say what it prints.
Task(version: 1, levels: 6, tags: ["tracing"], reward: "exact");

// A program as it is shown, and what happens in it, line by line.
class Machine
{
    public StringBuilder Code = new(), Steps = new();
    public int Depth;

    public void Line(string code) => Code.Append(' ', 4 * Depth).Append(code).Append('\n');
    public void Step(string what) => Steps.Append(what).Append('\n');
}

Problem Generate(Rng rng, int level)
{
    var machine = new Machine();
    string printed = level switch
    {
        1 => Assignments(rng, machine, 4),
        2 => Branches(rng, machine),
        3 => Loop(rng, machine),
        4 => WhileLoop(rng, machine),
        5 => Listing(rng, machine),
        _ => Nested(rng, machine),
    };
    return Problem(
        question: $"What does this program print?\n{machine.Code}Here // divides and rounds down, and % is the remainder. Answer with what is printed alone.",
        answer: printed,
        solution: $"{machine.Steps}It prints {printed}");
}

int Apply(string op, int a, int b) => op switch { "+" => a + b, "-" => a - b, "*" => a * b, "//" => (int)Math.Floor((double)a / b), _ => ((a % b) + b) % b };

// Three variables, each made of the others.
string Assignments(Rng rng, Machine m, int count)
{
    int[] v = rng.Integers(3, 2, 20);
    string[] names = ["a", "b", "c"];
    for (int i = 0; i < 3; i++)
        m.Line($"{names[i]} = {v[i]}");
    for (int i = 0; i < count; i++)
    {
        int to = rng.Integer(0, 2), left = rng.Integer(0, 2), right = rng.Integer(0, 2);
        string op = rng.Pick(Math.Abs(v[left] * v[right]) < 1000 ? Any : Sums);
        int value = Apply(op, v[left], v[right]);
        m.Line($"{names[to]} = {names[left]} {op} {names[right]}");
        m.Step($"{names[to]} = {Signed(v[left])} {op} {Signed(v[right])} = {value}");
        v[to] = value;
    }
    m.Line("print(a, b, c)");
    return $"{v[0]} {v[1]} {v[2]}";
}

readonly string[] Any = ["+", "-", "*"], Sums = ["+", "-"];

string Signed(int number) => number < 0 ? $"({number})" : $"{number}";

// Conditions one after another, each on what those before it left.
string Branches(Rng rng, Machine m)
{
    int x = rng.Integer(10, 99), y = rng.Integer(10, 99);
    m.Line($"x = {x}");
    m.Line($"y = {y}");
    for (int i = 0; i < 3; i++)
    {
        int bound = rng.Integer(20, 90), step = rng.Integer(3, 30), divisor = rng.Integer(2, 5);
        bool parity = rng.Chance(0.4), holds = parity ? Apply("%", x, divisor) == 0 : x > bound;
        string condition = parity ? $"x % {divisor} == 0" : $"x > {bound}", checkedValue = parity ? $"{Signed(x)} % {divisor} = {Apply("%", x, divisor)}" : $"x is {x}";
        m.Line($"if {condition}:");
        m.Line($"    x = x - {step}");
        m.Line("else:");
        m.Line($"    x, y = y, x + {step}");
        (int a, int b) = holds ? (x - step, y) : (y, x + step);
        m.Step($"{checkedValue}, so {condition} is {(holds ? "true: x = " + (x - step) : $"false: x = {a}, y = {b}")}");
        (x, y) = (a, b);
    }
    m.Line("print(x, y)");
    return $"{x} {y}";
}

string Loop(Rng rng, Machine m)
{
    int total = rng.Integer(0, 9), from = rng.Integer(2, 6), to = from + rng.Integer(4, 6), k = rng.Integer(2, 4), other = rng.Integer(2, 12);
    m.Line($"total = {total}");
    m.Line($"for i in range({from}, {to}):");
    m.Line($"    if i % {k} == 0:");
    m.Line("        total = total + i * i");
    m.Line("    else:");
    m.Line($"        total = total - {other}");
    m.Line("print(total)");
    m.Step($"i goes from {from} to {to - 1}.");
    for (int i = from; i < to; i++)
    {
        int next = i % k == 0 ? total + i * i : total - other;
        m.Step($"i = {i}, {i} % {k} = {i % k}: total = {Signed(total)} {(i % k == 0 ? $"+ {i * i}" : $"- {other}")} = {next}");
        total = next;
    }
    return $"{total}";
}

string WhileLoop(Rng rng, Machine m)
{
    int n = rng.Integer(60, 900), d = rng.Integer(2, 4), sum = 0, steps = 0, add = rng.Integer(1, 9);
    m.Line($"n = {n}");
    m.Line("steps = 0");
    m.Line("sum = 0");
    m.Line("while n > 3:");
    m.Line($"    if n % {d} == 0:");
    m.Line($"        n = n // {d}");
    m.Line("    else:");
    m.Line($"        sum = sum + n % 10 + {add}");
    m.Line("        n = n - n // 2");
    m.Line("    steps = steps + 1");
    m.Line("print(steps, sum, n)");
    while (n > 3)
    {
        steps++;
        if (n % d == 0)
        {
            m.Step($"{n} % {d} = 0: n = {n} // {d} = {n / d}, steps = {steps}");
            n /= d;
            continue;
        }
        int next = sum + n % 10 + add, left = n - n / 2;
        m.Step($"{n} % {d} = {n % d}: sum = {sum} + {n % 10} + {add} = {next}, n = {n} - {n / 2} = {left}, steps = {steps}");
        (sum, n) = (next, left);
    }
    return $"{steps} {sum} {n}";
}

// A list that is changed in place.
string Listing(Rng rng, Machine m)
{
    List<int> items = [.. rng.Integers(5, 1, 20)];
    string Show() => $"[{string.Join(", ", items)}]";
    m.Line($"items = {Show()}");
    for (int step = 0; step < 6; step++)
    {
        int i = rng.Integer(0, items.Count - 1), j = rng.Integer(0, items.Count - 1), value = rng.Integer(1, 20);
        (string code, Action act) = rng.Integer(0, items.Count > 3 ? 5 : 3) switch
        {
            0 => ($"items.append({value})", (Action)(() => items.Add(value))),
            1 => ($"items[{i}] = items[{i}] + items[{j}]", () => items[i] += items[j]),
            2 => ("items.reverse()", () => items.Reverse()),
            3 => ($"items.insert({i}, {value})", () => items.Insert(i, value)),
            4 => ($"items.pop({i})", () => items.RemoveAt(i)),
            _ => ("items.sort()", () => items.Sort()),
        };
        act();
        m.Line(code);
        m.Step($"{code}: {Show()}");
    }
    m.Line("print(items)");
    m.Line("# insert(i, v) puts v before place i, pop(i) removes what is at place i; places count from 0");
    return Show();
}

string Nested(Rng rng, Machine m)
{
    int rows = rng.Integer(3, 4), cols = rng.Integer(3, 4), a = rng.Integer(2, 5), b = rng.Integer(2, 7), k = rng.Integer(2, 4), total = rng.Integer(0, 20), count = 0;
    m.Line($"total = {total}");
    m.Line("count = 0");
    m.Line($"for i in range(1, {rows + 1}):");
    m.Line($"    for j in range(i, {cols + 1}):");
    m.Line($"        if (i * {a} + j) % {k} == 0:");
    m.Line("            continue");
    m.Line($"        total = total + i * j - {b}");
    m.Line("        count = count + 1");
    m.Line("print(count, total)");
    for (int i = 1; i <= rows; i++)
    {
        for (int j = i; j <= cols; j++)
        {
            int test = i * a + j;
            if (test % k == 0)
            {
                m.Step($"i = {i}, j = {j}: {test} % {k} = 0, left out");
                continue;
            }
            int next = total + i * j - b;
            count++;
            m.Step($"i = {i}, j = {j}: {test} % {k} = {test % k}, total = {Signed(total)} + {i * j} - {b} = {next}, count = {count}");
            total = next;
        }
    }
    return $"{count} {total}";
}
