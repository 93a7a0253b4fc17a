namespace Sasr.Arena.Environments.Formats;

/// <summary>GSM8K's: the steps, then a last line <c>#### answer</c>, and no other such line.</summary>
internal sealed class HashAnswerFormat : IAnswerFormat
{
    private const string Mark = "####";

    public string Name => "hash-answer";

    public string Hint => "Write the steps, then a last line that is #### and the answer alone; write #### nowhere else.";

    public string Compose(string solution, string answer) => $"{solution}\n{Mark} {answer}";

    public string? Extract(string completion)
    {
        string text = completion.TrimEnd();
        int mark = text.IndexOf(Mark, StringComparison.Ordinal);
        bool wellFormed = mark >= 0
            && (mark == 0 || text[mark - 1] == '\n')
            && text.LastIndexOf(Mark, StringComparison.Ordinal) == mark;
        string answer = wellFormed ? text[(mark + Mark.Length)..].Trim() : "";
        return answer.Length == 0 || answer.Contains('\n', StringComparison.Ordinal) ? null : answer;
    }
}
