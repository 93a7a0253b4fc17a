// tasks/math/arithmetic.csx: evaluate an expression by the order of operations.
Task(version: 1, levels: 6, tags: ["arithmetic", "precedence"], reward: "numeric");

// Level by level.
int[] counts = [2, 3, 4, 5, 6, 8];
string[] operators = ["+-*", "+-*", "+-*/", "+-*/", "+-*/^", "+-*/^"];

// A number, or an operation on two nodes, which becomes a number once it is worked out.
sealed class Node(int value, char sign = ' ', Node? left = null, Node? right = null)
{
    public int Value { get; } = value;
    public char Sign { get; set; } = sign;
    public Node? Left { get; } = left;
    public Node? Right { get; } = right;
}

// Level 1 needs no parentheses, the others do.
Problem Generate(Rng rng, int level)
{
    Node root;
    string text;
    do
    {
        root = Draw(rng, counts[level - 1], operators[level - 1]);
        text = Text(root);
    }
    while (text.Contains('(') != level > 1 || !text.Contains('*'));

    var steps = new List<string>();
    Work(root, root, steps);
    return Problem(
        question: $"Work out {text}{(text.Contains('^') ? ", where ^ means a power" : "")}. Answer with the number alone.",
        answer: $"{root.Value}",
        solution: string.Join('\n', steps));
}

Node Draw(Rng rng, int count, string signs)
{
    if (count == 0)
        return Number(rng.Integer(2, 20));
    char sign = signs[rng.Integer(0, signs.Length - 1)];
    if (sign == '/')
        return Quotient(rng, Draw(rng, count - 1, signs));
    if (sign == '^')
        return Power(rng, Draw(rng, count - 1, signs));
    int onTheLeft = rng.Integer(0, count - 1);
    Node left = Draw(rng, onTheLeft, signs), right = Draw(rng, count - 1 - onTheLeft, signs);
    return sign == '*' && Math.Abs(left.Value * right.Value) <= 400 ? new(left.Value * right.Value, '*', left, right)
        : sign == '+' ? Sum(left, right)
        : Difference(left, right);
}

Node Number(int value) => new(value);

Node Sum(Node left, Node right) => new(left.Value + right.Value, '+', left, right);

Node Difference(Node left, Node right) => new(left.Value - right.Value, '-', left, right);

// Something over the part, or the part over one of its divisors.
Node Quotient(Rng rng, Node part)
{
    int quotient = rng.Integer(2, 12);
    if (part.Value is >= 2 and <= 12)
        return new(quotient, '/', Number(quotient * part.Value), part);
    for (int divisor = 9; divisor > 1; divisor--)
    {
        if (part.Value != 0 && part.Value % divisor == 0)
            return new(part.Value / divisor, '/', part, Number(divisor));
    }
    return Difference(part, Number(quotient));
}

Node Power(Rng rng, Node part) => Math.Abs(part.Value) switch
{
    <= 5 => new(part.Value * part.Value * part.Value, '^', part, Number(3)),
    <= 15 => new(part.Value * part.Value, '^', part, Number(2)),
    _ => Difference(part, Number(rng.Integer(2, 20))),
};

// The innermost operation on the left first.
void Work(Node node, Node root, List<string> steps)
{
    if (node.Sign == ' ')
        return;
    Work(node.Left!, root, steps);
    Work(node.Right!, root, steps);
    string step = $"{Text(node)} = {node.Value}";
    node.Sign = ' ';
    steps.Add(node == root ? step : $"{step}, so {Text(root)}");
}

string Text(Node node)
{
    var text = new StringBuilder();
    Write(node, text);
    return text.ToString();
}

void Write(Node node, StringBuilder text)
{
    if (node.Sign == ' ')
    {
        text.Append(node.Value);
        return;
    }
    int strength = Strength(node);
    WriteOperand(node.Left!, node.Sign == '^' ? strength + 1 : strength, text);
    if (node.Sign == '^')
        text.Append('^');
    else
        text.Append(' ').Append(node.Sign).Append(' ');
    WriteOperand(node.Right!, strength + 1, text);
}

void WriteOperand(Node node, int strength, StringBuilder text)
{
    if (Strength(node) >= strength)
    {
        Write(node, text);
        return;
    }
    text.Append('(');
    Write(node, text);
    text.Append(')');
}

int Strength(Node node) => node.Sign switch
{
    '+' or '-' => 1,
    '*' or '/' => 2,
    '^' => 3,
    _ => node.Value < 0 ? 0 : 4,
};
