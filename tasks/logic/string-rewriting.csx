// tasks/logic/string-rewriting.csx: apply rules to a string of letters until none fits.
Task(version: 1, levels: 6, tags: ["strings", "simulation", "algorithm"], reward: "exact");

record Rule(string Left, string Right, bool Stop = false);
readonly record struct Run(int Steps, string Result, bool Ended, bool Stopped);
readonly record struct Size(int Letters, int Rules, int Length, int Low, int High, bool Heavy, bool Stops);

Size SizeOf(int level) => level switch
{
    1 => new(3, 2, 6, 2, 4, false, false),
    2 => new(3, 3, 7, 4, 6, false, false),
    3 => new(4, 4, 9, 5, 8, false, false),
    4 => new(4, 4, 6, 6, 10, true, false),
    5 => new(4, 5, 7, 6, 10, true, true),
    _ => new(4, 6, 9, 9, 15, true, true),
};

Problem Generate(Rng rng, int level)
{
    Size size = SizeOf(level);
    List<Rule> rules;
    string start;
    Run run;
    do
    {
        rules = DrawRules(rng, size);
        start = new string(Draw(rng, size.Letters, new char[size.Length]));
        run = Rewrite(rules, start, size.High, null);
    }
    while (!run.Ended || run.Steps < size.Low || run.Result.Length < 3 || run.Result.AsSpan().Trim(run.Result[0]).IsEmpty);

    StringBuilder listed = new(), lines = new(500);
    for (int i = 0; i < rules.Count; i++)
        Show(listed.Append(i == 0 ? "" : "; ").Append(i + 1).Append(". "), rules[i]);
    Rewrite(rules, start, size.High, lines);
    string stop = size.Stops ? ", or after the rule that says stop" : "";
    return Problem(
        question: $"Rules: {listed}. Begin with {start} and do this again and again: take the first rule of the list whose left side occurs in the string, "
            + $"and replace its leftmost occurrence by the right side. End when no rule fits{stop}. What is the string at the end? Answer with its letters alone.",
        answer: run.Result,
        solution: $"{start}\n{lines}{(run.Stopped ? "Stop" : "No rule fits")}: {run.Result}");
}

Span<char> Draw(Rng rng, int letters, Span<char> text)
{
    for (int i = 0; i < text.Length; i++)
        text[i] = (char)('a' + rng.Integer(0, letters - 1));
    return text;
}

List<Rule> DrawRules(Rng rng, Size size)
{
    var rules = new List<Rule>(size.Rules);
    Span<char> two = new char[2], three = new char[3];   // most draws come to nothing: only those that do not become strings
    while (rules.Count < size.Rules)
    {
        bool heavy = size.Heavy && rng.Chance(0.3);
        ReadOnlySpan<char> left = heavy ? (rng.Chance(0.5) ? "c" : "d") : Draw(rng, size.Letters, two);
        ReadOnlySpan<char> right = Draw(rng, size.Letters, three[..rng.Integer(heavy ? 2 : 0, 3)]);
        // A rule whose left side holds an earlier one's would never have its turn.
        if (Ends(left, right, size.Heavy) && First(rules, left) < 0)
            rules.Add(new Rule(left.ToString(), right.ToString()));
    }
    if (size.Stops)
    {
        int last = rng.Integer(0, rules.Count - 1);
        rules[last] = rules[last] with { Stop = true };
    }
    return rules;
}

// A rule makes the string lighter or sorts two of its letters, so every rewriting ends. Heavy letters may become longer strings.
bool Ends(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool heavy) =>
    Weight(right, heavy) < Weight(left, heavy)
    || (left.Length == 2 && left[0] > left[1] && right.Length == 2 && right[0] == left[1] && right[1] == left[0]);

int Weight(ReadOnlySpan<char> text, bool heavy)
{
    int total = 0;
    foreach (char letter in text)
        total += heavy && letter == 'd' ? 5 : heavy && letter == 'c' ? 3 : 1;
    return total;
}

void Show(StringBuilder text, Rule rule) => text.Append($"{rule.Left} -> {(rule.Right.Length == 0 ? "nothing" : rule.Right)}{(rule.Stop ? ", then stop" : "")}");

// The first rule whose left side occurs, or -1.
int First(List<Rule> rules, ReadOnlySpan<char> text)
{
    for (int i = 0; i < rules.Count; i++)
    {
        if (text.IndexOf(rules[i].Left) >= 0)
            return i;
    }
    return -1;
}

// Each step shows the letters that are replaced in brackets.
Run Rewrite(List<Rule> rules, string text, int most, StringBuilder lines)
{
    int steps = 0;
    while (steps <= most)
    {
        int found = First(rules, text);
        if (found < 0)
            return new(steps, text, Ended: true, Stopped: false);
        Rule rule = rules[found];
        int at = text.IndexOf(rule.Left, StringComparison.Ordinal);
        ReadOnlySpan<char> before = text.AsSpan(0, at), after = text.AsSpan(at + rule.Left.Length);
        lines?.Append($"rule {found + 1}: {before}({rule.Left}){after} -> {before}({rule.Right}){after}\n");
        text = string.Concat(before, rule.Right, after);
        steps++;
        if (rule.Stop)
            return new(steps, text, Ended: true, Stopped: true);
    }
    return new(steps, text, Ended: false, Stopped: false);
}
