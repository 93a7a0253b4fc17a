// tasks/code/transform-by-examples.csx: find the rule that turns words into others, and apply it to a new word.
Task(version: 1, levels: 5, tags: ["induction", "strings"], reward: "exact");

// One change of a word, in words and in deed.
record Change(string Words, Func<string, string> Apply);

const string Alphabet = "abcdefghijklmnopqrstuvwxyz", Vowels = "aeiou", Consonants = "bcdfghklmnprstvz";

readonly Change[] Changes =
[
    new("turn the word back to front", word => string.Concat(word.Reverse())),
    new("move the first letter to the end", word => word[1..] + word[0]),
    new("move the last letter to the front", word => word[^1] + word[..^1]),
    new("exchange the first and the last letter", word => word[^1] + word[1..^1] + word[0]),
    new("write the first letter twice", word => word[0] + word),
    new("write the last letter twice", word => word + word[^1]),
    new("leave out the first letter", word => word[1..]),
    new("leave out the last letter", word => word[..^1]),
    new("leave out all vowels (a, e, i, o, u)", word => string.Concat(word.Where(letter => !Vowels.Contains(letter)))),
    new("write every vowel (a, e, i, o, u) twice", word => string.Concat(word.Select(letter => Vowels.Contains(letter) ? $"{letter}{letter}" : $"{letter}"))),
    new("replace every letter by the next of the alphabet (a after z)", word => Shift(word, 1)),
    new("replace every letter by the one before it in the alphabet (z before a)", word => Shift(word, 25)),
    new("put the letters in alphabetical order", word => string.Concat(word.Order())),
    new("exchange each letter with its neighbour, in pairs from the left", Pairs),
];

Problem Generate(Rng rng, int level)
{
    while (true)
    {
        string[] words = [.. Enumerable.Range(0, level < 4 ? 4 : 5).Select(_ => Word(rng, rng.Integer(5, 7)))];
        Change[] rule = Rule(rng, level);
        string[] outputs = [.. words.Select(word => Apply(rule, word))];
        // Whatever rule of the language fits all examples must give the same answer.
        if (outputs.Any(output => output.Length < 2) || !IsPlain(words[..^1], outputs, words[^1], level))
            continue;
        string said = string.Join(", then ", rule.Select(change => change.Words));
        return Problem(
            question: $"One rule turns each of these words into another:\n{string.Join('\n', words[..^1].Select((word, i) => $"{word} -> {outputs[i]}"))}\n"
                + $"The rule is {Count(level)} of these, one after the other: {string.Join("; ", Changes.Select(change => change.Words))}.\n"
                + $"What does it make of {words[^1]}? Answer with the letters alone.",
            answer: outputs[^1],
            solution: $"The rule that fits: {said}.\n{string.Join('\n', words.Select(word => Trace(rule, word)))}");
    }
}

string Count(int level) => level switch { 1 => "one", < 5 => "one or two", _ => "two" };

Change[] Rule(Rng rng, int level) => level == 1 ? [rng.Pick(Changes)] : rng.Sample(Changes, 2);

string Apply(Change[] rule, string word) => rule.Aggregate(word, (now, change) => change.Apply(now));

bool IsPlain(string[] words, string[] outputs, string asked, int level)
{
    foreach (Change first in Changes)
    {
        string[] once = [.. words.Select(first.Apply)];
        if (level < 5 && Fits(once, outputs) && first.Apply(asked) != outputs[^1])
            return false;
        if (level == 1 || once.Any(word => word.Length < 2))
            continue;
        foreach (Change second in Changes)
        {
            if (second.Apply(once[0]) == outputs[0] && Fits([.. once.Select(second.Apply)], outputs) && second.Apply(first.Apply(asked)) != outputs[^1])
                return false;
        }
    }
    return true;
}

bool Fits(string[] made, string[] outputs) => made.Zip(outputs).All(pair => pair.First == pair.Second);

string Trace(Change[] rule, string word)
{
    string line = word;
    foreach (Change change in rule)
    {
        word = change.Apply(word);
        line += $" -> {word}";
    }
    return line;
}

string Word(Rng rng, int length) => string.Concat(Enumerable.Range(0, length).Select(i => rng.Chance(0.15) || i % 2 == 1 ? Vowels[rng.Integer(0, 4)] : Consonants[rng.Integer(0, 15)]));

static string Shift(string word, int by) => string.Concat(word.Select(letter => Alphabet[(letter - 'a' + by) % 26]));

static string Pairs(string word)
{
    char[] letters = word.ToCharArray();
    for (int i = 0; i + 1 < letters.Length; i += 2)
        (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
    return new string(letters);
}
