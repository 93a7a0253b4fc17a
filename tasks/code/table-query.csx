// tasks/code/table-query.csx: answer a question about a small table.
Task(version: 1, levels: 6, tags: ["tables", "queries"], reward: "exact");

readonly string[] People = ["Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lea", "Max", "Nia", "Otto", "Pia"];
readonly string[] Towns = ["Oslo", "Lima", "Rome", "Bern", "Riga"];
readonly string[] Teams = ["red", "blue", "green", "gold"];

record Row(string Name, string Town, string Team, int Age, int Points);

Problem Generate(Rng rng, int level)
{
    Row[] rows = [.. rng.Sample(People, 5 + level).Select(name =>
        new Row(name, rng.Pick(Towns), rng.Pick(Teams), rng.Integer(18, 70), rng.Integer(1, 99)))];
    (string asked, string answer, string steps) = level switch
    {
        1 => Highest(rng, rows, 2),
        2 => Total(rng, rows),
        3 => Listed(rng, rows),
        4 => GroupSums(rng, rows),
        5 => Above(rng, rows),
        _ => Joined(rng, rows),
    };
    string table = string.Join('\n', rows.Select(row => $"{row.Name} | {row.Town} | {row.Team} | {row.Age} | {row.Points}"));
    return Problem(question: $"name | town | team | age | points\n{table}\n{asked}", answer: answer, solution: $"{steps}\n{answer}");
}

string Names(IEnumerable<Row> rows) => string.Join(' ', rows.Select(row => row.Name));

// The best few of those in an age range; names break ties.
(string, string, string) Highest(Rng rng, Row[] rows, int count)
{
    int[] ages = [.. rows.Select(row => row.Age).Order()];
    int bound = ages[1];
    Row[] chosen = [.. rows.Where(row => row.Age >= bound).OrderByDescending(row => row.Points).ThenBy(row => row.Name, StringComparer.Ordinal)];
    return ($"Of those who are at least {bound} years old, which {count} have the most points? Answer with their names, the one with more points first (in alphabetical order where they have the same), separated by a space.",
        Names(chosen.Take(count)),
        $"At least {bound}: {string.Join(", ", rows.Where(row => row.Age >= bound).Select(row => $"{row.Name} {row.Age}"))}.\nTheir points, most first: {string.Join(", ", chosen.Select(row => $"{row.Name} {row.Points}"))}.");
}

(string, string, string) Total(Rng rng, Row[] rows)
{
    int bound = rows.Select(row => row.Age).Order().ElementAt(2);
    string town = rng.Pick(rows).Town;
    Row[] chosen = [.. rows.Where(row => row.Age >= bound || row.Town == town)];
    return ($"How many points do those have together who are at least {bound} years old or live in {town}? Answer with the number alone.",
        $"{chosen.Sum(row => row.Points)}",
        $"At least {bound} years old or in {town}:\n{string.Join('\n', chosen.Select(row => $"{row.Name} ({row.Town}, {row.Age}): {row.Points}"))}\n{string.Join(" + ", chosen.Select(row => row.Points))} = {chosen.Sum(row => row.Points)}");
}

(string, string, string) Listed(Rng rng, Row[] rows)
{
    Row[] byPoints = [.. rows.OrderBy(row => row.Points)];
    int low = byPoints[1].Points, high = byPoints[^2].Points;
    string team = rng.Pick(Teams);
    Row[] chosen = [.. rows.Where(row => row.Points >= low && row.Points <= high && row.Team != team).OrderBy(row => row.Age).ThenBy(row => row.Name, StringComparer.Ordinal)];
    if (chosen.Length < 2)
        return Highest(rng, rows, 3);
    return ($"Who has from {low} to {high} points and is not in the {team} team? Answer with their names from the youngest to the oldest (in alphabetical order where they are of the same age), separated by spaces.",
        Names(chosen),
        $"From {low} to {high} points: {string.Join(", ", rows.Where(row => row.Points >= low && row.Points <= high).Select(row => $"{row.Name} {row.Points} ({row.Team})"))}.\nNot {team}, with their ages: {string.Join(", ", chosen.Select(row => $"{row.Name} {row.Age}"))}.");
}

(string, string, string) GroupSums(Rng rng, Row[] rows)
{
    bool byTown = rng.Chance(0.5);
    var groups = rows.GroupBy(row => byTown ? row.Town : row.Team)
        .Select(group => (group.Key, Sum: group.Sum(row => row.Points), Text: string.Join(" + ", group.Select(row => row.Points))))
        .OrderByDescending(group => group.Sum).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
    string what = byTown ? "town" : "team";
    return ($"Add up the points of every {what}. Which two {what}s have the most, and how many each? Answer like this, the one with more first (in alphabetical order where they have the same): {(byTown ? "Paris" : "pink")} 31 {(byTown ? "Cairo" : "black")} 20",
        string.Join(' ', groups.Take(2).Select(group => $"{group.Key} {group.Sum}")),
        string.Join('\n', groups.Select(group => $"{group.Key}: {group.Text}{(group.Text.Contains('+') ? $" = {group.Sum}" : "")}")));
}

// Those above the mean of their own group.
(string, string, string) Above(Rng rng, Row[] rows)
{
    var groups = rows.GroupBy(row => row.Team).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
    Row[] chosen = [.. rows.Where(row => groups.Single(group => group.Key == row.Team) is var own && row.Points * own.Count() > own.Sum(one => one.Points))];
    if (chosen.Length < 2)
        return GroupSums(rng, rows);
    string[] steps = [.. groups.Select(group => $"{group.Key}: {string.Join(", ", group.Select(row => $"{row.Name} {row.Points}"))}; sum {group.Sum(row => row.Points)} of {group.Count()}; above the mean: {(chosen.Any(row => row.Team == group.Key) ? string.Join(", ", chosen.Where(row => row.Team == group.Key).Select(row => row.Name)) : "nobody")}")];
    return ("Who has more points than the mean of their own team? Answer with their names in the order of the table, separated by spaces.",
        Names(chosen), $"{string.Join('\n', steps)}\nIn the order of the table:");
}

// Pairs that agree in one column and are ordered in others.
(string, string, string) Joined(Rng rng, Row[] rows)
{
    bool byTown = rng.Chance(0.5);
    string what = byTown ? "live in the same town" : "are in the same team";
    (Row A, Row B)[] pairs = [.. from a in rows from b in rows where a.Age < b.Age && a.Points > b.Points && (byTown ? a.Town == b.Town : a.Team == b.Team) select (a, b)];
    int points = pairs.Select(pair => pair.A.Name).Distinct().Sum(name => rows.Single(row => row.Name == name).Points);
    string[] found = [.. pairs.Select(pair => $"{pair.A.Name} ({pair.A.Age}, {pair.A.Points}) and {pair.B.Name} ({pair.B.Age}, {pair.B.Points})")];
    return ($"Take every pair of people who {what} and of whom the younger one has more points than the older one. How many such pairs are there, and how many points have all their younger ones together, each counted once? Answer with the two numbers separated by a space.",
        $"{pairs.Length} {points}",
        $"The pairs, each with age and points:\n{(found.Length == 0 ? "none" : string.Join('\n', found))}\nThe younger ones, each once: {(found.Length == 0 ? "nobody" : string.Join(", ", pairs.Select(pair => pair.A).Distinct().Select(row => $"{row.Name} {row.Points}")))}; together {points}.");
}
