// tasks/math/pick-two.csx: find two digits of a list that have a given sum.
using System.Text.RegularExpressions;

Task(version: 1, levels: 6, tags: ["arithmetic", "search"]);

// One or two different answers are right, however long the list is; a guess is not enough on any level.
Problem Generate(Rng rng, int level)
{
    int target = rng.Integer(10, 16);
    int[] digits;
    do
        digits = rng.Integers(level + 4, 1, 9);
    while (Answers(digits, target).Count() is < 1 or > 2);

    int found = Enumerable.Range(0, digits.Length).First(i => HasPartner(digits, i, target));
    IEnumerable<string> misses = digits.Take(found).Select(digit => $"{digit}+{target - digit}?");
    string answer = $"{digits[found]}+{target - digits[found]}";
    return Problem(
        question: $"Make {target} as a+b from {string.Join(' ', digits)}",
        answer: answer,
        solution: string.Join(' ', misses.Append($"{answer}!")),
        data: new { digits, target });
}

double Score(Problem problem, string answer)
{
    Match sum = Regex.Match(answer, @"^([1-9]) ?[+] ?([1-9])\z");
    if (!sum.Success)
        return 0;
    var data = problem.Data!.Value;
    List<int> digits = [.. data.GetProperty("digits").EnumerateArray().Select(digit => digit.GetInt32())];
    int a = sum.Groups[1].Value[0] - '0', b = sum.Groups[2].Value[0] - '0';
    return a + b == data.GetProperty("target").GetInt32() && digits.Remove(a) && digits.Remove(b) ? 1 : 0;
}

bool HasPartner(int[] digits, int i, int target) =>
    Enumerable.Range(0, digits.Length).Any(j => j != i && digits[i] + digits[j] == target);

IEnumerable<int> Answers(int[] digits, int target) =>
    Enumerable.Range(0, digits.Length)
        .Where(i => HasPartner(digits, i, target))
        .Select(i => Math.Min(digits[i], target - digits[i]))
        .Distinct();
