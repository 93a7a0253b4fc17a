using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Sasr.Arena.Yaml;

/// <summary>Reads a class from a mapping of its keys, or from a single text that stands for one of them.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <param name="make">Makes one of the text.</param>
internal sealed class ShortForm<T>(Func<string, T> make) : INodeDeserializer
    where T : class
{
    public bool Deserialize(
        IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
    {
        value = expectedType == typeof(T) && reader.Current is Scalar ? make(reader.Consume<Scalar>().Value) : null;
        return value is not null;
    }
}
