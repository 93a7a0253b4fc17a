using Sasr.Arena.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>What a new worker runs before its first candidate.</summary>
internal static class WarmUps
{
    // Sessions count from 1.
    private const long Whole = -1;
    private const long Functions = -2;

    public static IReadOnlyList<ProgramItem> For(ProgramLanguage language)
    {
        (string whole, string function) = language == ProgramLanguage.CSharp
            ? ("System.Console.WriteLine(string.Join(' ', System.Console.ReadLine()!.Split(' ').Select(int.Parse)));",
                "int[] f(int[] a, string s) => a.Select(n => n + s.Length).ToArray();")
            : ("print(readLine());", "function f(a, s) { return a.map(function (n) { return n + s.length; }); }");
        return
        [
            new(Whole) { Compile = new CompileItem(language, whole, Whole: true, OutputLength: 100, RunMilliseconds: 10_000) },
            new(Whole) { Input = "1 2" },
            new(Whole) { Forget = true },
            new(Functions) { Compile = new CompileItem(language, function, Whole: false, OutputLength: 100, RunMilliseconds: 10_000) },
            new(Functions) { Prepare = true },
            new(Functions) { Invoke = new InvokeItem("f", """[[1, 2], "x"]""") },
            new(Functions) { Forget = true },
        ];
    }
}
