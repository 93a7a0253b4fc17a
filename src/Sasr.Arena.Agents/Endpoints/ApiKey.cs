namespace Sasr.Arena.Agents.Endpoints;

/// <summary>A key from the environment, that never leaves it but in a request's header.</summary>
public sealed class ApiKey
{
    /// <summary>The variable that is read where nothing else is said.</summary>
    public const string UsualVariable = "OPENAI_API_KEY";

    // What endpoints without keys are sent: the client wants something.
    private const string None = "none";

    // A shorter one may stand in any text by chance.
    private const int Unmistakable = 16;

    private readonly string? _value;

    private ApiKey(string variable, string? value) => (Variable, _value) = (variable, value);

    /// <summary>The variable that holds it.</summary>
    public string Variable { get; }

    /// <summary>Whether there is one.</summary>
    public bool IsSet => _value is not null;

    internal string Header => _value ?? None;

    /// <summary>Reads a variable.</summary>
    /// <param name="variable">Its name.</param>
    /// <param name="required">Whether there must be a key.</param>
    /// <exception cref="InputException">There is none, or it cannot be one. The message never holds it.</exception>
    public static ApiKey FromEnvironment(string variable = UsualVariable, bool required = true)
    {
        string? value = Environment.GetEnvironmentVariable(variable)?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return required
                ? throw new InputException($"The environment variable {variable} is not set; put the endpoint's key there (--api-key-variable names another).")
                : new ApiKey(variable, null);
        }
        if (!value.All(c => c is > ' ' and <= '~'))
            throw new InputException($"The environment variable {variable} holds no key: there are spaces or signs in it that no header may have.");
        return new ApiKey(variable, value);
    }

    /// <summary>A text without the key.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _value is null ? text : text.Replace(_value, "[key]", StringComparison.Ordinal);
    }

    /// <summary>A completion without the key, where it is long enough not to stand there by chance.</summary>
    internal string RedactCompletion(string text) => _value is { Length: >= Unmistakable } ? Redact(text) : text;

    /// <inheritdoc/>
    public override string ToString() => $"the key in {Variable}";
}
