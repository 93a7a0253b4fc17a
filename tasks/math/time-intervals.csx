// tasks/math/time-intervals.csx: calculate with times of day, durations and time zones.
Task(version: 1, levels: 6, tags: ["time", "arithmetic"], reward: "exact");

const int Day = 24 * 60;

Problem Generate(Rng rng, int level) => level switch
{
    1 => HowLong(rng),
    2 => End(rng.Integer(0, Day - 1), rng.Integer(65, 900)),
    3 => Start(rng.Integer(0, Day - 1), rng.Integer(65, 900)),
    4 => Lessons(rng),
    5 => Flight(rng),
    _ => TwoFlights(rng),
};

Problem HowLong(Rng rng)
{
    int length = rng.Integer(65, 900), from = rng.Integer(0, Day - 1 - length), to = from + length;
    return Problem(
        question: $"How many minutes is it from {Clock(from)} to {Clock(to)} on the same day? Answer with the number alone.",
        answer: $"{length}",
        solution: $"{Minutes(from)}\n{Minutes(to)}\n{to} - {from} = {length}");
}

Problem End(int from, int length) => Ask(
    $"Something begins at {Clock(from)} and takes {Duration(length)}. At what time does it end?",
    from + length, Minutes(from), Length(length), $"{from} + {length} = {from + length}");

Problem Start(int to, int length) => Ask(
    $"Something took {Duration(length)} and ended at {Clock(to)}. At what time did it begin?",
    to - length, Minutes(to), Length(length), $"{to} - {length} = {to - length}");

Problem Lessons(Rng rng)
{
    int count = rng.Integer(3, 9), lesson = 5 * rng.Integer(5, 18), pause = rng.Integer(3, 25), from = rng.Integer(6 * 60, 13 * 60);
    int lessons = count * lesson, pauses = (count - 1) * pause;
    return Ask(
        $"A course has {count} lessons of {lesson} minutes each, with a break of {pause} minutes after every lesson but the last. It begins at {Clock(from)}. At what time does it end?",
        from + lessons + pauses,
        $"Lessons: {count} * {lesson} = {lessons}",
        $"Breaks: ({count} - 1) * {pause} = {pauses}",
        Minutes(from),
        $"{from} + {lessons} + {pauses} = {from + lessons + pauses}");
}

// All is counted in the time of Greenwich.
Problem Flight(Rng rng)
{
    int zone = Zone(rng), other = Zone(rng), from = rng.Integer(0, Day - 1), length = rng.Integer(65, 840);
    int start = from - 60 * zone, end = start + length;
    return Ask(
        $"A flight leaves at {Clock(from)} local time, where clocks show {Text(zone)}, and takes {Duration(length)}. At what local time does it land, where clocks show {Text(other)}?",
        end + 60 * other,
        Minutes(from),
        Length(length),
        $"In UTC it leaves at {from} {Less(zone)} * 60 = {start} and lands at {start} + {length} = {end}",
        $"Local time: {end} {More(other)} * 60 = {end + 60 * other}");
}

Problem TwoFlights(Rng rng)
{
    int zone = Zone(rng), other = Zone(rng), to = rng.Integer(0, Day - 1);
    int first = rng.Integer(65, 600), wait = rng.Integer(40, 300), second = rng.Integer(65, 600), all = first + wait + second;
    int end = to - 60 * other, start = end - all;
    return Ask(
        $"A traveller flies {Duration(first)}, waits {Duration(wait)}, flies {Duration(second)} more and lands at {Clock(to)} local time, where clocks show {Text(other)}. "
            + $"At what local time did the journey begin, where clocks show {Text(zone)}?",
        start + 60 * zone,
        Length(first),
        Length(wait),
        Length(second),
        $"Together: {first} + {wait} + {second} = {all}",
        Minutes(to),
        $"In UTC it ends at {to} {Less(other)} * 60 = {end} and begins at {end} - {all} = {start}",
        $"Local time: {start} {More(zone)} * 60 = {start + 60 * zone}");
}

// Never UTC itself.
int Zone(Rng rng) => rng.Integer(1, 11) * (rng.Chance(0.5) ? 1 : -1);

string Text(int zone) => $"UTC{(zone > 0 ? '+' : '-')}{Math.Abs(zone)}";

string More(int zone) => $"{(zone > 0 ? '+' : '-')} {Math.Abs(zone)}";

string Less(int zone) => More(-zone);

Problem Ask(string question, int minutes, params List<string> steps)
{
    int time = (minutes % Day + Day) % Day;
    if (minutes < 0)
        steps.Add($"On the day before: {minutes} + {(minutes < -Day ? 2 : 1)} * {Day} = {time}");
    if (minutes >= Day)
        steps.Add($"{(minutes >= 2 * Day ? "Two days later" : "On the next day")}: {minutes} - {minutes / Day} * {Day} = {time}");
    steps.Add($"{time} = {time / 60} * 60 + {time % 60}, so {Clock(time)}");
    return Problem(
        question: $"{question} Answer in the form HH:MM, from 00:00 to 23:59.",
        answer: Clock(time),
        solution: string.Join('\n', steps));
}

string Minutes(int time) => $"{Clock(time)} is {time / 60} * 60 + {time % 60} = {time} minutes after midnight";

string Length(int minutes) => minutes < 60
    ? $"{Duration(minutes)} as they are"
    : $"{Duration(minutes)} are {minutes / 60} * 60 + {minutes % 60} = {minutes} minutes";

string Duration(int minutes) => (minutes / 60, minutes % 60) switch
{
    (0, int rest) => Count(rest, "minute"),
    (int hours, 0) => Count(hours, "hour"),
    (int hours, int rest) => $"{Count(hours, "hour")} {Count(rest, "minute")}",
};

string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";

string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
