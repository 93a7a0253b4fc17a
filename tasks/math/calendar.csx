// tasks/math/calendar.csx: count days, find dates and weekdays.
Task(version: 1, levels: 6, tags: ["calendar", "modular"], reward: "exact");

string[] weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
string[] months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
string[] places = ["first", "second", "third", "fourth"];

readonly record struct Day(int Year, int Month, int Number);

Problem Generate(Rng rng, int level)
{
    Day day = Draw(rng);
    return level switch
    {
        1 => Weekday(rng.Integer(0, 6), rng.Integer(8, 499), rng.Chance(0.5)),
        2 => Later(day, rng.Integer(20, 200)),
        3 => Between(day, After(day, rng.Integer(40, 400))),
        4 => WeekdayOf(day, After(day, rng.Integer(40, 400))),
        5 => Nth(rng.Integer(1901, 2099), rng.Integer(2, 12), rng.Integer(0, 6), rng.Integer(0, 3), false),
        _ => Nth(rng.Integer(2001, 2099), rng.Integer(1, 12), rng.Integer(0, 6), rng.Integer(0, 3), true),
    };
}

Problem Weekday(int today, int days, bool before)
{
    int rest = days % 7, weekday = (today + (before ? 7 - rest : rest)) % 7;
    return Problem(
        question: $"Today is {weekdays[today]}. Which weekday {(before ? $"was it {days} days ago" : $"is it in {days} days")}? Answer with the weekday alone.",
        answer: weekdays[weekday],
        solution: $"{days} = {days / 7} * 7 + {rest}\nWhole weeks change nothing: {Count(rest, "day")} {(before ? "before" : "after")} {weekdays[today]} is {weekdays[weekday]}");
}

Problem Later(Day day, int days)
{
    var steps = new List<string>();
    Day at = day;
    int left = days;
    while (at.Number + left > Length(at))
    {
        int rest = Length(at) - at.Number;
        string toItsEnd = at.Number > 0 ? $"{Length(at)} - {at.Number} = {rest} to its end, " : "";
        steps.Add($"{Month(at)} has {Length(at)} days: {toItsEnd}{left} - {rest} = {left - rest} left");
        left -= rest;
        at = at.Month == 12 ? new(at.Year + 1, 1, 0) : new(at.Year, at.Month + 1, 0);
    }
    steps.Add($"{(at.Number > 0 ? $"{at.Number} + {left} = {at.Number + left}, so d" : "D")}ay {at.Number + left} of {Month(at)}: {Text(After(day, days))}");
    return Problem(
        question: $"Which date is {days} days after {Text(day)}? Answer in the form 2001-02-03.",
        answer: Text(After(day, days)),
        solution: string.Join('\n', steps));
}

Problem Between(Day from, Day to)
{
    var steps = new List<string>();
    int days = Count(from, to, steps);
    return Problem(
        question: $"How many days is {Text(to)} after {Text(from)}? Answer with the number alone.",
        answer: $"{days}",
        solution: string.Join('\n', steps));
}

Problem WeekdayOf(Day from, Day to)
{
    var steps = new List<string>();
    int days = Count(from, to, steps), start = Weekday(from), weekday = (start + days) % 7;
    steps.Add($"{days} = {days / 7} * 7 + {days % 7}");
    steps.Add($"{Count(days % 7, "day")} after {weekdays[start]} is {weekdays[weekday]}");
    return Problem(
        question: $"{Text(from)} is a {weekdays[start]}. Which weekday is {Text(to)}? Answer with the weekday alone.",
        answer: weekdays[weekday],
        solution: string.Join('\n', steps));
}

// Counted from the beginning of the year, or of the year 2000.
Problem Nth(int year, int month, int weekday, int place, bool from2000)
{
    var steps = new List<string>();
    Day first = new(year, month, 1), start = new(from2000 ? 2000 : year, 1, 1);
    int days = 0;
    if (from2000)
    {
        int years = year - 2000, leaps = (years + 3) / 4;
        days = 365 * years + leaps;
        steps.Add($"From 2000 to {year - 1} there {(leaps == 1 ? "is 1 leap year" : $"are {leaps} leap years")}: {years} * 365 + {leaps} = {days} days to 1 January {year}");
    }
    if (month > 1)
    {
        int[] lengths = [.. Enumerable.Range(1, month - 1).Select(m => Length(new(year, m, 1)))];
        int more = lengths.Sum();
        steps.Add($"The months before {months[month - 1]} {year}: {string.Join(" + ", lengths)}{(month > 2 ? $" = {more}" : "")} days");
        if (from2000)
            steps.Add($"{days} + {more} = {days + more}");
        days += more;
    }
    int begin = Weekday(start), at = (begin + days) % 7, wait = (weekday - at + 7) % 7, number = 1 + wait + 7 * place;
    steps.Add($"{days} = {days / 7} * 7 + {days % 7}, so 1 {months[month - 1]} is {Count(days % 7, "day")} after {weekdays[begin]}: a {weekdays[at]}");
    steps.Add($"The first {weekdays[weekday]} is day 1 + {wait} = {1 + wait}");
    if (place > 0)
        steps.Add($"The {places[place]} is day {1 + wait} + {place} * 7 = {number}");
    steps.Add(Text(new(year, month, number)));
    return Problem(
        question: $"1 January {start.Year} is a {weekdays[begin]}. On which date is the {places[place]} {weekdays[weekday]} of {months[month - 1]} {year}? Answer in the form 2001-02-03.",
        answer: Text(new(year, month, number)),
        solution: string.Join('\n', steps));
}

// What is left of the first month, the months between, the days of the last.
int Count(Day from, Day to, List<string> steps)
{
    steps.Add($"{Month(from)} has {Length(from)} days: {Length(from)} - {from.Number} = {Length(from) - from.Number} to its end");
    int days = Length(from) - from.Number;
    string sum = $"{days}";
    var between = new List<string>();
    for (Day at = Next(from); (at.Year, at.Month) != (to.Year, to.Month); at = Next(at))
    {
        days += Length(at);
        sum += $" + {Length(at)}";
        between.Add($"{Month(at)} {Length(at)}");
    }
    if (between.Count > 0)
        steps.Add($"Months between: {string.Join(", ", between)}");
    days += to.Number;
    steps.Add($"With {Count(to.Number, "day")} of {Month(to)}: {sum} + {to.Number} = {days} days");
    return days;
}

Day Draw(Rng rng)
{
    Day month = new(rng.Integer(1990, 2040), rng.Integer(1, 12), 1);
    return month with { Number = rng.Integer(1, Length(month)) };
}

Day Next(Day day) => day.Month == 12 ? new(day.Year + 1, 1, 1) : new(day.Year, day.Month + 1, 1);

Day After(Day day, int days)
{
    for (; day.Number + days > Length(day); day = Next(day))
        days -= Length(day) - day.Number + 1;
    return day with { Number = day.Number + days };
}

// From Monday, 0: 1 January of the year 1 is one.
int Weekday(Day day)
{
    int years = day.Year - 1, days = years * 365 + years / 4 - years / 100 + years / 400 + day.Number - 1;
    for (int month = 1; month < day.Month; month++)
        days += Length(new(day.Year, month, 1));
    return days % 7;
}

int Length(Day day) => day.Month switch
{
    2 => day.Year % 4 == 0 && (day.Year % 100 != 0 || day.Year % 400 == 0) ? 29 : 28,
    4 or 6 or 9 or 11 => 30,
    _ => 31,
};

string Text(Day day) => $"{day.Year}-{day.Month:00}-{day.Number:00}";

string Month(Day day) => $"{months[day.Month - 1]} {day.Year}";

string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";
