// tasks/logic/boolean-circuit.csx: work out the signals of a circuit of gates, on higher levels one with registers and a clock.
Task(version: 1, levels: 6, tags: ["boolean", "simulation"], reward: "exact");

// First the last gates' values are asked for; then, with registers, the last gate's value at every tick.
readonly Size[] levels =
[
    new(Inputs: 3, Gates: 5, Asked: 4, Kinds: ["and", "or", "xor"]),
    new(Inputs: 4, Gates: 7, Asked: 4, Kinds: ["and", "or", "xor", "nand"]),
    new(Inputs: 4, Gates: 10, Asked: 5, Kinds: ["and", "or", "xor", "nand", "nor"]),
    new(Inputs: 1, Gates: 3, Registers: 1, Ticks: 5, Kinds: ["and", "or", "xor"]),
    new(Inputs: 1, Gates: 4, Registers: 2, Ticks: 6, Kinds: ["and", "or", "xor", "nand"]),
    new(Inputs: 2, Gates: 6, Registers: 3, Ticks: 6, Kinds: ["and", "or", "xor", "nand", "nor"]),
];

readonly (string Kind, string Meaning)[] meanings =
[
    ("xor", "xor is 1 when exactly one side is"),
    ("nand", "nand is 0 only when both sides are 1"),
    ("nor", "nor is 1 only when both sides are 0"),
];

record Size(int Inputs, int Gates, string[] Kinds, int Asked = 0, int Registers = 0, int Ticks = 0)
{
    // Of the signals: the inputs come first, then the registers, then the gates.
    public readonly string[] Names =
    [
        .. new[] { "a", "b", "c", "d" }[..Inputs],
        .. new[] { "p", "q", "r" }[..Registers],
        .. Enumerable.Range(1, Gates).Select(i => $"g{i}"),
    ];
}

// Takes the signals at two places.
record Gate(string Kind, int Left, int Right);

Problem Generate(Rng rng, int level) => levels[level - 1] is { Ticks: > 0 } size ? Clocked(rng, size) : Still(rng, levels[level - 1]);

Problem Still(Rng rng, Size size)
{
    string[] names = size.Names;
    var values = new int[names.Length];
    Gate[] gates;
    string answer;
    do
    {
        for (int i = 0; i < size.Inputs; i++)
            values[i] = rng.Integer(0, 1);
        gates = Draw(rng, size);
        Run(gates, values);
        answer = string.Concat(values[^size.Asked..]);
    }
    while (IsConstant(answer));
    string asked = string.Join(", ", names[^size.Asked..]);
    return Problem(
        question: $"A circuit has the inputs {Settings(new(), names[..size.Inputs], values)} and these gates:\n{Wiring(gates, names)}{Meanings(gates)}"
            + $"What are the values of {asked}? Answer with {size.Asked} digits in this order and no spaces.",
        answer: answer,
        solution: $"{Work(new(), gates, names, values, "\n")}\n{asked}: {answer}");
}

Problem Clocked(Rng rng, Size size)
{
    string[] names = size.Names;
    int[][] streams = new int[size.Inputs][];
    Gate[] gates;
    int[] starts, sources;
    int[][] history;
    string answer;
    do
    {
        gates = Draw(rng, size);
        for (int i = 0; i < streams.Length; i++)
            streams[i] = rng.Integers(size.Ticks, 0, 1);
        starts = rng.Integers(size.Registers, 0, 1);
        sources = rng.Sample(Enumerable.Range(names.Length - gates.Length, gates.Length).ToArray(), size.Registers);
        history = Simulate(streams, starts, sources, gates);
        answer = string.Concat(history.Select(values => values[^1]));
    }
    while (IsConstant(answer));

    string[] registers = names[size.Inputs..(size.Inputs + size.Registers)], signals = names[..(size.Inputs + size.Registers)];
    string inputs = string.Concat(streams.Select((stream, i) => $"Its input {names[i]} is {string.Join(", ", stream)} at these ticks. "));
    string loads = string.Join(", ", registers.Select((register, i) => $"{register} becomes {names[sources[i]]}"));
    bool several = registers.Length > 1;
    var solution = new StringBuilder();
    for (int tick = 0; tick < history.Length; tick++)
    {
        Settings(solution.Append($"tick {tick + 1}: "), signals, history[tick]);
        Work(solution.Append("; "), gates, names, history[tick], ", ").Append('\n');
    }
    return Problem(
        question: $"A circuit runs for {size.Ticks} ticks. {inputs}{(several ? "Its registers are" : "Its register is")} {Settings(new(), registers, starts)} at first. "
            + $"At every tick these gates are worked out:\n{Wiring(gates, names)}and after it {loads}{(several ? ", all at once" : "")}. {Meanings(gates)}"
            + $"What is {names[^1]} at each of the ticks? Answer with {size.Ticks} digits in this order and no spaces.",
        answer: answer,
        solution: $"{solution}{names[^1]} tick by tick: {answer}");
}

// All signals' values at every tick.
int[][] Simulate(int[][] streams, int[] starts, int[] sources, Gate[] gates)
{
    var history = new int[streams[0].Length][];
    for (int tick = 0; tick < history.Length; tick++)
    {
        var values = history[tick] = new int[streams.Length + starts.Length + gates.Length];
        for (int i = 0; i < streams.Length; i++)
            values[i] = streams[i][tick];
        for (int i = 0; i < starts.Length; i++)
            values[streams.Length + i] = tick == 0 ? starts[i] : history[tick - 1][sources[i]];
        Run(gates, values);
    }
    return history;
}

bool IsConstant(string digits) => !digits.Contains('0') || !digits.Contains('1');

// Every gate takes one of the newest signals, so that the circuit is deep.
Gate[] Draw(Rng rng, Size size)
{
    var gates = new Gate[size.Gates];
    for (int i = 0; i < gates.Length; i++)
    {
        int signals = size.Inputs + size.Registers + i, left = rng.Integer(Math.Max(0, signals - 3), signals - 1), right;
        do
            right = rng.Integer(0, signals - 1);
        while (right == left);
        gates[i] = new Gate(rng.Pick(size.Kinds), left, right);
    }
    return gates;
}

// Works out the gates' values, which are the last ones, from those before.
void Run(Gate[] gates, int[] values)
{
    for (int i = 0; i < gates.Length; i++)
    {
        int left = values[gates[i].Left], right = values[gates[i].Right];
        values[values.Length - gates.Length + i] = gates[i].Kind switch
        {
            "and" => left & right,
            "or" => left | right,
            "xor" => left ^ right,
            "nand" => 1 - (left & right),
            _ => 1 - (left | right),
        };
    }
}

// How the gates' values come about: g1 = 0 and 1 = 0
StringBuilder Work(StringBuilder text, Gate[] gates, string[] names, int[] values, string separator)
{
    for (int i = 0; i < gates.Length; i++)
    {
        Gate gate = gates[i];
        int place = values.Length - gates.Length + i;
        text.Append(i == 0 ? "" : separator).Append($"{names[place]} = {values[gate.Left]} {gate.Kind} {values[gate.Right]} = {values[place]}");
    }
    return text;
}

StringBuilder Settings(StringBuilder text, string[] names, int[] values)
{
    for (int i = 0; i < names.Length; i++)
        text.Append(i == 0 ? "" : ", ").Append(names[i]).Append(" = ").Append(values[i]);
    return text;
}

string Wiring(Gate[] gates, string[] names)
{
    var text = new StringBuilder();
    for (int i = 0; i < gates.Length; i++)
        text.Append($"g{i + 1} = {names[gates[i].Left]} {gates[i].Kind} {names[gates[i].Right]}\n");
    return text.ToString();
}

string Meanings(Gate[] gates)
{
    var notes = meanings.Where(note => Array.Exists(gates, gate => gate.Kind == note.Kind)).Select(note => note.Meaning).ToArray();
    return notes.Length > 0 ? $"Here {string.Join("; ", notes)}. " : "";
}
