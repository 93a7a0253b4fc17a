using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a C# script of <c>tasks/</c> can call besides the language.</summary>
public sealed class TaskGlobals : ScriptGlobals
{
    // Of its own for every script: cached metadata of a script's types would keep its code in memory for ever.
    private readonly JsonSerializerOptions _json = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Declares the task.</summary>
    /// <param name="version">Raised by every change that alters problems or scores.</param>
    /// <param name="levels">Number of difficulty levels; they count from 1.</param>
    /// <param name="tags">What the task exercises.</param>
    /// <param name="reward">Name of the reward that judges answers, where the script has no <c>Score</c>.</param>
    public void Task(int version, int levels, string[]? tags = null, string? reward = null) =>
        Declare(new() { Version = version, Levels = levels, Tags = tags ?? [], Reward = reward });

    /// <summary>A problem that <c>Generate</c> returns.</summary>
    /// <param name="question">What is asked, with the form that the answer must have.</param>
    /// <param name="answer">A right answer.</param>
    /// <param name="solution">The worked steps that lead to it.</param>
    /// <param name="data">What <c>Score</c> needs beyond the answer: anything that can be written as JSON.</param>
    public Problem Problem(string question, string answer, string solution, object? data = null) => new(
        Task: "", Version: 0, Level: 0, default, Seed: 0,
        question, answer, solution,
        data is null ? null : JsonElement.Parse(JsonSerializer.SerializeToUtf8Bytes(data, _json)));
}
