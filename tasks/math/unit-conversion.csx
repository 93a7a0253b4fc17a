// tasks/math/unit-conversion.csx: convert lengths, masses, times, areas, volumes and rates.
using System.Globalization;

Task(version: 1, levels: 6, tags: ["units", "arithmetic"], reward: "numeric");

// From large to small; the factors lead from each to the next.
readonly record struct Family(string[] Units, int[] Factors);

Family length = new(["km", "m", "dm", "cm", "mm"], [1000, 10, 10, 10]);
Family mass = new(["t", "kg", "g", "mg"], [1000, 1000, 1000]);
Family volume = new(["m^3", "litres", "cl", "ml"], [1000, 100, 10]);
Family time = new(["days", "hours", "minutes", "seconds"], [24, 60, 60]);

Problem Generate(Rng rng, int level)
{
    Family family = rng.Pick([length, mass, volume, time]);
    return level switch
    {
        1 => Simple(rng, family),
        2 => Mixed(rng, family),
        3 => PowerOfLength(rng, rng.Integer(2, 3)),
        4 => Rate(rng, length, "km", "m"),
        5 => rng.Chance(0.5) ? Rate(rng, volume, "m^3", "litres") : Density(rng),
        _ => Filled(rng),
    };
}

// Whole in the smaller unit.
Problem Simple(Rng rng, Family family)
{
    int from = rng.Integer(0, family.Units.Length - 2), to = rng.Integer(from + 1, family.Units.Length - 1);
    decimal large = family.Units == time.Units ? rng.Integer(2, 499) : rng.Integer(2, 999) * 0.1m;
    decimal small = large;
    var down = new List<string>();
    var up = new List<string>();
    for (int i = from; i < to; small *= family.Factors[i], i++)
    {
        decimal next = small * family.Factors[i];
        string contains = $"{family.Factors[i]} {family.Units[i + 1]} in one {Single(family.Units[i])}";
        down.Add($"{contains}: {Text(small)} * {family.Factors[i]} = {Text(next)}");
        up.Insert(0, $"{contains}: {Text(next)} / {family.Factors[i]} = {Text(small)}");
    }
    return rng.Chance(0.5)
        ? Ask($"{Text(large)} {family.Units[from]}", family.Units[to], small, down)
        : Ask($"{Text(small)} {family.Units[to]}", family.Units[from], large, up);
}

// Into the smallest of three neighbours, step by step.
Problem Mixed(Rng rng, Family family)
{
    int from = rng.Integer(0, family.Units.Length - 3);
    int total = rng.Integer(2, 20);
    string given = $"{total} {family.Units[from]}";
    var steps = new List<string>();
    for (int i = from; i < from + 2; i++)
    {
        int factor = family.Factors[i], more = rng.Integer(2, Math.Min(99, factor - 1)), next = total * factor + more;
        steps.Add($"In {family.Units[i + 1]}: {total} * {factor} + {more} = {next}");
        given += $" {more} {family.Units[i + 1]}";
        total = next;
    }
    return Ask(given, family.Units[from + 2], total, steps);
}

// A square metre is 100 * 100 square centimetres.
Problem PowerOfLength(Rng rng, int power)
{
    int from = rng.Integer(0, 3), to = rng.Integer(from + 1, Math.Min(4, from + 2)), factor = 1;
    for (int i = from; i < to; i++)
        factor *= length.Factors[i];
    decimal scale = 1, large = rng.Integer(2, 999) * 0.1m;
    for (int i = 0; i < power; i++)
        scale *= factor;
    string big = length.Units[from], small = length.Units[to];
    List<string> steps = [$"{factor} {small} in one {big}, so {factor}^{power} = {Text(scale)} {small}^{power} in one {big}^{power}"];
    bool down = rng.Chance(0.5);
    steps.Add(down ? $"{Text(large)} * {Text(scale)} = {Text(large * scale)}" : $"{Text(large * scale)} / {Text(scale)} = {Text(large)}");
    return down
        ? Ask($"{Text(large)} {big}^{power}", $"{small}^{power}", large * scale, steps)
        : Ask($"{Text(large * scale)} {small}^{power}", $"{big}^{power}", large, steps);
}

// Large units an hour, or small ones a second or a minute.
Problem Rate(Rng rng, Family family, string large, string small)
{
    bool second = rng.Chance(0.5);
    int seconds = second ? 3600 : 60;
    decimal slow = rng.Integer(2, 999) * (second ? 0.1m : 1), fast = slow * seconds / 1000;
    string bigRate = $"{large} per hour", smallRate = $"{small} per {(second ? "second" : "minute")}";
    string hour = second ? "60 * 60 = 3600 seconds in an hour" : "60 minutes in an hour";
    return rng.Chance(0.5)
        ? Ask($"{Text(slow)} {smallRate}", bigRate, fast,
            [hour, $"{Text(slow)} * {seconds} = {Text(slow * seconds)} {small} per hour", $"{Text(slow * seconds)} / 1000 = {Text(fast)}"])
        : Ask($"{Text(fast)} {bigRate}", smallRate, slow,
            [$"{Text(fast)} * 1000 = {Text(fast * 1000)} {small} per hour", hour, $"{Text(fast * 1000)} / {seconds} = {Text(slow)}"]);
}

// mg per ml to kg per litre and the like: the units of mass and of volume change one after the other. The number changes,
// and stays large enough to be told from its neighbours.
Problem Density(Rng rng)
{
    decimal given, middle;
    int fromMass, toMass, fromVolume, toVolume;
    List<string> steps;
    do
    {
        (fromMass, toMass) = (rng.Integer(1, 3), rng.Integer(1, 3));
        (fromVolume, toVolume) = (rng.Integer(0, 3), rng.Integer(0, 3));
        given = middle = rng.Integer(2, 999) * 0.1m;
        steps = [];
        Convert(ref middle, mass, fromMass, toMass, false, $"per {Single(volume.Units[fromVolume])}", steps);
        Convert(ref middle, volume, fromVolume, toVolume, true, mass.Units[toMass], steps);
    }
    while (middle == given || middle is < 0.01m or > 100_000_000);
    return Ask(
        $"{Text(given)} {mass.Units[fromMass]} per {Single(volume.Units[fromVolume])}",
        $"{mass.Units[toMass]} per {Single(volume.Units[toVolume])}",
        middle,
        steps);
}

// Below a rate's bar a larger unit makes the number larger.
void Convert(ref decimal value, Family family, int from, int to, bool below, string rest, List<string> steps)
{
    if (from == to)
        return;
    int factor = 1;
    for (int i = Math.Min(from, to); i < Math.Max(from, to); i++)
        factor *= family.Factors[i];
    bool times = from < to != below;
    decimal next = times ? value * factor : value / factor;
    string unit = below ? $"{rest} per {Single(volume.Units[to])}" : $"{family.Units[to]} {rest}";
    steps.Add($"{factor} {family.Units[Math.Max(from, to)]} in one {Single(family.Units[Math.Min(from, to)])}: {Text(value)} {(times ? '*' : '/')} {factor} = {Text(next)} {unit}");
    value = next;
}

string Single(string unit) => unit.TrimEnd('s');

Problem Filled(Rng rng)
{
    int hours = rng.Integer(1, 9), minutes = rng.Integer(1, 59), all = 60 * hours + minutes;
    bool perSecond = rng.Chance(0.5);
    int rate = rng.Integer(1, 19) * (perSecond ? 50 : 100);
    int times = perSecond ? 60 * all : all;
    decimal millilitres = (decimal)rate * times;
    List<string> steps = [$"Time: {hours} * 60 + {minutes} = {all} minutes"];
    if (perSecond)
        steps.Add($"In seconds: {all} * 60 = {times}");
    steps.Add($"{rate} * {times} = {Text(millilitres)} ml");
    steps.Add($"1000 ml in one litre: {Text(millilitres)} / 1000 = {Text(millilitres / 1000)}");
    return Problem(
        question: $"Water runs into a tank at {rate} ml per {(perSecond ? "second" : "minute")}. How many litres are in it after {hours} {(hours == 1 ? "hour" : "hours")} and {minutes} {(minutes == 1 ? "minute" : "minutes")}, if it was empty at first? Answer with the exact number alone.",
        answer: Text(millilitres / 1000),
        solution: string.Join('\n', steps));
}

Problem Ask(string given, string unit, decimal answer, List<string> steps) => Problem(
    question: $"Convert {given} to {unit}. Answer with the exact number alone, without the unit.",
    answer: Text(answer),
    solution: string.Join('\n', steps));

string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
