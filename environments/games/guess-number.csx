// environments/games/guess-number.csx: find a hidden number by asking, one guess a turn.
Environment(version: 1, players: 1, levels: 4, maxTurns: 12, tags: ["search", "multi-turn"]);

// Bisection needs 4, 6, 8 and at most 10 turns on these; two more are allowed.
int[] ranges = [10, 50, 200, 1000];
int hidden, low, high;

string Reset(Rng rng, int level)
{
    (low, high) = (1, ranges[level - 1]);
    hidden = rng.Integer(low, high);
    return $"I think of a whole number from {low} to {high}. Guess it: answer with a number alone. I say 'higher' or 'lower' until you find it.";
}

StepOutcome Step(string action)
{
    string text = action.Trim();
    if (text.Length is 0 or > 4 || !text.All(char.IsAsciiDigit))
        return new StepOutcome("That is not a number. Answer with digits alone.", 0, false);
    int guess = int.Parse(text);
    if (guess == hidden)
        return new StepOutcome($"Yes, it is {hidden}.", 1, true);
    if (guess < hidden)
        low = Math.Max(low, guess + 1);
    else
        high = Math.Min(high, guess - 1);
    return new StepOutcome(guess < hidden ? "higher" : "lower", 0, false);
}

// Half of what is still possible.
string Oracle() => ((low + high) / 2).ToString();
