using System.Text.Json;
using Sasr.Arena.Scripting.Programs;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Dialect;

/// <summary>What a C# file of tests can call besides the language. The program that it tests runs in another process.</summary>
public sealed class TestGlobals : ScriptGlobals
{
    private const int MaxLength = 16 << 20;

    private readonly Func<string, string, AnswerItem> _call;
    private readonly Action _pass;
    private readonly ArgumentJson _json = new(MaxLength);

    internal TestGlobals(Func<string, string, AnswerItem> call, Action pass) => (_call, _pass) = (call, pass);

    /// <summary>Calls a function of the program. Values cross as JSON, and so by value.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="function">Its name, or <c>Class.Method</c>.</param>
    /// <param name="arguments">What it is given.</param>
    /// <exception cref="ProgramException">It threw.</exception>
    /// <exception cref="AssertionException">It returned something else.</exception>
    public T? Call<T>(string function, params object?[] arguments)
    {
        AnswerItem answer = _call(function, _json.Write(nameof(Call), arguments ?? [null], typeof(object?[])));
        if (answer.Error is { } error)
            throw new ProgramException(error);
        try
        {
            return answer.Value is null ? default : _json.Read<T>(answer.Value);
        }
        catch (JsonException)
        {
            throw new AssertionException(ProgramError.Line($"{function} returned {answer.Value}, which is no {typeof(T).Name}"));
        }
    }

    /// <summary>A case: it passes where the condition holds.</summary>
    /// <param name="condition">What must be so.</param>
    /// <param name="message">What to say where it is not.</param>
    /// <exception cref="AssertionException">It does not hold.</exception>
    public void Assert(bool condition, string message = "an assertion does not hold")
    {
        if (!condition)
            throw new AssertionException(message);
        _pass();
    }

    /// <summary>A case: it passes where two values are the same JSON, numbers that are not whole within a relative 1e-9.</summary>
    /// <typeparam name="T">Of both.</typeparam>
    /// <param name="expected">What it must be.</param>
    /// <param name="actual">What it is.</param>
    /// <exception cref="AssertionException">They differ.</exception>
    public void AssertEqual<T>(T? expected, T? actual)
    {
        string left = _json.Write(nameof(AssertEqual), expected, typeof(T)), right = _json.Write(nameof(AssertEqual), actual, typeof(T));
        using JsonDocument first = JsonDocument.Parse(left, ArgumentJson.Reading), second = JsonDocument.Parse(right, ArgumentJson.Reading);
        if (!JsonComparison.AreEqual(first.RootElement, second.RootElement))
            throw new AssertionException($"it is {right} instead of {left}");
        _pass();
    }
}
