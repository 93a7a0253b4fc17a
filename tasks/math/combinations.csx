// tasks/math/combinations.csx: count choices, arrangements, committees, paths and distributions.
Task(version: 1, levels: 6, tags: ["combinatorics", "counting"], reward: "numeric");

Problem Generate(Rng rng, int level) => level switch
{
    1 => Menu(rng),
    2 => Code(rng),
    3 => Committee(rng),
    4 => AtLeast(rng),
    5 => Paths(rng),
    _ => Distribution(rng),
};

Problem Ask(string question, long answer, params IEnumerable<string> steps) => Problem(
    question: $"{question} Answer with the number alone.",
    answer: $"{answer}",
    solution: string.Join('\n', steps));

Problem Menu(Rng rng)
{
    int starters = rng.Integer(2, 12), mains = rng.Integer(2, 15), desserts = rng.Integer(2, 12), drinks = rng.Integer(2, 9);
    int answer = starters * mains * desserts * (drinks + 1);
    return Ask(
        $"A menu has {starters} starters, {mains} mains, {desserts} desserts and {drinks} drinks. A meal is one starter, one main, one dessert and, if wanted, one drink. How many different meals are there?",
        answer,
        $"For the drink there are {drinks} + 1 = {drinks + 1} choices, as there may be none.",
        $"{starters} * {mains} * {desserts} * {drinks + 1} = {answer}");
}

// Letters, then digits, each kind with or without repetition
Problem Code(Rng rng)
{
    int letters = rng.Integer(4, 26), places = rng.Integer(2, 4), digits = rng.Integer(4, 9), numbers = rng.Integer(2, 4);
    bool free = rng.Chance(0.5), freeDigits = rng.Chance(0.5);
    (string first, int a) = Arrangements(letters, places, free);
    (string second, int b) = Arrangements(digits, numbers, freeDigits);
    return Ask(
        $"A code is {places} letters, each one of the first {letters} of the alphabet, then {numbers} digits, each from 1 to {digits}. "
            + $"The letters {(free ? "may be the same" : "must all be different")}, the digits {(freeDigits ? "may be the same" : "must all be different")}. How many codes are there?",
        (long)a * b,
        $"Letters: {first} = {a}",
        $"Digits: {second} = {b}",
        $"Codes: {a} * {b} = {(long)a * b}");
}

(string Text, int Count) Arrangements(int items, int places, bool repeated)
{
    string text = $"{items}";
    int count = items;
    for (int i = 1; i < places; i++)
    {
        int choices = repeated ? items : items - i;
        text += $" * {choices}";
        count *= choices;
    }
    return (text, count);
}

Problem Committee(Rng rng)
{
    int women = rng.Integer(5, 30), men = rng.Integer(5, 30), a = rng.Integer(2, 4), b = rng.Integer(2, 4);
    long answer = Choose(women, a) * Choose(men, b);
    return Ask(
        $"A club has {women} women and {men} men. In how many ways can a committee of {a} women and {b} men be chosen?",
        answer,
        $"Women, {a} of {women}: {ChooseText(women, a)}",
        $"Men, {b} of {men}: {ChooseText(men, b)}",
        $"{Choose(women, a)} * {Choose(men, b)} = {answer}");
}

// Cases by the number of women
Problem AtLeast(Rng rng)
{
    int women = rng.Integer(4, 20), men = rng.Integer(4, 20), size = rng.Integer(3, 5), bound = rng.Integer(1, size - 1);
    bool least = rng.Chance(0.5);
    var steps = new List<string>();
    var counts = new List<long>();
    for (int k = least ? bound : 0; k <= Math.Min(least ? size : bound, women); k++)
    {
        if (size - k > men)
            continue;
        counts.Add(Choose(women, k) * Choose(men, size - k));
        steps.Add($"{k} {(k == 1 ? "woman" : "women")} and {size - k} {(size - k == 1 ? "man" : "men")}: {ChooseText(women, k)} and {ChooseText(men, size - k)}, so {Choose(women, k)} * {Choose(men, size - k)} = {counts[^1]}");
    }
    steps.Add($"{string.Join(" + ", counts)} = {counts.Sum()}");
    return Ask(
        $"A club has {women} women and {men} men. In how many ways can a committee of {size} be chosen with at {(least ? "least" : "most")} {bound} {(bound == 1 ? "woman" : "women")} in it?",
        counts.Sum(),
        steps);
}

// Through one point, or around it
Problem Paths(Rng rng)
{
    int p = rng.Integer(1, 7), q = rng.Integer(1, 7), right = p + rng.Integer(1, 7), up = q + rng.Integer(1, 7);
    long all = Choose(right + up, up), first = Choose(p + q, q), second = Choose(right - p + up - q, up - q), through = first * second;
    bool around = rng.Chance(0.6);
    List<string> steps =
    [
        $"To ({p}, {q}) there are {p} + {q} = {p + q} steps, {q} of them up: {ChooseText(p + q, q)}",
        $"From there {right} - {p} = {right - p} to the right and {up} - {q} = {up - q} up: {ChooseText(right - p + up - q, up - q)}",
        $"Through the point: {first} * {second} = {through}",
    ];
    if (around)
    {
        steps.Add($"All paths, {up} of {right} + {up} = {right + up} steps up: {ChooseText(right + up, up)}");
        steps.Add($"{all} - {through} = {all - through}");
    }
    return Ask(
        $"A path leads from (0, 0) to ({right}, {up}) by steps of 1 to the right or 1 up. How many such paths {(around ? "do not pass" : "pass")} through ({p}, {q})?",
        around ? all - through : through,
        steps);
}

// Stars and bars with least numbers, and one greatest number
Problem Distribution(Rng rng)
{
    int total = rng.Integer(14, 70), a = rng.Integer(1, 5), b = rng.Integer(1, 4), most = a + rng.Integer(1, 4);
    int left = total - a - b, limit = most - a + 1, over = left - limit;
    long all = Choose(left + 2, 2), tooMany = Choose(over + 2, 2);
    return Ask(
        $"{total} equal marbles are given to Ann, Ben and Cleo. Ann gets at least {a} and at most {most}, Ben at least {b}; Cleo may get none. In how many ways can this be done?",
        all - tooMany,
        $"Give Ann {a} and Ben {b} first: {total} - {a} - {b} = {left} are left.",
        $"Without the upper limit, places of 2 dividers among {left} + 2 = {left + 2}: {ChooseText(left + 2, 2)}",
        $"Too many for Ann is {most} - {a} + 1 = {limit} of these or more. Give her {limit}, {left} - {limit} = {over} are left: {ChooseText(over + 2, 2)}",
        $"{all} - {tooMany} = {all - tooMany}");
}

long Choose(int n, int k)
{
    long ways = 1;
    for (int i = 1; i <= k; i++)
        ways = ways * (n - k + i) / i;
    return ways;
}

// Such as 7 * 6 / (1 * 2) = 21
string ChooseText(int n, int k)
{
    k = Math.Min(k, n - k);
    if (k == 0)
        return "1 way";
    if (k == 1)
        return $"{n} ways";
    string above = $"{n}", below = "1";
    for (int i = 1; i < k; i++)
    {
        above += $" * {n - i}";
        below += $" * {i + 1}";
    }
    return $"{above} / ({below}) = {Choose(n, k)}";
}
