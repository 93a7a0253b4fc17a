using System.Text.Json;
using System.Text.RegularExpressions;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Checked by a second machine, which keeps its stack in a list.</summary>
public sealed class StackProgramTests
{
    private const string Id = "code/stack-program";

    [Test]
    public async Task The_program_turns_every_shown_input_into_its_output()
    {
        foreach (Problem problem in await Repository.DrawAllAsync(Id, 60))
        {
            (long[] Input, long Output)[] shown = Shown(problem);
            Assert.That(shown, Has.Length.GreaterThanOrEqualTo(3));
            foreach ((long[] input, long output) in shown)
                Assert.That(Run(problem.Answer, input), Is.EqualTo(new[] { output }), problem.Question);
        }
    }

    [Test]
    public async Task The_program_passes_hidden_cases_that_are_not_shown_and_that_no_constant_passes()
    {
        foreach (Problem problem in await Repository.DrawAllAsync(Id, 60))
        {
            (long[] Input, long Output)[] hidden = [.. problem.Data!.Value.GetProperty("cases").EnumerateArray()
                .Select(test => (test.GetProperty("input").Deserialize<long[]>()!, test.GetProperty("output").GetInt64()))];
            foreach ((long[] input, long output) in hidden)
                Assert.That(Run(problem.Answer, input), Is.EqualTo(new[] { output }), problem.Answer);
            string[] shown = [.. Shown(problem).Select(example => string.Join(' ', example.Input))];
            Assert.That(hidden.Count(test => !shown.Contains(string.Join(' ', test.Input))), Is.GreaterThanOrEqualTo(8));
            Assert.That(hidden.Select(test => test.Output).Distinct().Count(), Is.GreaterThan(3));
        }
    }

    [Test]
    public async Task The_solution_traces_the_program_on_an_example_of_the_question()
    {
        foreach (Problem problem in await Repository.DrawAllAsync(Id, 20))
        {
            (long[] Input, long Output)[] shown = Shown(problem);
            Assert.That(problem.Solution.Split('\n')[^1], Does.EndWith($": {shown[^1].Output}"));
            Assert.That(problem.Solution, Does.Contain($"Check {problem.Answer} on {string.Join(' ', shown[^1].Input)}:"));
        }
    }

    [Test]
    public async Task Another_program_for_the_same_rule_is_right_too()
    {
        ReasoningTask task = await Repository.Catalog.TaskAsync(Id);
        foreach (Problem problem in await Repository.DrawAllAsync(Id, 5))
            Assert.That(await task.ScoreAsync(problem, problem.Answer.ToUpperInvariant() + " 0 + dup over drop swap drop"), Is.EqualTo(1));
    }

    private static (long[] Input, long Output)[] Shown(Problem problem) =>
        [.. Regex.Matches(problem.Question, "(-?[0-9]+(?: -?[0-9]+)*) -> (-?[0-9]+)").Select(match =>
            (match.Groups[1].Value.Split(' ').Select(long.Parse).ToArray(), long.Parse(match.Groups[2].Value)))];

    private static List<long> Run(string program, long[] input)
    {
        List<long> stack = [.. input];
        long Take()
        {
            long top = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            return top;
        }
        void Apply(Func<long, long, long> operation)
        {
            long right = Take(), left = Take();
            stack.Add(operation(left, right));
        }

        foreach (string word in program.Split(' '))
        {
            switch (word)
            {
                case "+": Apply((a, b) => a + b); break;
                case "-": Apply((a, b) => a - b); break;
                case "*": Apply((a, b) => a * b); break;
                case "max": Apply(Math.Max); break;
                case "min": Apply(Math.Min); break;
                case "neg": stack.Add(-Take()); break;
                case "dup": stack.Add(stack[^1]); break;
                case "over": stack.Add(stack[^2]); break;
                case "drop": Take(); break;
                case "swap": (stack[^1], stack[^2]) = (stack[^2], stack[^1]); break;
                case "rot":
                    stack.Add(stack[^3]);
                    stack.RemoveAt(stack.Count - 4);
                    break;
                default: stack.Add(long.Parse(word)); break;
            }
        }
        return stack;
    }
}
