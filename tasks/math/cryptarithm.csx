// tasks/math/cryptarithm.csx: find the digits that letters stand for in an addition.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["puzzle", "deduction", "arithmetic"]);

// Level by level: digits of each number, and how often something may have to be supposed.
int[] lengths = [2, 3, 3, 4, 4, 5];
int[] suppositions = [0, 0, 3, 4, 8, 10];
string[] places = ["ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands"];

Problem Generate(Rng rng, int level)
{
    int length = lengths[level - 1], low = Power(10, length - 1);
    int a = rng.Integer(low, 10 * low - 1), b = rng.Integer(low, 10 * low - 1);
    string[] numbers = [$"{a}", $"{b}", $"{a + b}"];
    string digits = "";
    foreach (char digit in string.Concat(numbers))
        digits += digits.Contains(digit) ? "" : digit;
    string[] words = Array.ConvertAll(numbers, number => Word(number, digits));

    List<int> given = Given(rng, words, digits, suppositions[level - 1]);
    var steps = new List<string>();
    new Solver(words, digits, given, places, steps).Count(suppositions[level - 1]);
    given.Sort();
    string[] hints = [.. given.Select(letter => $"{(char)('A' + letter)} = {digits[letter]}")];
    string answer = $"{a} + {b} = {a + b}";
    return Problem(
        question: $"In {words[0]} + {words[1]} = {words[2]} every letter stands for a digit, different letters for different digits, and no number starts with 0. "
            + $"{(hints.Length > 0 ? $"{string.Join(", ", hints)}. " : "")}Answer with the addition in digits, in the form 12 + 34 = 46.",
        answer: answer,
        solution: $"{string.Join('\n', steps)}\nIn digits: {answer}",
        data: new { words, hints });
}

// A letter for each digit, by the place where it first occurs.
string Word(string number, string digits)
{
    char[] word = new char[number.Length];
    for (int i = 0; i < word.Length; i++)
        word[i] = (char)('A' + digits.IndexOf(number[i]));
    return new(word);
}

// Letters are given until the solver, which leaves no case out, finds one solution within the suppositions; none is given in vain.
List<int> Given(Rng rng, string[] words, string digits, int suppositions)
{
    bool Suffice(List<int> letters) => new Solver(words, digits, letters, places, null).Count(suppositions) == 1;
    int[] order = rng.Shuffle(Enumerable.Range(0, digits.Length));
    var given = new List<int>();
    while (!Suffice(given))
        given.Add(order[given.Count]);
    for (int i = given.Count - 2; i >= 0; i--)
    {
        int letter = given[i];
        given.RemoveAt(i);
        if (!Suffice(given))
            given.Insert(i, letter);
    }
    return given;
}

double Score(Problem problem, string answer)
{
    Match sum = Regex.Match(answer, @"^([0-9]{1,9}) ?\+ ?([0-9]{1,9}) ?= ?([0-9]{1,9})\z");
    if (!sum.Success)
        return 0;
    JsonElement data = problem.Data!.Value;
    int[] digits = new int['Z' + 1];
    Array.Fill(digits, -1);
    foreach (JsonElement hint in data.GetProperty("hints").EnumerateArray())
        digits[hint.GetString()![0]] = hint.GetString()![^1] - '0';
    int i = 0;
    foreach (JsonElement word in data.GetProperty("words").EnumerateArray())
    {
        if (!Fits(word.GetString()!, sum.Groups[++i].Value, digits))
            return 0;
    }
    return Number(sum.Groups[1].Value) + Number(sum.Groups[2].Value) == Number(sum.Groups[3].Value) ? 1 : 0;
}

int Number(string digits) => int.Parse(digits);

// Whether the number can be this word where these letters are known; what it adds is written down.
bool Fits(string word, string number, int[] digits)
{
    if (word.Length != number.Length || number[0] == '0')
        return false;
    for (int i = 0; i < word.Length; i++)
    {
        int digit = number[i] - '0', known = digits[word[i]];
        if (known < 0 && Array.IndexOf(digits, digit) >= 0 || known >= 0 && known != digit)
            return false;
        digits[word[i]] = digit;
    }
    return true;
}

int Power(int number, int exponent) => exponent == 0 ? 1 : number * Power(number, exponent - 1);

// Narrows the digits that each letter can be, column by column, and supposes something where that ends.
// A set of digits is a mask of bits; carries[i] is the set of carries into column i.
sealed class Solver
{
    private readonly int[][] _columns;
    private readonly int[] _letters, _carries;
    private readonly string[] _places;
    private readonly List<string>? _steps;
    private int _suppositions;

    public Solver(string[] words, string digits, List<int> given, string[] places, List<string>? steps)
    {
        (_places, _steps) = (places, steps);
        _columns = new int[words[2].Length][];
        for (int i = 0; i < _columns.Length; i++)
            _columns[i] = [Letter(words[0], i), Letter(words[1], i), Letter(words[2], i)];
        _carries = new int[_columns.Length + 1];
        Array.Fill(_carries, 0b11);
        _carries[0] = _carries[^1] = 0b01;

        _letters = new int[digits.Length];
        Array.Fill(_letters, 0x3ff);
        foreach (string word in words)
            _letters[word[0] - 'A'] = 0x3fe;
        foreach (int letter in given)
            _letters[letter] = 1 << digits[letter] - '0';
    }

    // How many solutions there are; 2 where there are more, or more suppositions would be needed.
    public int Count(int suppositions)
    {
        _suppositions = suppositions;
        return Count(_letters, _carries, "");
    }

    private static int Letter(string word, int place) => place < word.Length ? word[word.Length - 1 - place] - 'A' : -1;

    private int Count(int[] letters, int[] carries, string indent)
    {
        if (!Narrow(letters, carries, indent))
            return 0;
        int open = -1;
        for (int i = 0; i < letters.Length; i++)
        {
            if (Size(letters[i]) > 1 && (open < 0 || Size(letters[i]) < Size(letters[open])))
                open = i;
        }
        if (open < 0)
            return 1;

        int count = 0;
        for (int digit = 0; digit < 10; digit++)
        {
            if ((letters[open] >> digit & 1) == 0)
                continue;
            if (--_suppositions < 0)
                return 2;
            int[] supposed = [.. letters];
            supposed[open] = 1 << digit;
            _steps?.Add($"{indent}Suppose {(char)('A' + open)} is {digit}.");
            count += Count(supposed, [.. carries], indent + "  ");
            if (count > 1)
                return 2;
        }
        return count;
    }

    // Until all columns in a row tell no more; false where one cannot be right.
    private bool Narrow(int[] letters, int[] carries, string indent)
    {
        bool changed = true;
        for (int i = 0, quiet = 0; quiet < _columns.Length; i = (i + 1) % _columns.Length)
        {
            if (changed && !Distinguish(letters) || !NarrowColumn(i, letters, carries, indent, out changed))
            {
                _steps?.Add($"{indent}{_places[i]}: no digits are left, a contradiction");
                return false;
            }
            quiet = changed ? 0 : quiet + 1;
        }
        return true;
    }

    // A digit that is taken is no other letter's; false where a letter has none left.
    private static bool Distinguish(int[] letters)
    {
        for (bool narrower = true; narrower;)
        {
            narrower = false;
            int taken = 0;
            foreach (int digits in letters)
            {
                if (Size(digits) == 1 && (taken & digits) != 0)
                    return false;
                taken |= Size(digits) == 1 ? digits : 0;
            }
            for (int i = 0; i < letters.Length; i++)
            {
                if (Size(letters[i]) > 1 && (letters[i] & taken) != 0)
                    (letters[i], narrower) = (letters[i] & ~taken, true);
                if (letters[i] == 0)
                    return false;
            }
        }
        return true;
    }

    // Keeps the digits and carries that occur in some sum of the column; false where there is none.
    private bool NarrowColumn(int column, int[] letters, int[] carries, string indent, out bool changed)
    {
        int x = _columns[column][0], y = _columns[column][1], z = _columns[column][2];
        int allXs = x < 0 ? 1 : letters[x], allYs = y < 0 ? 1 : letters[y];
        // Sums are a set, too: the digits from bit 0, and those with a carry from bit 10.
        int allSums = ((carries[column + 1] & 0b01) != 0 ? letters[z] : 0) | ((carries[column + 1] & 0b10) != 0 ? letters[z] << 10 : 0);
        int xs = 0, ys = 0, sums = 0, carriesIn = 0;
        for (int a = 0; a < 10; a++)
        {
            if ((allXs >> a & 1) == 0)
                continue;
            int bs = x < 0 ? allYs : Beside(x == y, allYs, 1 << a), cs = x < 0 ? allSums : Beside(x == z, allSums, 1 << a | 1 << a + 10);
            for (int carry = 0; carry < 2; carry++)
            {
                // Every b at once: the set of their sums is theirs, shifted.
                int added = a + carry, found = bs << added & cs;
                if (found == 0 || (carries[column] >> carry & 1) == 0 || x >= 0 && (y == z) != (added is 0 or 10))
                    continue;
                (xs, ys, sums, carriesIn) = (xs | 1 << a, ys | found >> added, sums | found, carriesIn | 1 << carry);
            }
        }
        int zs = (sums | sums >> 10) & 0x3ff, carriesOut = ((sums & 0x3ff) != 0 ? 0b01 : 0) | (sums >> 10 != 0 ? 0b10 : 0);

        changed = false;
        if (zs == 0)
            return false;
        List<string>? news = _steps is null ? null : [];
        changed = Keep(x, xs, letters, news) | Keep(y, ys, letters, news) | Keep(z, zs, letters, news)
            | carriesIn != carries[column] | carriesOut != carries[column + 1];
        if (carriesIn != carries[column])
            news?.Add($"the carry into it is {Digits(carriesIn)}");
        if (carriesOut != carries[column + 1])
            news?.Add($"its carry is {Digits(carriesOut)}");
        (carries[column], carries[column + 1]) = (carriesIn, carriesOut);
        if (changed && news is not null)
        {
            string sum = x < 0 ? $"the carry is {Name(z)}" : $"{Name(x)} + {Name(y)}{(column > 0 ? " + carry" : "")} ends in {Name(z)}";
            _steps!.Add($"{indent}{_places[column]}, {sum}: {string.Join(", ", news)}");
        }
        return true;
    }

    // What two letters leave of a set: the same letter its own digit alone, different letters all but that.
    private static int Beside(bool isSame, int all, int own) => isSame ? all & own : all & ~own;

    private static bool Keep(int letter, int digits, int[] letters, List<string>? news)
    {
        if (letter < 0 || (letters[letter] & ~digits) == 0)
            return false;
        letters[letter] &= digits;
        news?.Add($"{Name(letter)} is {Digits(letters[letter])}");
        return true;
    }

    private static char Name(int letter) => (char)('A' + letter);

    private static int Size(int digits) => System.Numerics.BitOperations.PopCount((uint)digits);

    private static string Digits(int digits)
    {
        string text = "";
        for (int digit = 0; digit < 10; digit++)
        {
            if ((digits >> digit & 1) == 1)
                text += $"{(text == "" ? "" : " or ")}{digit}";
        }
        return text;
    }
}
