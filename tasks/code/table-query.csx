// tasks/code/table-query.csx: answer a question about a small table.
Task(version: 1, levels: 6, tags: ["tables", "queries"], reward: "exact");

readonly string[] People = ["Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lea", "Max", "Nia", "Otto", "Pia"];
readonly string[] Towns = ["Oslo", "Lima", "Rome", "Bern", "Riga"];
readonly string[] Teams = ["red", "blue", "green", "gold"];

record Row(string Name, string Town, string Team, int Age, int Points);

Problem Generate(Rng rng, int level)
{
    Row[] rows = Array.ConvertAll(rng.Sample(People, 5 + level), name =>
        new Row(name, rng.Pick(Towns), rng.Pick(Teams), rng.Integer(18, 70), rng.Integer(1, 99)));
    (string asked, string answer, string steps) = level switch
    {
        1 => Highest(rows, 2),
        2 => Total(rng, rows),
        3 => Listed(rng, rows),
        4 => GroupSums(rng, rows),
        5 => Above(rng, rows),
        _ => Joined(rng, rows),
    };
    string table = Join("\n", rows, row => $"{row.Name} | {row.Town} | {row.Team} | {row.Age} | {row.Points}");
    return Problem(question: $"name | town | team | age | points\n{table}\n{asked}", answer: answer, solution: $"{steps}\n{answer}");
}

string Join(string separator, Row[] rows, Converter<Row, string> text) => string.Join(separator, Array.ConvertAll(rows, text));

string Names(Row[] rows) => Join(" ", rows, row => row.Name);

int Points(Row[] rows) => rows.Sum(row => row.Points);

int[] Sorted(Row[] rows, Converter<Row, int> column)
{
    int[] numbers = Array.ConvertAll(rows, column);
    Array.Sort(numbers);
    return numbers;
}

// The best few of those in an age range; names break ties.
(string, string, string) Highest(Row[] rows, int count)
{
    int bound = Sorted(rows, row => row.Age)[1];
    Row[] old = Array.FindAll(rows, row => row.Age >= bound), chosen = [.. old];
    Array.Sort(chosen, (a, b) => a.Points != b.Points ? b.Points - a.Points : string.CompareOrdinal(a.Name, b.Name));
    return ($"Of those who are at least {bound} years old, which {count} have the most points? Answer with their names, the one with more points first (in alphabetical order where they have the same), separated by a space.",
        Names(chosen[..count]),
        $"At least {bound}: {Join(", ", old, row => $"{row.Name} {row.Age}")}.\nTheir points, most first: {Join(", ", chosen, row => $"{row.Name} {row.Points}")}.");
}

(string, string, string) Total(Rng rng, Row[] rows)
{
    int bound = Sorted(rows, row => row.Age)[2];
    string town = rng.Pick(rows).Town;
    Row[] chosen = Array.FindAll(rows, row => row.Age >= bound || row.Town == town);
    return ($"How many points do those have together who are at least {bound} years old or live in {town}? Answer with the number alone.",
        $"{Points(chosen)}",
        $"At least {bound} years old or in {town}:\n{Join("\n", chosen, row => $"{row.Name} ({row.Town}, {row.Age}): {row.Points}")}\n{Join(" + ", chosen, row => $"{row.Points}")} = {Points(chosen)}");
}

(string, string, string) Listed(Rng rng, Row[] rows)
{
    int[] points = Sorted(rows, row => row.Points);
    int low = points[1], high = points[^2];
    string team = rng.Pick(Teams);
    Row[] between = Array.FindAll(rows, row => row.Points >= low && row.Points <= high), chosen = Array.FindAll(between, row => row.Team != team);
    if (chosen.Length < 2)
        return Highest(rows, 3);
    Array.Sort(chosen, (a, b) => a.Age != b.Age ? a.Age - b.Age : string.CompareOrdinal(a.Name, b.Name));
    return ($"Who has from {low} to {high} points and is not in the {team} team? Answer with their names from the youngest to the oldest (in alphabetical order where they are of the same age), separated by spaces.",
        Names(chosen),
        $"From {low} to {high} points: {Join(", ", between, row => $"{row.Name} {row.Points} ({row.Team})")}.\nNot {team}, with their ages: {Join(", ", chosen, row => $"{row.Name} {row.Age}")}.");
}

(string, string, string) GroupSums(Rng rng, Row[] rows)
{
    bool byTown = rng.Chance(0.5);
    string what = byTown ? "town" : "team";
    var groups = new List<(string Key, int Sum, string Text)>();
    foreach (string key in byTown ? Towns : Teams)
    {
        Row[] group = Array.FindAll(rows, row => (byTown ? row.Town : row.Team) == key);
        if (group.Length > 0)
            groups.Add((key, Points(group), $"{key}: {Join(" + ", group, row => $"{row.Points}")}{(group.Length > 1 ? $" = {Points(group)}" : "")}"));
    }
    groups.Sort((a, b) => a.Sum != b.Sum ? b.Sum - a.Sum : string.CompareOrdinal(a.Key, b.Key));
    return ($"Add up the points of every {what}. Which two {what}s have the most, and how many each? Answer like this, the one with more first (in alphabetical order where they have the same): {(byTown ? "Paris" : "pink")} 31 {(byTown ? "Cairo" : "black")} 20",
        string.Join(' ', groups.Take(2).Select(group => $"{group.Key} {group.Sum}")),
        string.Join('\n', groups.Select(group => group.Text)));
}

// What someone has more than the others of the team, added up: positive above the team's mean.
int Lead(Row row, Row[] rows)
{
    int lead = 0;
    foreach (Row other in rows)
        lead += other.Team == row.Team ? row.Points - other.Points : 0;
    return lead;
}

// Those above the mean of their own team.
(string, string, string) Above(Rng rng, Row[] rows)
{
    Row[] chosen = Array.FindAll(rows, row => Lead(row, rows) > 0);
    if (chosen.Length < 2)
        return GroupSums(rng, rows);
    var steps = new StringBuilder();
    foreach (string team in Teams.Order(StringComparer.Ordinal))
    {
        Row[] group = Array.FindAll(rows, row => row.Team == team), best = Array.FindAll(chosen, row => row.Team == team);
        if (group.Length > 0)
            steps.Append($"{team}: {Join(", ", group, row => $"{row.Name} {row.Points}")}; sum {Points(group)} of {group.Length}; above the mean: {(best.Length > 0 ? Join(", ", best, row => row.Name) : "nobody")}\n");
    }
    return ("Who has more points than the mean of their own team? Answer with their names in the order of the table, separated by spaces.",
        Names(chosen), $"{steps}In the order of the table:");
}

// Pairs that agree in one column and are ordered in others.
(string, string, string) Joined(Rng rng, Row[] rows)
{
    bool byTown = rng.Chance(0.5);
    string what = byTown ? "live in the same town" : "are in the same team";
    var pairs = new List<string>();
    var younger = new List<Row>();
    foreach (Row a in rows)
    {
        foreach (Row b in rows)
        {
            if (a.Age >= b.Age || a.Points <= b.Points || (byTown ? a.Town != b.Town : a.Team != b.Team))
                continue;
            pairs.Add($"{a.Name} ({a.Age}, {a.Points}) and {b.Name} ({b.Age}, {b.Points})");
            if (!younger.Contains(a))
                younger.Add(a);
        }
    }
    int points = younger.Sum(row => row.Points);
    return ($"Take every pair of people who {what} and of whom the younger one has more points than the older one. How many such pairs are there, and how many points have all their younger ones together, each counted once? Answer with the two numbers separated by a space.",
        $"{pairs.Count} {points}",
        $"The pairs, each with age and points:\n{(pairs.Count == 0 ? "none" : string.Join('\n', pairs))}\nThe younger ones, each once: {(pairs.Count == 0 ? "nobody" : string.Join(", ", younger.Select(row => $"{row.Name} {row.Points}")))}; together {points}.");
}
