using System.Text.Json;

namespace Sasr.Arena.Problems;

/// <summary>A question with its answer and a worked solution, as a task generated it.</summary>
/// <param name="Task">Id of the task, for example <c>math/chain-sum</c>.</param>
/// <param name="Version">Version of the task; a change that alters problems or scores raises it.</param>
/// <param name="Level">Difficulty, from 1.</param>
/// <param name="Split">The split that the question's hash belongs to.</param>
/// <param name="Seed">The seed of the generator that drew the problem.</param>
/// <param name="Question">What is asked, in plain words, with the form that the answer must have.</param>
/// <param name="Answer">A right answer; where several are right, one of them.</param>
/// <param name="Solution">The worked steps that lead to the answer; what SFT trains on.</param>
/// <param name="Data">What the scorer needs beyond the answer, for example hidden test cases.</param>
public sealed record Problem(
    string Task,
    int Version,
    int Level,
    Split Split,
    ulong Seed,
    string Question,
    string Answer,
    string Solution,
    JsonElement? Data = null);

/// <summary>What a script's generator returns: a problem that does not yet know its task, split and seed.</summary>
/// <inheritdoc cref="Problem" path="/param"/>
public sealed record ProblemDraft(string Question, string Answer, string Solution, JsonElement? Data = null);
