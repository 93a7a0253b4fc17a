// tasks/code/fix-the-bug.csx: find the bug in a short JavaScript function and write it right.
#load "shared/loops.csx"

Task(version: 2, levels: 6, tags: ["debugging", "javascript"]);

// A wrong version of a loop, and what is wrong with it.
record Bug(Spec Wrong, Func<string> Reason);

Problem Generate(Rng rng, int level)
{
    while (true)
    {
        Spec spec = Draw(rng, level);
        Bug bug = rng.Pick(Bugs(rng, spec));
        int[][] lists = new int[14][];
        for (int i = 0; i < lists.Length; i++)
            lists[i] = Numbers(rng, spec, i < 7 ? 6 : i - 4);
        int[][] telling = Array.FindAll(lists, list => Run(spec, list) != Run(bug.Wrong, list));
        if (telling.Length < 3)
            continue;
        int[] shown = telling[0];
        string code = Text(spec);
        return Problem(
            question: $"This JavaScript function is to return {Wanted(spec)}.{Remark(spec)} It has a bug.\n{Indented(bug.Wrong)}\n"
                + $"For {Show(shown)} it returns {Run(bug.Wrong, shown)} instead of {Run(spec, shown)}. Answer with the whole function put right, and nothing else, from function to the last }}.",
            answer: code,
            solution: $"{Trace(spec, shown)}\n{bug.Reason()}\nPut right:\n{code}",
            data: Tests(spec, lists));
    }
}

string Indented(Spec spec)
{
    var text = new StringBuilder();
    int depth = 0;
    foreach (string line in Lines(spec))
    {
        depth -= line == "}" ? 1 : 0;
        text.Append(' ', 2 * depth).Append(line).Append('\n');
        depth += line.EndsWith('{') ? 1 : 0;
    }
    return text.ToString().TrimEnd();
}

List<Bug> Bugs(Rng rng, Spec spec)
{
    int at = rng.Integer(0, spec.Tests.Length - 1);
    Test test = spec.Tests[at];
    Spec With(Test other) => spec with { Tests = [.. spec.Tests[..at], other, .. spec.Tests[(at + 1)..]] };
    string other = test.Op switch { ">" => ">=", ">=" => ">", "<" => "<=", "<=" => "<", "%" => "!%", "!%" => "%", "> before" => "< before", _ => "> before" };
    string term = spec.Term switch { "1" => "x", "x" => "1", "x * x" => "x + x", "k * x" => "k + x", _ => "x" };
    var bugs = new List<Bug>
    {
        new(With(test with { Op = other }), () => $"The condition has {Code(test with { Op = other })}, but the numbers wanted are {Words(test)}: {Code(test)}."),
        new(spec with { First = spec.First + 1 }, () => $"i starts at {spec.First + 1}, so that numbers[{spec.First}] is never looked at: start at {spec.First}."),
        new(spec with { Stop = 1 }, () => "i stops before numbers.length - 1, so that the last number is never looked at: go on to numbers.length."),
        new(spec with { Term = term }, () => $"What each number gives is {Term(spec with { Term = term })}, and it must be {Term(spec)}."),
        new(spec with { Start = spec.Start + 1 }, () => $"result starts at {spec.Start + 1}: it must start at {spec.Start}."),
    };
    if (!IsBeside(test) && !test.Op.EndsWith('%'))
        bugs.Add(new(With(test with { Bound = -test.Bound - 1 }), () => $"The condition has {Code(test with { Bound = -test.Bound - 1 })}, but the numbers wanted are {Words(test)}: {Code(test)}."));
    if (spec.Tests.Length > 1)
    {
        string join = spec.Join == "&&" ? "||" : "&&";
        bugs.Add(new(spec with { Join = join }, () => $"The two conditions are joined by {join}, and {(join == "||" ? "both must hold" : "one of them is enough")}: {spec.Join}."));
    }
    return bugs;
}
