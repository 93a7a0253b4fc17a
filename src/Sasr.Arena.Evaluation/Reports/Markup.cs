using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sasr.Arena.Evaluation.Reports;

/// <summary>
/// HTML and SVG under construction. In an interpolated string what is literal is markup, and what is put in is text and is
/// escaped; numbers are written the same everywhere.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    public Markup Add([InterpolatedStringHandlerArgument("")] ref Handler handler)
    {
        _ = handler;
        return this;
    }

    public Markup Add(Markup inner)
    {
        _text.Append(inner._text);
        return this;
    }

    public Markup AddVerbatim(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A number with at most two digits behind the point, for coordinates.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount, Markup markup)
    {
        private readonly Markup _markup = markup;

        public int Capacity { get; } = literalLength + formattedCount;

        public void AppendLiteral(string value) => _markup._text.Append(value);

        public void AppendFormatted(string? value) => _markup._text.Append(WebUtility.HtmlEncode(value));

        public void AppendFormatted(double value) => _markup._text.Append(Number(value));

        public void AppendFormatted(int value) => _markup._text.Append(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup value) => _markup._text.Append(value._text);
    }
}
