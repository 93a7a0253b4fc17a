// tasks/math/rates.csx: reason about speeds, work done together, mixtures and averages of rates.
Task(version: 1, levels: 6, tags: ["word-problems", "rates"], reward: "numeric");

Problem Generate(Rng rng, int level) => level switch
{
    1 => TwoLegs(rng),
    2 => rng.Chance(0.5) ? Meeting(rng) : Catching(rng),
    3 => AverageSpeed(rng),
    4 => Mixture(rng),
    5 => Together(rng),
    _ => JoinsLater(rng),
};

Problem Ask(string question, string answer, params IEnumerable<string> steps) => Problem(
    question: $"{question} Answer with the number alone{(answer.Contains('/') ? ", as a fraction in lowest terms" : "")}.",
    answer: answer,
    solution: string.Join('\n', steps));

// A distance in two parts at two speeds
Problem TwoLegs(Rng rng)
{
    int slow = 2 * rng.Integer(4, 15), fast = slow + 2 * rng.Integer(1, 15), first = rng.Integer(2, 6), minutes = 30 * rng.Integer(1, 9);
    int far = slow * first, rest = fast * minutes / 60;
    return Ask(
        $"A cyclist rides {first} hours at {slow} km/h and then {minutes} minutes at {fast} km/h. How many km is that in all?",
        $"{far + rest}",
        $"First part: {slow} * {first} = {far}",
        $"Second part: {fast} * {minutes} / 60 = {rest}",
        $"In all: {far} + {rest} = {far + rest}");
}

Problem Meeting(Rng rng)
{
    int a = rng.Integer(10, 90), b = rng.Integer(10, 90), hours = rng.Integer(2, 6), distance = (a + b) * hours, place = a * hours;
    return Ask(
        $"Two towns are {distance} km apart. At the same time one car leaves the first town at {a} km/h and another leaves the second at {b} km/h, towards each other. How many km from the first town do they meet?",
        $"{place}",
        $"Together they come closer by {a} + {b} = {a + b} km every hour.",
        $"They meet after {distance} / {a + b} = {hours} hours",
        $"The first car has then gone {a} * {hours} = {place} km");
}

Problem Catching(Rng rng)
{
    int slow = rng.Integer(10, 60), hours = rng.Integer(2, 8), gain = rng.Integer(2, 15), start = gain * hours, fast = slow + gain, place = fast * hours;
    return Ask(
        $"A van drives at {slow} km/h and is {start} km ahead of a car that drives behind it at {fast} km/h. How many km does the car drive until it reaches the van?",
        $"{place}",
        $"The car gains {fast} - {slow} = {gain} km every hour.",
        $"It needs {start} / {gain} = {hours} hours",
        $"In this time it drives {fast} * {hours} = {place} km");
}

// Two stretches and a pause
Problem AverageSpeed(Rng rng)
{
    int first = 5 * rng.Integer(2, 18), second = 5 * rng.Integer(2, 18), a = rng.Integer(1, 5), b = rng.Integer(1, 5), pause = rng.Integer(1, 2);
    int distance = first * a + second * b, hours = a + b + pause;
    return Ask(
        $"A bus drives {first * a} km at {first} km/h, stops for {(pause == 1 ? "1 hour" : $"{pause} hours")} and drives {second * b} km more at {second} km/h. What is its average speed in km/h, the stop included?",
        Fraction(distance, hours),
        $"First stretch: {first * a} / {first} = {a} hours",
        $"Second stretch: {second * b} / {second} = {b} hours",
        $"Distance: {first * a} + {second * b} = {distance} km",
        $"Time with the stop: {a} + {b} + {pause} = {hours} hours",
        $"Average: {distance} / {hours} = {Fraction(distance, hours)}");
}

// How much of a weak solution brings a strong one to a given strength
Problem Mixture(Rng rng)
{
    int weak = rng.Integer(0, 30), target = weak + rng.Integer(2, 20), strong = target + rng.Integer(2, 40), times = rng.Integer(1, 9);
    int divisor = Gcd(target - weak, strong - target), have = (target - weak) / divisor * times, add = (strong - target) / divisor * times;
    string water = weak == 0 ? "pure water" : $"juice of {weak} percent";
    return Ask(
        $"How many litres of {water} must be added to {(have == 1 ? "1 litre" : $"{have} litres")} of juice of {strong} percent to get juice of {target} percent?",
        $"{add}",
        $"A litre of the strong juice has {strong} - {target} = {strong - target} parts in a hundred too many.",
        $"All of it: {have} * {strong - target} = {have * (strong - target)}",
        $"An added litre has {target} - {weak} = {target - weak} too few.",
        $"Litres to add: {have * (strong - target)} / {target - weak} = {add}");
}

// Two pipes fill, one empties
Problem Together(Rng rng)
{
    int a = rng.Integer(2, 20), b = rng.Integer(2, 20), c = Math.Min(a, b) + rng.Integer(1, 15);
    int above = b * c + a * c - a * b, below = a * b * c;
    return Ask(
        $"One pipe fills a tank in {a} hours, another in {b} hours, and a drain empties the full tank in {c} hours. How many hours does it take to fill the empty tank with both pipes and the drain open?",
        Fraction(below, above),
        $"Of the tank, the pipes fill 1/{a} and 1/{b} in an hour, and the drain empties 1/{c}.",
        $"In an hour: 1/{a} + 1/{b} - 1/{c} = {Fraction(above, below)}",
        $"Hours: 1 / ({Fraction(above, below)}) = {Fraction(below, above)}");
}

// One works alone, then with another
Problem JoinsLater(Rng rng)
{
    int a = rng.Integer(4, 30), b = rng.Integer(3, 30), alone = rng.Integer(1, a - 2);
    int left = a - alone, above = left * b, below = a + b;
    string together = Fraction(above, below), all = Fraction(above + alone * below, below);
    return Ask(
        $"Ann can paint a hall alone in {a} hours, Ben in {b} hours. Ann starts alone, and after {(alone == 1 ? "1 hour" : $"{alone} hours")} Ben joins her. How many hours after Ann's start is the hall painted?",
        all,
        $"Ann paints 1/{a} of the hall in an hour, so alone {alone} * 1/{a} = {Fraction(alone, a)}",
        $"Left: 1 - {Fraction(alone, a)} = {Fraction(left, a)}",
        $"Both in an hour: 1/{a} + 1/{b} = {Fraction(below, a * b)}",
        $"Time together: ({Fraction(left, a)}) / ({Fraction(below, a * b)}) = {together}",
        $"In all: {alone} + {together} = {all}");
}

string Fraction(int numerator, int denominator)
{
    int divisor = Gcd(numerator, denominator);
    return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
}

int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
