using Sasr.Arena.Checks.Arithmetic;
using Sasr.Arena.Problems;
using Sasr.Arena.Tasks;

namespace Sasr.Arena.Scripting.Tests.Library;

/// <summary>Every arithmetic statement in a thousand worked solutions of each math task is true, evaluated exactly.</summary>
[TestFixtureSource(nameof(MathTasks))]
public sealed class WorkedArithmeticTests(string id)
{
    private const int Solutions = 1_000;

    /// <summary>Tasks whose solutions are worked in another notation, and what checks them instead.</summary>
    private static readonly Dictionary<string, string> WithoutStatements = new()
    {
        ["math/derivative"] = "differentiates term by term, and only sometimes has numbers alone on both sides",
        ["math/pick-two"] = "tries pairs such as '3+9?'; PickTwoTests adds them up",
    };

    public static IEnumerable<string> MathTasks => Repository.TaskIds.Where(task => task.StartsWith("math/", StringComparison.Ordinal));

    [Test]
    public async Task What_its_solutions_state_is_true()
    {
        int solutions = 0, statements = 0;
        var untrue = new List<string>();
        ReasoningTask task = await Repository.Catalog.TaskAsync(id);
        foreach (int level in Repository.Levels(task))
        {
            foreach (Problem problem in await task.DrawAsync(level, (Solutions + task.Info.Levels - 1) / task.Info.Levels, seed: 9))
            {
                Statement[] found = [.. StatementReader.Read(problem.Solution)];
                solutions++;
                statements += found.Length;
                untrue.AddRange(found.Where(statement => !statement.IsTrue).Select(statement => $"level {level}: {statement.Text} in: {problem.Solution}"));
            }
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(solutions, Is.GreaterThanOrEqualTo(Solutions));
            Assert.That(untrue.Take(3), Is.Empty);
            Assert.That(statements < solutions, Is.EqualTo(WithoutStatements.ContainsKey(id)),
                $"{statements} statements in {solutions} solutions: a task with fewer than one a solution is named in {nameof(WithoutStatements)}, and no other");
        }
    }
}
