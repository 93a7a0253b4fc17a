// tasks/math/area.csx: find areas of composed figures, and lengths from areas.
Task(version: 1, levels: 6, tags: ["geometry", "area"], reward: "numeric");

Problem Generate(Rng rng, int level) => level switch
{
    1 => Corner(rng),
    2 => Trapezium(rng),
    3 => Frame(rng),
    4 => House(rng),
    5 => Polygon(rng),
    _ => Unknown(rng),
};

Problem Ask(string question, string answer, params IEnumerable<string> steps) => Problem(
    question: $"{question} Answer with the number alone.",
    answer: answer,
    solution: string.Join('\n', steps));

// An L: a rectangle without one corner
Problem Corner(Rng rng)
{
    int a = rng.Integer(6, 30), b = rng.Integer(6, 30), c = rng.Integer(2, a - 2), d = rng.Integer(2, b - 2), area = a * b - c * d;
    return Ask($"A rectangle of {a} cm by {b} cm loses one corner, a rectangle of {c} cm by {d} cm. What area in square cm is left?", $"{area}",
        $"Whole: {a} * {b} = {a * b}",
        $"Corner: {c} * {d} = {c * d}",
        $"Left: {a * b} - {c * d} = {area}");
}

Problem Trapezium(Rng rng)
{
    int a = rng.Integer(3, 40), b = rng.Integer(3, 40), h = rng.Integer(2, 30), baseLength = rng.Integer(3, 40);
    if (b == a)
        b++;
    string trapezium = Half((a + b) * h), triangle = Half(baseLength * h), total = Half((a + b + baseLength) * h);
    return Ask(
        $"A trapezium has parallel sides of {a} cm and {b} cm, a triangle has a base of {baseLength} cm; both are {h} cm high. What is their area together in square cm?",
        total,
        $"Trapezium: ({a} + {b}) * {h} / 2 = {trapezium}",
        $"Triangle: {baseLength} * {h} / 2 = {triangle}",
        $"Together: {trapezium} + {triangle} = {total}");
}

// A path of the same width around a rectangle
Problem Frame(Rng rng)
{
    int a = rng.Integer(5, 40), b = rng.Integer(5, 40), width = rng.Integer(1, 6), outer = (a + 2 * width) * (b + 2 * width), price = rng.Integer(2, 20);
    return Ask(
        $"A path {width} m wide runs all around a garden of {a} m by {b} m, outside it. A square metre of it costs {price} dollars. What does the path cost in dollars?",
        $"{(outer - a * b) * price}",
        $"Outer length: {a} + 2 * {width} = {a + 2 * width}, outer width: {b} + 2 * {width} = {b + 2 * width}",
        $"With the path: {a + 2 * width} * {b + 2 * width} = {outer}",
        $"The garden: {a} * {b} = {a * b}",
        $"The path: {outer} - {a * b} = {outer - a * b}",
        $"Cost: {outer - a * b} * {price} = {(outer - a * b) * price}");
}

// A front with a gable, a door and windows
Problem House(Rng rng)
{
    int width = rng.Integer(8, 20), wall = rng.Integer(3, 9), top = wall + rng.Integer(2, 6), windows = rng.Integer(2, 8), price = rng.Integer(3, 12);
    int gable = width * (top - wall), holes = windows + 2, twice = 2 * width * wall + gable - 2 * holes;
    return Ask(
        $"The front of a house is {width} m wide and {wall} m high, with a triangular gable above it whose top is {top} m above the ground. "
            + $"It has a door of 2 square metres and {windows} windows of 1 square metre each. The rest is painted for {price} dollars a square metre. How many dollars is that?",
        Half(twice * price),
        $"Wall: {width} * {wall} = {width * wall}",
        $"Gable: {top} - {wall} = {top - wall} high, {width} * {top - wall} / 2 = {Half(gable)}",
        $"Door and windows: 2 + {windows} = {holes}",
        $"To paint: {width * wall} + {Half(gable)} - {holes} = {Half(twice)}",
        $"Cost: {Half(twice)} * {price} = {Half(twice * price)}");
}

// By the shoelace formula; the points go around the origin one quarter after the other
Problem Polygon(Rng rng)
{
    int count = rng.Integer(4, 5);
    int[][] points = [[rng.Integer(2, 9), rng.Integer(-1, 1)], [rng.Integer(-1, 1), rng.Integer(3, 9)], [-rng.Integer(3, 9), rng.Integer(0, 2)], [rng.Integer(-2, 0), -rng.Integer(3, 9)]];
    if (count == 5)
        points = [.. points, [rng.Integer(6, 9), -rng.Integer(5, 9)]];
    var steps = new List<string>();
    var products = new List<string>();
    int twice = 0;
    for (int i = 0; i < count; i++)
    {
        int[] p = points[i], q = points[(i + 1) % count];
        int product = p[0] * q[1] - q[0] * p[1];
        twice += product;
        steps.Add($"({p[0]}, {p[1]}) to ({q[0]}, {q[1]}): {Bracketed(p[0])} * {Bracketed(q[1])} - {Bracketed(q[0])} * {Bracketed(p[1])} = {product}");
        products.Add(Bracketed(product));
    }
    return Ask(
        $"What is the area of the polygon with the corners {string.Join(", ", points.Select(p => $"({p[0]}, {p[1]})"))}, in this order?",
        Half(twice),
        [.. steps, $"{string.Join(" + ", products)} = {twice}", $"Half of it: {twice} / 2 = {Half(twice)}"]);
}

// The width of a rectangle from the area of a path around it
Problem Unknown(Rng rng)
{
    int width = rng.Integer(3, 60), more = rng.Integer(2, 20), path = rng.Integer(1, 5), corners = 4 * path * path;
    int sides = 2 * width + more, area = 2 * path * sides + corners;
    return Ask(
        $"A pool is {more} m longer than wide. A path {path} m wide runs all around it, outside, and has an area of {area} square metres. How many metres wide is the pool?",
        $"{width}",
        $"The path's 4 corners are squares: 4 * {path} * {path} = {corners}",
        $"The rest lies along the sides: {area} - {corners} = {area - corners}",
        $"It is {path} m wide, so it is {area - corners} / {path} = {2 * sides} m long, the way around the pool.",
        $"Length and width together: {2 * sides} / 2 = {sides}",
        $"Twice the width: {sides} - {more} = {2 * width}",
        $"Width: {2 * width} / 2 = {width}");
}

string Half(int twice) => twice % 2 == 0 ? $"{twice / 2}" : $"{twice / 2}.5";

string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";
