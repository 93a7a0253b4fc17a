using System.Globalization;
using System.Text;

namespace Sasr.Arena.Checks;

/// <summary>Texts of any length and content, as a message can show them: one short line.</summary>
internal static class Quote
{
    public static string Of(string text, int length = 60)
    {
        var line = new StringBuilder();
        foreach (char c in text)
        {
            if (line.Length >= length)
                return $"{line}…";
            if (c is '\n' or '\r' or '\t' or ' ')
                line.Append(line.Length > 0 && line[^1] == ' ' ? "" : " ");
            else if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                line.Append(c);
        }
        return line.ToString();
    }
}
