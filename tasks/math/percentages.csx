// tasks/math/percentages.csx: calculate with percentages.
using System.Globalization;

Task(version: 1, levels: 6, tags: ["arithmetic", "percentages"], reward: "numeric");

Problem Generate(Rng rng, int level)
{
    int percent = rng.Integer(1, 99), whole = rng.Integer(20, 499);
    return level switch
    {
        1 => Part(percent, whole),
        2 => rng.Chance(0.5) ? Percent(percent, whole) : Whole(percent, whole),
        3 => Change(whole, Signed(rng, percent)),
        4 => Before(whole, Signed(rng, percent)),
        5 => Changes(rng),
        _ => BeforeChanges(rng),
    };
}

int Signed(Rng rng, int percent) => rng.Chance(0.5) ? percent : -percent;

Problem Part(int percent, int whole)
{
    decimal one = whole / 100m;
    return Ask($"What is {percent}% of {whole}?", one * percent,
        $"1% of {whole}: {whole} / 100 = {Text(one)}",
        $"{percent}%: {Text(one)} * {percent} = {Text(one * percent)}");
}

Problem Percent(int percent, int whole)
{
    decimal one = whole / 100m, part = one * percent;
    return Ask($"What percentage of {whole} is {Text(part)}? Leave out the % sign.", percent,
        $"1% of {whole}: {whole} / 100 = {Text(one)}",
        $"{Text(part)} / {Text(one)} = {percent}");
}

Problem Whole(int percent, int whole)
{
    decimal one = whole / 100m, part = one * percent;
    return Ask($"{percent}% of which number is {Text(part)}?", whole,
        $"1% of it: {Text(part)} / {percent} = {Text(one)}",
        $"100%: {Text(one)} * 100 = {whole}");
}

Problem Change(int price, int percent)
{
    decimal one = price / 100m;
    return Ask($"A price of {price} dollars is {Changed(percent)}. What is the new price in dollars?", one * (100 + percent),
        Percents(percent),
        $"1% of {price}: {price} / 100 = {Text(one)}",
        $"{100 + percent}%: {Text(one)} * {100 + percent} = {Text(one * (100 + percent))}");
}

Problem Before(int price, int percent)
{
    decimal one = price / 100m, changed = one * (100 + percent);
    return Ask($"A price was {Changed(percent)} and is now {Text(changed)} dollars. What was it before, in dollars?", price,
        $"{Percents(percent)} of the old price",
        $"1% of the old price: {Text(changed)} / {100 + percent} = {Text(one)}",
        $"100%: {Text(one)} * 100 = {price}");
}

Problem Changes(Rng rng)
{
    int first, second;
    do
        (first, second) = (Signed(rng, rng.Integer(2, 60)), Signed(rng, rng.Integer(2, 60)));
    while ((100 + first) * (100 + second) == 10_000);
    decimal rest = (100 + first) * (100 + second) / 100m;
    bool rises = rest > 100;
    decimal answer = Math.Abs(rest - 100);
    return Ask($"A price is first {Changed(first)} and then {Changed(second)}. By how many percent has it {(rises ? "risen" : "fallen")} in all? Leave out the % sign.", answer,
        Percents(first),
        Percents(second),
        $"{100 + second}% of {100 + first}%: {100 + first} * {100 + second} / 100 = {Text(rest)}",
        rises ? $"{Text(rest)} - 100 = {Text(answer)}" : $"100 - {Text(rest)} = {Text(answer)}");
}

Problem BeforeChanges(Rng rng)
{
    int price = 100 * rng.Integer(1, 99), first = Signed(rng, rng.Integer(2, 60)), second = Signed(rng, rng.Integer(2, 60));
    decimal middle = price * (100 + first) / 100m, last = middle * (100 + second) / 100m;
    return Ask($"A price was first {Changed(first)} and then {Changed(second)}, and is now {Text(last)} dollars. What was it at first, in dollars?", price,
        $"{Percents(second)} of the price in between",
        $"{Text(last)} / {100 + second} * 100 = {Text(middle)}",
        $"{Percents(first)} of the first price",
        $"{Text(middle)} / {100 + first} * 100 = {price}");
}

string Changed(int percent) => percent > 0 ? $"raised by {percent}%" : $"reduced by {-percent}%";

string Percents(int percent) => percent > 0 ? $"100 + {percent} = {100 + percent} percent" : $"100 - {-percent} = {100 + percent} percent";

Problem Ask(string question, decimal answer, params string[] steps) => Problem(
    question: $"{question} Answer with the exact number alone.",
    answer: Text(answer),
    solution: string.Join('\n', steps));

string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
