using Sasr.Arena.Checks.Arithmetic;

namespace Sasr.Arena.Checks;

/// <summary>The arithmetic that the worked solutions of the math tasks state is true.</summary>
internal static class WorkedArithmetic
{
    private const string Domain = "math/";

    public static IEnumerable<Finding> Check(LevelSample sample)
    {
        foreach (DrawnProblem drawn in sample.All.Where(drawn => drawn.Problem.Task.StartsWith(Domain, StringComparison.Ordinal)))
        {
            foreach (Statement statement in StatementReader.Read(drawn.Problem.Solution).Where(statement => !statement.IsTrue))
            {
                yield return Finding.At(CheckNames.Arithmetic, drawn, $"the solution states what is not so: {Quote.Of(statement.Text, 80)}");
                yield break;
            }
        }
    }
}
