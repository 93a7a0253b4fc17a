// tasks/math/fractions.csx: calculate with fractions.
Task(version: 1, levels: 6, tags: ["arithmetic", "fractions"], reward: "numeric");

// Level by level.
int[] counts = [1, 1, 2, 2, 3, 4];
string[] operators = ["+-", "*/", "+-", "+-*/", "+-*/", "+-*/"];

// In lowest terms, the denominator positive.
readonly record struct Fraction(long Numerator, long Denominator)
{
    public override string ToString() => Denominator == 1 ? Numerator.ToString() : $"{Numerator}/{Denominator}";
}

// A fraction, or an operation on two nodes, which becomes a fraction once it is worked out.
sealed class Node(Fraction value, char sign = ' ', Node? left = null, Node? right = null)
{
    public Fraction Value { get; } = value;
    public char Sign { get; set; } = sign;
    public Node? Left { get; } = left;
    public Node? Right { get; } = right;
}

Problem Generate(Rng rng, int level)
{
    Node root;
    do
        root = Draw(rng, counts[level - 1], operators[level - 1]);
    while (root.Value.Denominator > 9999 || Math.Abs(root.Value.Numerator) > 9999);
    string text = Text(root);
    var steps = new List<string>();
    Work(root, root, steps);
    return Problem(
        question: $"Work out {text}. Answer with a fraction such as 3/4 or with a whole number.",
        answer: $"{root.Value}",
        solution: string.Join('\n', steps));
}

Node Draw(Rng rng, int count, string signs)
{
    if (count == 0)
        return new(Proper(rng));
    char sign = signs[rng.Integer(0, signs.Length - 1)];
    int onTheLeft = rng.Integer(0, count - 1);
    Node left = Draw(rng, onTheLeft, signs), right = Draw(rng, count - 1 - onTheLeft, signs);
    if (sign == '/' && right.Value.Numerator == 0)
        sign = '-';
    Fraction a = left.Value, b = right.Value;
    return new(Calculate(a, b, sign), sign, left, right);
}

Fraction Calculate(Fraction a, Fraction b, char sign) => sign switch
{
    '+' => Reduce(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator),
    '-' => Reduce(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator),
    '*' => Reduce(a.Numerator * b.Numerator, a.Denominator * b.Denominator),
    _ => Reduce(a.Numerator * b.Denominator, a.Denominator * b.Numerator),
};

// No whole number.
Fraction Proper(Rng rng)
{
    Fraction drawn;
    do
        drawn = Reduce(rng.Integer(1, 11), rng.Integer(2, 12));
    while (drawn.Denominator == 1);
    return drawn;
}

Fraction Reduce(long numerator, long denominator)
{
    long common = Gcd(Math.Abs(numerator), Math.Abs(denominator)) * Math.Sign(denominator);
    return new(numerator / common, denominator / common);
}

long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

// The innermost operation on the left first.
void Work(Node node, Node root, List<string> steps)
{
    if (node.Sign == ' ')
        return;
    Work(node.Left!, root, steps);
    Work(node.Right!, root, steps);
    string step = string.Join(" = ", Chain(node, node.Left!.Value, node.Right!.Value));
    node.Sign = ' ';
    steps.Add(node == root ? step : $"{step}, so {Text(root)}");
}

// 2/3 - 1/4 = 8/12 - 3/12 = 5/12, 2/3 / (4/9) = 2/3 * 9/4 = 18/12 = 3/2
List<string> Chain(Node node, Fraction a, Fraction b)
{
    List<string> chain = [Text(node)];
    if (node.Sign is '+' or '-')
    {
        long common = a.Denominator / Gcd(a.Denominator, b.Denominator) * b.Denominator;
        long left = a.Numerator * (common / a.Denominator), right = b.Numerator * (common / b.Denominator);
        if (common != 1)
        {
            Add(chain, $"{Negative(left)}/{common} {node.Sign} {Negative(right)}/{common}");
            Add(chain, $"{(node.Sign == '+' ? left + right : left - right)}/{common}");
        }
    }
    else
    {
        if (node.Sign == '/')
        {
            b = b.Numerator < 0 ? new(-b.Denominator, -b.Numerator) : new(b.Denominator, b.Numerator);
            Add(chain, $"{Operand(a)} * {Operand(b)}");
        }
        Add(chain, $"{a.Numerator * b.Numerator}/{a.Denominator * b.Denominator}");
    }
    Add(chain, node.Value.ToString());
    return chain;
}

void Add(List<string> chain, string value)
{
    if (!chain.Contains(value))
        chain.Add(value);
}

string Negative(long number) => number < 0 ? $"({number})" : number.ToString();

string Operand(Fraction value) => value.Numerator < 0 ? $"({value})" : value.ToString();

string Text(Node node) => node.Sign == ' '
    ? node.Value.ToString()
    : $"{Operand(node.Left!, node.Sign, false)} {node.Sign} {Operand(node.Right!, node.Sign, true)}";

// In parentheses where it is negative, where it binds less, and on the right of an operation as strong as its own.
string Operand(Node node, char sign, bool onTheRight)
{
    bool bare = node.Sign == ' '
        ? node.Value.Numerator >= 0 && (node.Value.Denominator == 1 || !onTheRight || sign != '/')
        : Strength(node.Sign) - (onTheRight ? 1 : 0) >= Strength(sign);
    return bare ? Text(node) : $"({Text(node)})";
}

int Strength(char sign) => sign is '+' or '-' ? 1 : 2;
