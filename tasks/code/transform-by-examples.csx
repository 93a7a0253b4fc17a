// tasks/code/transform-by-examples.csx: find the rule that turns words into others, and apply it to a new word.
Task(version: 1, levels: 5, tags: ["induction", "strings"], reward: "exact");

// One change of a word, in words and in deed; it makes the word so much longer, and so much for each of its vowels.
record Change(string Words, Func<string, string> Apply, int Longer = 0, int LongerByVowel = 0);

const string Alphabet = "abcdefghijklmnopqrstuvwxyz", Vowels = "aeiou", Consonants = "bcdfghklmnprstvz";

readonly Change[] Changes =
[
    new("turn the word back to front", word => Changed(word, Array.Reverse)),
    new("move the first letter to the end", word => word[1..] + word[0]),
    new("move the last letter to the front", word => word[^1] + word[..^1]),
    new("exchange the first and the last letter", word => word[^1] + word[1..^1] + word[0]),
    new("write the first letter twice", word => word[0] + word, Longer: 1),
    new("write the last letter twice", word => word + word[^1], Longer: 1),
    new("leave out the first letter", word => word[1..], Longer: -1),
    new("leave out the last letter", word => word[..^1], Longer: -1),
    new("leave out all vowels (a, e, i, o, u)", word => EachVowel(word, 0), LongerByVowel: -1),
    new("write every vowel (a, e, i, o, u) twice", word => EachVowel(word, 2), LongerByVowel: 1),
    new("replace every letter by the next of the alphabet (a after z)", word => Changed(word, letters => Shift(letters, 1))),
    new("replace every letter by the one before it in the alphabet (z before a)", word => Changed(word, letters => Shift(letters, 25))),
    new("put the letters in alphabetical order", word => Changed(word, Array.Sort)),
    new("exchange each letter with its neighbour, in pairs from the left", word => Changed(word, Pairs)),
];

readonly string Language = string.Join("; ", Changes.Select(change => change.Words));

Problem Generate(Rng rng, int level)
{
    while (true)
    {
        string[] words = new string[level < 4 ? 4 : 5];
        for (int i = 0; i < words.Length; i++)
            words[i] = Word(rng, rng.Integer(5, 7));
        Change[] rule = Rule(rng, level);
        string[] outputs = Array.ConvertAll(words, word => Apply(rule, word));
        // Whatever rule of the language fits all examples must give the same answer.
        if (Array.Exists(outputs, output => output.Length < 2) || !IsPlain(words, outputs, level))
            continue;
        string said = string.Join(", then ", rule.Select(change => change.Words));
        return Problem(
            question: $"One rule turns each of these words into another:\n{string.Join('\n', words[..^1].Select((word, i) => $"{word} -> {outputs[i]}"))}\n"
                + $"The rule is {Count(level)} of these, one after the other: {Language}.\n"
                + $"What does it make of {words[^1]}? Answer with the letters alone.",
            answer: outputs[^1],
            solution: $"The rule that fits: {said}.\n{string.Join('\n', words.Select(word => Trace(rule, word)))}");
    }
}

string Count(int level) => level switch { 1 => "one", < 5 => "one or two", _ => "two" };

Change[] Rule(Rng rng, int level) => level == 1 ? [rng.Pick(Changes)] : rng.Sample(Changes, 2);

string Apply(Change[] rule, string word)
{
    foreach (Change change in rule)
        word = Do(change, word);
    return word;
}

// Nothing is made of what is too short.
string Do(Change change, string word) => word.Length < 3 ? "" : change.Apply(word);

bool IsPlain(string[] words, string[] outputs, int level)
{
    foreach (Change first in Changes)
    {
        string once = Do(first, words[0]);
        if (level < 5 && once == outputs[0] && Misleads([first], words, outputs))
            return false;
        if (level == 1)
            continue;
        // Most rules are out by the mere length of what they make.
        int vowels = 0;
        foreach (char letter in once)
            vowels += IsVowel(letter) ? 1 : 0;
        foreach (Change second in Changes)
        {
            bool hasLength = once.Length + second.Longer + vowels * second.LongerByVowel == outputs[0].Length;
            if (hasLength && Do(second, once) == outputs[0] && Misleads([first, second], words, outputs))
                return false;
        }
    }
    return true;
}

// Whether the rule fits all examples, but gives another answer.
bool Misleads(Change[] rule, string[] words, string[] outputs)
{
    for (int i = 0; i < words.Length - 1; i++)
    {
        if (Apply(rule, words[i]) != outputs[i])
            return false;
    }
    return Apply(rule, words[^1]) != outputs[^1];
}

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

string Word(Rng rng, int length)
{
    char[] word = new char[length];
    for (int i = 0; i < length; i++)
        word[i] = rng.Chance(0.15) || i % 2 == 1 ? Vowels[rng.Integer(0, 4)] : Consonants[rng.Integer(0, 15)];
    return new(word);
}

static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

static string Changed(string word, Action<char[]> change)
{
    char[] letters = word.ToCharArray();
    change(letters);
    return new(letters);
}

static string EachVowel(string word, int times)
{
    var text = new StringBuilder();
    foreach (char letter in word)
        text.Append(letter, IsVowel(letter) ? times : 1);
    return text.ToString();
}

static void Shift(char[] letters, int by)
{
    for (int i = 0; i < letters.Length; i++)
        letters[i] = Alphabet[(letters[i] - 'a' + by) % 26];
}

static void Pairs(char[] letters)
{
    for (int i = 0; i + 1 < letters.Length; i += 2)
        (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
}
