// tasks/code/fill-the-function.csx: write a short JavaScript function from its description and examples.
#load "shared/loops.csx"

Task(version: 2, levels: 6, tags: ["program-synthesis", "javascript"]);

Problem Generate(Rng rng, int level)
{
    Spec spec = Draw(rng, level);
    int[] first = Numbers(rng, spec, 5), second = Numbers(rng, spec, 6);
    int[][] lists = new int[12][];
    for (int i = 0; i < lists.Length; i++)
        lists[i] = Numbers(rng, spec, i);
    string code = Text(spec);
    return Problem(
        question: $"Complete this JavaScript function:\nfunction solve(numbers) {{\n  // Returns {Wanted(spec)}.{Remark(spec)}\n"
            + $"  // solve({Show(first)}) is {Run(spec, first)}\n  // solve({Show(second)}) is {Run(spec, second)}\n}}\n"
            + "It is tried on other lists of whole numbers too. Use var and function, no newer syntax. Answer with the whole function alone, from function to the last }.",
        answer: code,
        solution: $"Go through the list{(spec.First == 1 ? " from the second number on" : "")} with a result that starts at {spec.Start}.\n"
            + $"A number x counts when {Condition(spec)}.\nThen {(spec.Largest ? $"the result becomes the larger of itself and {Term(spec)}" : $"the result grows by {Term(spec)}")}.\n"
            + $"{Trace(spec, first)}\nThe function:\n{code}",
        data: Tests(spec, lists));
}
