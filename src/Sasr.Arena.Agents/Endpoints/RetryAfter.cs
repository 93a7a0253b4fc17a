using System.ClientModel.Primitives;
using System.Globalization;

namespace Sasr.Arena.Agents.Endpoints;

/// <summary>How long an endpoint asks to wait: <c>Retry-After</c>, in seconds or as a date (RFC 9110, 10.2.3), or <c>retry-after-ms</c>.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(PipelineResponseHeaders headers, TimeProvider time)
    {
        if (headers.TryGetValue("retry-after-ms", out string? milliseconds) && Number(milliseconds) is { } precise)
            return TimeSpan.FromMilliseconds(precise);
        if (!headers.TryGetValue("Retry-After", out string? value) || value is null)
            return null;
        if (Number(value) is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
            return null;
        TimeSpan wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A number of seconds too large for a TimeSpan is as good as none.
    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number <= 1e9 ? number : null;
}
