using System.Text.Json;
using Sasr.Arena.Programs;

namespace Sasr.Arena.Scripting.Tests.Programs;

/// <summary>Tests of candidates, written shortly.</summary>
internal static class Cases
{
    /// <summary>Cases of standard input and output.</summary>
    public static StandardIoTests Io(params (string Input, string Output)[] cases) =>
        new([.. cases.Select(one => new StandardIoCase(one.Input, one.Output))]);

    /// <summary>Calls of a function: arguments as a JSON array, and the result as JSON.</summary>
    public static FunctionTests Calls(string function, params (string Arguments, string Expected)[] cases) =>
        new(function, [.. cases.Select(one => new FunctionCase([.. Parse(one.Arguments).EnumerateArray()], Parse(one.Expected)))]);

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
