// tasks/math/long-division.csx: divide digit by digit, with a remainder or down to the last decimal.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["arithmetic", "algorithm"]);

Problem Generate(Rng rng, int level) => level switch
{
    1 => WithRemainder(rng.Integer(100, 999), rng.Integer(3, 9)),
    2 => WithRemainder(rng.Integer(1000, 99_999), rng.Integer(3, 9)),
    3 => WithRemainder(rng.Integer(1000, 99_999), rng.Integer(11, 99)),
    4 => WithRemainder(rng.Integer(100_000, 9_999_999), rng.Integer(101, 999)),
    5 => AsDecimal(rng, rng.Integer(3, 29), 0),
    _ => AsDecimal(rng, rng.Integer(11, 99), rng.Integer(1, 2)),
};

Problem WithRemainder(int dividend, int divisor)
{
    int quotient = dividend / divisor, remainder = dividend % divisor;
    var steps = new List<string>();
    Work($"{dividend}", divisor, steps);
    steps.Add($"Check: {quotient} * {divisor} + {remainder} = {dividend}");
    steps.Add($"The answer is {quotient} r {remainder}");
    return Problem(
        question: $"Divide {dividend} by {divisor}. Answer with the quotient and the remainder in the form 12 r 3.",
        answer: $"{quotient} r {remainder}",
        solution: string.Join('\n', steps));
}

// The divisor has so many decimal places; the quotient's last digit is not 0.
Problem AsDecimal(Rng rng, int divisor, int places)
{
    int digits = 10 * rng.Integer(10, 999) + rng.Integer(1, 9), quotientPlaces = rng.Integer(1, 3);
    if (divisor % 10 == 0)
        divisor++;
    string quotient = Point(digits, quotientPlaces), dividend = Point(digits * divisor, quotientPlaces);
    string given = Short(Point(digits * divisor, quotientPlaces + places)), by = Point(divisor, places);
    var steps = new List<string>();
    if (places > 0)
        steps.Add($"{given} / {by} = {Short(dividend)} / {divisor}");
    Work(dividend, divisor, steps);
    steps.Add($"{given} / {by} = {quotient}");
    return Problem(
        question: $"Divide {given} by {by}. Answer with the exact decimal number alone.",
        answer: quotient,
        solution: string.Join('\n', steps));
}

// One line for each digit of the quotient.
void Work(string dividend, int divisor, List<string> steps)
{
    int rest = 0;
    bool started = false;
    string point = "";
    for (int i = 0; i < dividend.Length; i++)
    {
        if (dividend[i] == '.')
        {
            point = "the point and ";
            continue;
        }
        int number = 10 * rest + (dividend[i] - '0'), digit = number / divisor;
        bool units = i + 1 == dividend.Length || dividend[i + 1] == '.';
        if (started || digit > 0 || units || point != "")
        {
            string down = started ? $"bring down {dividend[i]}: " : "";
            steps.Add($"{down}{number} = {digit} * {divisor} + {number % divisor}, write {point}{digit}");
            started = true;
            point = "";
        }
        rest = number % divisor;
    }
}

// 1230 with two places is 12.30.
string Point(int digits, int places)
{
    string text = $"{digits}".PadLeft(places + 1, '0');
    return places == 0 ? text : $"{text[..^places]}.{text[^places..]}";
}

string Short(string number) => number.TrimEnd('0').TrimEnd('.');

// "12 r 3", "12 R 3", "12 remainder 3"; a decimal as it is asked for.
double Score(Problem problem, string answer) =>
    answer.Length <= 50 && Regex.Replace(answer.Trim(), " ?(?:r|R|remainder) ?", " r ") == problem.Answer ? 1 : 0;
