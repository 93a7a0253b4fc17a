using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Sasr.Arena.Scripting.Execution;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>
/// How values go into C# functions and come out. Tuples and rectangular arrays are arrays, big integers are numbers, members keep
/// their names. One for each program: cached metadata of a program's types would keep its code in memory for ever.
/// </summary>
/// <param name="length">Of the longest result, in UTF-16 units.</param>
internal sealed class ArgumentJson(int length)
{
    private const int MaxDepth = 256;

    private readonly JsonSerializerOptions _options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new TupleConverter(), new MatrixConverter(), new BigIntegerConverter(), new PlainValueConverter(), new JsonStringEnumConverter(),
        },
        Encoder = MessageJson.WriterOptions.Encoder,
        IncludeFields = true,
        MaxDepth = MaxDepth,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>How arguments are parsed.</summary>
    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = MaxDepth };

    /// <exception cref="ScriptException">A value does not fit its parameter.</exception>
    public object?[] Read(string function, JsonElement[] values, ParameterInfo[] parameters)
    {
        object?[] arguments = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
            arguments[i] = i < values.Length ? Read(function, values[i], parameters[i]) : parameters[i].DefaultValue;
        return arguments;
    }

    /// <exception cref="JsonException">It is no such value.</exception>
    public T? Read<T>(string value) => JsonSerializer.Deserialize<T>(value, _options);

    /// <exception cref="ScriptException">It is no JSON, or too long.</exception>
    public string Write(string function, object? value, Type type)
    {
        using var text = new BoundedStream(length);
        try
        {
            JsonSerializer.Serialize(text, value, type, _options);
            return text.Take();
        }
        catch (Exception e) when (text.IsOverflowed)
        {
            throw new ScriptException(
                new ScriptError(ScriptErrorKind.Runtime, $"{function} returned more than {length} characters"), e);
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            throw new ScriptException(
                new ScriptError(ScriptErrorKind.Runtime, ProgramError.Line($"{function} returned what is no JSON: {e.Message}")), e);
        }
    }

    private object? Read(string function, JsonElement value, ParameterInfo parameter)
    {
        try
        {
            return value.Deserialize(parameter.ParameterType, _options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            string message = $"{function}: the parameter {parameter.Name} ({Name(parameter.ParameterType)}) cannot be {value.GetRawText()}";
            throw new ScriptException(
                new ScriptError(ScriptErrorKind.Runtime, ProgramError.Line(message)), e);
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
