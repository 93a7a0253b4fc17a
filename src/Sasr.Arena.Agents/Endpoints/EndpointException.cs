namespace Sasr.Arena.Agents.Endpoints;

/// <summary>An attempt that gave no completion.</summary>
/// <param name="message">One line, without the key.</param>
/// <param name="cause">What it says of the endpoint.</param>
/// <param name="retryAfter">The time that the endpoint asks to wait; null where it names none.</param>
internal sealed class EndpointException(string message, EndpointFailure cause, TimeSpan? retryAfter = null) : Exception(message)
{
    public EndpointFailure Failure => cause;

    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>What a failed attempt says of the endpoint.</summary>
internal enum EndpointFailure
{
    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>It failed: it may be down.</summary>
    Down,

    /// <summary>It is there, and asks to wait.</summary>
    Busy,

    /// <summary>It replied, and the reply holds no completion.</summary>
    Unreadable,

    /// <summary>It will not answer this request, however often it is asked.</summary>
    Refused,
}
