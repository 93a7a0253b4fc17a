// tasks/math/linear-system.csx: solve two or three linear equations by elimination.
Task(version: 1, levels: 6, tags: ["algebra", "equations"], reward: "math-equivalence");

string[] unknowns = ["x", "y", "z"];

// The sum of Coefficients[i] times unknown i is Value.
record Equation(char Name, int[] Coefficients, int Value);

// y drops out by adding, by multiplying one equation, by multiplying both; unknowns on both sides; three unknowns, first with a gap.
Problem Generate(Rng rng, int level)
{
    int size = level < 5 ? 2 : 3;
    int[] solution = rng.Integers(size, -9, 9);
    int[][] rows;
    do
        rows = Draw(rng, level, size);
    while (!CanBeEliminated(rows));

    var equations = new Equation[size];
    for (int i = 0; i < size; i++)
        equations[i] = new((char)('A' + i), rows[i], Dot(rows[i], solution));
    string[] asked = [.. equations.Select(equation => level == 4 ? OnBothSides(rng, equation) : Text(equation))];
    string names = string.Join(", ", unknowns.Take(size)), answer = $"({string.Join(", ", solution)})";
    return Problem(
        question: $"Solve {string.Join("; ", asked)}. Answer with ({names}), such as {(size == 2 ? "(3, -2)" : "(3, -2, 5)")}.",
        answer: answer,
        solution: $"{(level == 4 ? "Unknowns to the left, numbers to the right:\n" : "")}{string.Join('\n', Steps(equations, solution))}\n({names}) = {answer}");
}

int[][] Draw(Rng rng, int level, int size)
{
    int[][] rows = new int[size][];
    for (int i = 0; i < size; i++)
    {
        rows[i] = new int[size];
        for (int j = 0; j < size; j++)
            rows[i][j] = NonZero(rng, level == 6 ? 5 : 7);
    }
    if (level < 3)
        rows[1][1] = rows[0][1] * (level == 1 ? -1 : rng.Integer(2, 4) * Sign(rng));
    if (level == 5)
        rows[2][2] = 0;
    return rows;
}

// Whether every unknown is still there when its turn comes.
bool CanBeEliminated(int[][] rows)
{
    if (rows.Length == 2)
        return Combine(rows[0], rows[1], 1).Sum[0] != 0;
    int[] d = Combine(rows[0], rows[1], 2).Sum, e = rows[2][2] == 0 ? rows[2] : Combine(rows[1], rows[2], 2).Sum;
    return d[1] != 0 && e[1] != 0 && Combine(d, e, 1).Sum[0] != 0;
}

List<string> Steps(Equation[] equations, int[] solution)
{
    var steps = new List<string>(equations.Select(Line));
    Equation[] two = equations;
    if (equations.Length == 3)
    {
        Equation d = Eliminate('D', equations[0], equations[1], 2, steps);
        two = [d, equations[2].Coefficients[2] == 0 ? equations[2] : Eliminate('E', equations[1], equations[2], 2, steps)];
    }
    Equation last = Eliminate((char)(Math.Max(two[0].Name, two[1].Name) + 1), two[0], two[1], 1, steps);
    if (last.Coefficients[0] != 1)
        steps.Add($"{last.Name}: x = {last.Value} / {Bracketed(last.Coefficients[0])} = {solution[0]}");
    steps.Add(Substitute(two[0], solution, 1));
    if (equations.Length == 3)
        steps.Add(Substitute(equations[0], solution, 2));
    return steps;
}

Equation Eliminate(char name, Equation a, Equation b, int unknown, List<string> steps)
{
    (int m, int n, int[] sum) = Combine(a.Coefficients, b.Coefficients, unknown);
    var equation = new Equation(name, sum, m * a.Value + n * b.Value);
    steps.Add($"Remove {unknowns[unknown]} by {Sum([m, n], [$"{a.Name}", $"{b.Name}"])}: {Line(equation)}");
    return equation;
}

// m a + n b without the unknown.
(int M, int N, int[] Sum) Combine(int[] a, int[] b, int unknown)
{
    int divisor = Gcd(a[unknown], b[unknown]) * Math.Sign(b[unknown]);
    int m = b[unknown] / divisor, n = -a[unknown] / divisor;
    int[] sum = new int[a.Length];
    for (int i = 0; i < sum.Length; i++)
        sum[i] = m * a[i] + n * b[i];
    return (m, n, sum);
}

// One unknown from those before it.
string Substitute(Equation equation, int[] solution, int unknown)
{
    var rest = new StringBuilder($"{equation.Value}");
    for (int i = 0; i < unknown; i++)
    {
        int coefficient = equation.Coefficients[i];
        if (coefficient != 0)
            rest.Append($" {(coefficient > 0 ? '-' : '+')} {Math.Abs(coefficient)} * {Bracketed(solution[i])}");
    }
    int divisor = equation.Coefficients[unknown];
    return $"{equation.Name}: {unknowns[unknown]} = {(divisor == 1 ? rest : $"({rest}) / {Bracketed(divisor)}")} = {solution[unknown]}";
}

// The same equation with something added to both sides.
string OnBothSides(Rng rng, Equation equation)
{
    int p = NonZero(rng, 5), q = NonZero(rng, 5), c = NonZero(rng, 9);
    return $"{Sum([equation.Coefficients[0] + p, equation.Coefficients[1] + q, c], ["x", "y", ""])} = {Sum([p, q, equation.Value + c], ["x", "y", ""])}";
}

string Line(Equation equation) => $"{equation.Name}: {Text(equation)}";

string Text(Equation equation) => $"{Sum(equation.Coefficients, unknowns)} = {equation.Value}";

string Sum(int[] coefficients, string[] units)
{
    var sum = new StringBuilder();
    for (int i = 0; i < coefficients.Length; i++)
    {
        int size = Math.Abs(coefficients[i]);
        if (size == 0)
            continue;
        sum.Append(sum.Length == 0 ? (coefficients[i] < 0 ? "-" : "") : coefficients[i] < 0 ? " - " : " + ");
        if (size != 1 || units[i] == "")
            sum.Append(size);
        sum.Append(units[i]);
    }
    return sum.Length == 0 ? "0" : sum.ToString();
}

int Dot(int[] a, int[] b)
{
    int sum = 0;
    for (int i = 0; i < a.Length; i++)
        sum += a[i] * b[i];
    return sum;
}

string Bracketed(int number) => number < 0 ? $"({number})" : number.ToString();

int Gcd(int a, int b) => b == 0 ? Math.Abs(a) : Gcd(b, a % b);

int NonZero(Rng rng, int size) => rng.Integer(1, size) * Sign(rng);

int Sign(Rng rng) => rng.Chance(0.5) ? 1 : -1;
