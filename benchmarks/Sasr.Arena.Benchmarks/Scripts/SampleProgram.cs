using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Benchmarks.Scripts;

/// <summary>Model-written programs of ten lines, a different one for each number, so that nothing could be reused.</summary>
internal static class SampleProgram
{
    public static Candidate Create(int number) => new(ProgramLanguage.CSharp, $$"""
        int Solve{{number}}(int[] numbers)
        {
            var seen = new Dictionary<int, int>();
            int best = {{number % 7}};
            foreach (int n in numbers)
            {
                seen[n] = seen.GetValueOrDefault(n) + 1;
                if (seen[n] > best)
                    best = seen[n];
            }
            return best * {{number}};
        }
        """);

    /// <summary>A call that it passes.</summary>
    public static FunctionTests Tests(int number) => new(
        $"Solve{number}", [new FunctionCase([Json("[1,1,1,1,1,1,1,2]")], Json($"{7L * number}"))]);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
