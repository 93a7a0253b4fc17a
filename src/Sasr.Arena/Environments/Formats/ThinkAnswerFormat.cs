namespace Sasr.Arena.Environments.Formats;

/// <summary><c>&lt;think&gt;…&lt;/think&gt;&lt;answer&gt;…&lt;/answer&gt;</c>, each tag exactly once and nothing else outside them.</summary>
internal sealed class ThinkAnswerFormat : IAnswerFormat
{
    private static readonly string[] Tags = ["<think>", "</think>", "<answer>", "</answer>"];

    public string Name => "think-answer";

    public string Hint => "Reason inside <think> and </think>, then give the answer alone inside <answer> and </answer>, and write nothing else.";

    public string Compose(string solution, string answer) => $"<think>{solution}</think><answer>{answer}</answer>";

    public string? Extract(string completion)
    {
        string text = completion.Trim();
        int[] at = new int[Tags.Length];
        for (int i = 0; i < Tags.Length; i++)
        {
            at[i] = text.IndexOf(Tags[i], StringComparison.Ordinal);
            if (at[i] < 0 || text.IndexOf(Tags[i], at[i] + 1, StringComparison.Ordinal) >= 0)
                return null;
        }
        bool wellFormed = at[0] == 0
            && at[1] > at[0]
            && at[2] > at[1]
            && at[3] > at[2]
            && string.IsNullOrWhiteSpace(text[(at[1] + Tags[1].Length)..at[2]])
            && at[3] + Tags[3].Length == text.Length;
        string answer = wellFormed ? text[(at[2] + Tags[2].Length)..at[3]].Trim() : "";
        return answer.Length == 0 ? null : answer;
    }
}
