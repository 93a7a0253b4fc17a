using System.ClientModel.Primitives;
using Sasr.Arena.Agents.Endpoints;

namespace Sasr.Arena.Agents.Tests.Endpoints;

public sealed class RetryAfterTests
{
    [TestCase("Retry-After", "120", 120)] // RFC 9110, 10.2.3
    [TestCase("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT", 59)]
    [TestCase("Retry-After", "Fri, 31 Dec 1999 23:58:59 GMT", 0)]
    [TestCase("retry-after-ms", "250.5", 0.2505)]
    public void Seconds_dates_and_milliseconds_are_read(string name, string value, double seconds) =>
        Assert.That(RetryAfter.Of(new Headers(name, value), new Noon())?.TotalSeconds, Is.EqualTo(seconds).Within(1e-9));

    [TestCase("Retry-After", "soon")]
    [TestCase("Retry-After", "-5")]
    [TestCase("Retry-After", "1e300")]
    [TestCase("Other", "5")]
    public void Anything_else_is_none(string name, string value) =>
        Assert.That(RetryAfter.Of(new Headers(name, value), new Noon()), Is.Null);

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(1999, 12, 31, 23, 59, 0, TimeSpan.Zero);
    }

    private sealed class Headers(string name, string text) : PipelineResponseHeaders
    {
        public override bool TryGetValue(string asked, out string? value) => (value = asked == name ? text : null) is not null;

        public override bool TryGetValues(string asked, out IEnumerable<string>? values) => (values = asked == name ? [text] : null) is not null;

        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => new Dictionary<string, string> { [name] = text }.GetEnumerator();
    }
}
