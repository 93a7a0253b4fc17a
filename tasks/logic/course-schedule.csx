// tasks/logic/course-schedule.csx: put courses in an order that respects what each needs, or show that there is none.
using System.Numerics;

Task(version: 1, levels: 6, tags: ["graph", "planning", "constraints"]);

string[] pool =
[
    "Algebra", "Biology", "Chemistry", "Drawing", "Economics", "French", "Geometry", "History", "Italian", "Japanese", "Logic",
    "Music", "Optics", "Physics", "Rhetoric", "Statistics", "Theology", "Zoology",
];

// Level by level; 'Early' courses must be among the first ones, and a circle makes every order impossible.
(int Courses, int Extra, int Early, bool Circles)[] sizes =
    [(5, 2, 0, false), (7, 3, 0, false), (7, 4, 2, false), (8, 4, 0, true), (9, 5, 3, true), (10, 7, 4, true)];

Problem Generate(Rng rng, int level)
{
    var (count, extra, early, circles) = sizes[level - 1];
    string[] courses = rng.Sample(pool, count);
    // Built along a hidden order, which is possible unless a circle is closed.
    int[] hidden = rng.Shuffle(Enumerable.Range(0, count)), needs = new int[count], latest = new int[count];
    Array.Fill(latest, count);
    for (int i = 1; i < count; i++)
        needs[hidden[i]] |= 1 << hidden[rng.Integer(Math.Max(0, i - 2), i - 1)];
    for (int i = 0; i < extra; i++)
    {
        int later = rng.Integer(2, count - 1);
        needs[hidden[later]] |= 1 << hidden[rng.Integer(0, later - 1)];
    }
    foreach (int place in rng.Sample([.. Enumerable.Range(2, count - 3)], early))
        latest[hidden[place]] = place + 1;
    if (circles && rng.Chance(0.5))
        CloseCircle(rng, hidden, needs);

    var (answer, solution) = Solve(courses, needs, latest);
    StringBuilder rules = new(500), places = new();
    foreach (int i in rng.Shuffle(Enumerable.Range(0, count)))
    {
        if (needs[i] != 0)
            Names(rules.Append(courses[i]).Append(" needs "), courses, needs[i]).Append(". ");
        if (latest[i] < count)
            places.Append($"{courses[i]} must be among the first {latest[i]}. ");
    }
    return Problem(
        question: $"The courses {string.Join(", ", courses)} are taken one after another, each after all that it needs. {rules}{places}"
            + "Give a possible order: answer with the names of all courses in this order, separated by commas."
            + (circles ? " If there is none because some courses need each other in a circle, answer with that circle instead, each course before one that it needs, in the form: impossible: Latin, Greek, Hebrew" : ""),
        answer: answer,
        solution: solution,
        data: new { courses, needs, latest });
}

double Score(Problem problem, string answer)
{
    if (answer.Length > 500)
        return 0;
    JsonElement data = problem.Data!.Value;
    List<string> courses = Items(data, "courses", course => course.GetString()!);
    List<int> needs = Items(data, "needs", mask => mask.GetInt32()), latest = Items(data, "latest", place => place.GetInt32());
    const string Circle = "impossible:";
    ReadOnlySpan<char> text = answer.AsSpan().Trim();
    bool circle = text.Length > Circle.Length && Ascii.EqualsIgnoreCase(text[..Circle.Length], Circle);
    int[] given = [.. text[(circle ? Circle.Length : 0)..].ToString().Split(',')
        .Select(course => courses.FindIndex(name => Ascii.EqualsIgnoreCase(name, course.AsSpan().Trim())))];
    if (given.Contains(-1) || given.Distinct().Count() < given.Length || !circle && given.Length < courses.Count)
        return 0;
    int taken = 0;
    for (int i = 0; i < given.Length; i++)
    {
        int needed = needs[given[i]];
        if (circle ? (needed >> given[(i + 1) % given.Length] & 1) == 0 : (needed & ~taken) != 0 || i >= latest[given[i]])
            return 0;
        taken |= 1 << given[i];
    }
    return 1;
}

List<T> Items<T>(JsonElement data, string name, Func<JsonElement, T> read) => [.. data.GetProperty(name).EnumerateArray().Select(read)];

// A course that others lead to becomes needed by the first of them.
void CloseCircle(Rng rng, int[] hidden, int[] needs)
{
    int last = hidden[rng.Integer(hidden.Length / 2, hidden.Length - 1)], first = last;
    for (int steps = rng.Integer(2, 4); steps > 0 && needs[first] != 0; steps--)
        first = BitOperations.Log2((uint)needs[first]);
    needs[first] |= 1 << last;
}

StringBuilder Names(StringBuilder text, string[] courses, int mask)
{
    for (int rest = mask; rest != 0; rest &= rest - 1)
        text.Append(rest == mask ? "" : BitOperations.IsPow2(rest) ? " and " : ", ").Append(courses[BitOperations.TrailingZeroCount(rest)]);
    return text;
}

(string Answer, string Solution) Solve(string[] courses, int[] needs, int[] latest)
{
    int all = (1 << courses.Length) - 1, taken = 0;
    var (due, tightened) = Tighten(courses, needs, latest);
    StringBuilder order = new(), lines = new(1000);
    while (taken != all)
    {
        int open = 0, next = -1;
        for (int i = 0; i < courses.Length; i++)
        {
            if ((taken >> i & 1) == 1 || (needs[i] & ~taken) != 0)
                continue;
            open |= 1 << i;
            if (next < 0 || due[i] < due[next])
                next = i;
        }
        if (next < 0)
            return FindCircle(courses, needs, all & ~taken, lines);
        taken |= 1 << next;
        order.Append(order.Length == 0 ? "" : ", ").Append(courses[next]);
        Names(lines.Append($"{BitOperations.PopCount((uint)taken)}. Possible now: "), courses, open).Append($". Take {courses[next]}.\n");
    }
    string answer = order.ToString();
    return (answer, $"{tightened}{lines}Order: {answer}");
}

// What an early course needs must be earlier still. Where there is a circle, places sink as far as the first.
(int[] Due, StringBuilder Lines) Tighten(string[] courses, int[] needs, int[] latest)
{
    int[] due = [.. latest];
    var lines = new StringBuilder();
    for (bool changed = true; changed;)
    {
        changed = false;
        for (int i = 0; i < courses.Length; i++)
        {
            int tighter = 0;
            for (int j = 0; j < courses.Length; j++)
            {
                if ((needs[i] >> j & 1) == 0 || due[i] is 1 || due[i] == courses.Length || due[j] < due[i])
                    continue;
                due[j] = due[i] - 1;
                tighter |= 1 << j;
            }
            if (tighter == 0)
                continue;
            Names(lines.Append($"{courses[i]} is among the first {due[i]}, so "), courses, tighter)
                .Append(due[i] == 2 ? " must be the first.\n" : $" must be among the first {due[i] - 1}.\n");
            changed = true;
        }
    }
    return (due, lines);
}

// Every course that is left needs another one that is left: going from one to the next comes round at last.
(string Answer, string Solution) FindCircle(string[] courses, int[] needs, int left, StringBuilder lines)
{
    var path = new List<int>();
    int course = BitOperations.Log2((uint)left);
    while (!path.Contains(course))
    {
        path.Add(course);
        course = BitOperations.Log2((uint)(needs[course] & left));
    }
    Names(lines.Append("None of the others is possible: "), courses, left).Append(" are left.\n");
    var circle = new StringBuilder("impossible");
    int first = path.IndexOf(course);
    for (int i = first; i < path.Count; i++)
    {
        string name = courses[path[i]], needed = courses[i + 1 < path.Count ? path[i + 1] : course];
        circle.Append(i == first ? ": " : ", ").Append(name);
        lines.Append(i == first ? "" : ", ").Append($"{name} needs {needed}");
    }
    string answer = circle.ToString();
    return (answer, lines.Append($": a circle.\nAnswer: {answer}").ToString());
}
