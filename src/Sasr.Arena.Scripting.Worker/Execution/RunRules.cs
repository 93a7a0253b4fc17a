using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Execution;

/// <summary>What a script must not give as a program with tests.</summary>
internal static class RunRules
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Flaw(ProgramRun run) => run switch
    {
        { Candidate: null } or { Candidate.Source: null } => "a program without a source",
        _ when !Enum.IsDefined(run.Candidate.Language) => "a program in no language",
        { Tests: StandardIoTests { Cases: { } cases } } when cases.All(test => test is { Input: not null, Output: not null }) => null,
        { Tests: FunctionTests { Function: not null, Cases: { } cases } } when cases.All(IsWhole) => null,
        { Tests: TestFile { Source: not null } } => null,
        _ => "a program whose tests are missing, or have a part missing",
    };

    private static bool IsWhole(FunctionCase? test) =>
        test is { Arguments: not null, Expected.ValueKind: not JsonValueKind.Undefined }
        && test.Arguments.All(argument => argument.ValueKind != JsonValueKind.Undefined);
}
