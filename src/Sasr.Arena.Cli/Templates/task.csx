// tasks/DOMAIN/NAME.csx: follow a number through a few changes.
Task(version: 1, levels: 5, tags: ["arithmetic"], reward: "numeric");

// A higher level takes more steps; from level 3 on, some of them multiply.
Problem Generate(Rng rng, int level)
{
    int start = rng.Integer(11, 99), value = start;
    var orders = new List<string>();
    var steps = new List<string>();
    for (int i = 0; i < level + 1; i++)
    {
        int by = rng.Integer(2, 30), factor = rng.Integer(2, 5);
        int before = value;
        if (level >= 3 && rng.Chance(0.3))
        {
            value *= factor;
            orders.Add($"multiply by {factor}");
            steps.Add($"{before} * {factor} = {value}");
        }
        else if (value > by && rng.Chance(0.5))
        {
            value -= by;
            orders.Add($"subtract {by}");
            steps.Add($"{before} - {by} = {value}");
        }
        else
        {
            value += by;
            orders.Add($"add {by}");
            steps.Add($"{before} + {by} = {value}");
        }
    }
    return Problem(
        question: $"Begin with {start}, then {string.Join(", then ", orders)}. Which number comes out? Answer with the number alone.",
        answer: $"{value}",
        solution: string.Join('\n', steps));
}
