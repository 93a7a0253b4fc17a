// rewards/unit-tests.csx: a program that passes every one of the tests in data, which the question need not show.
using System.Text.RegularExpressions;

Reward(version: 1);

const int MaxLength = 50_000;

// data: { language: "python", "javascript" or "csharp",
//         function: "gcd", cases: [{ arguments: [12, 18], expected: 6 }, ...]      calls of a function, or
//         cases: [{ input: "12 18", output: "6" }, ...]                            runs of a whole program, or
//         tests: "assert gcd(12, 18) == 6", entryPoint: "gcd"                      a file of tests (entryPoint: HumanEval's)
//         before: "...", after: "..." }                                            put around the answer, where they are there
ProgramRun Program(Problem problem, string answer)
{
    if (answer.Length > MaxLength)
        return null;
    JsonElement data = problem.Data.Value;
    string function = Part(data, "function");
    // The last of several definitions would be the one that counts, and a list of guesses as good as its last.
    if (function.Length > 0 && Regex.Count(answer, $@"\b(?:function|def)\s+{Regex.Escape(function)}\b") > 1)
        return null;
    return ProgramRun.Read(Part(data, "before") + Unfenced(answer) + Part(data, "after"), data);
}

bool Score(Problem problem, string answer, Verdict verdict) => verdict.IsPassed;

string Part(JsonElement data, string key) => data.TryGetProperty(key, out JsonElement text) ? text.GetString() : "";

// Models like to put code into a Markdown fence: one around all of it does not count.
string Unfenced(string answer)
{
    Match fenced = Regex.Match(answer, @"^\s*```[^\n`]*\n(.*?)\n?[ \t]*```\s*\z", RegexOptions.Singleline);
    return fenced.Success && !fenced.Groups[1].Value.Contains("```") ? fenced.Groups[1].Value + "\n" : answer;
}
