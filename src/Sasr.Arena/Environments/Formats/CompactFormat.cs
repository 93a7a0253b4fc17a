namespace Sasr.Arena.Environments.Formats;

/// <summary>For tiny models: the steps, then the answer alone on the last line.</summary>
internal sealed class CompactFormat : IAnswerFormat
{
    public string Name => "compact";

    public string Hint => "Write the steps, then the answer alone on the last line.";

    public string Compose(string solution, string answer) => $"{solution}\n{answer}";

    public string? Extract(string completion)
    {
        string text = completion.TrimEnd();
        int lastLine = text.LastIndexOf('\n');
        string answer = lastLine < 0 ? "" : text[(lastLine + 1)..].Trim();
        return answer.Length == 0 ? null : answer;
    }
}
