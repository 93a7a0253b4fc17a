using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Sasr.Arena.Yaml;

/// <summary>Reads an enum's values by their names in <c>snake_case</c>.</summary>
internal sealed class EnumNames : IYamlTypeConverter
{
    public bool Accepts(Type type) => type.IsEnum;

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        Scalar scalar = parser.Consume<Scalar>();
        Dictionary<string, object> values = Enum.GetValues(type).Cast<object>()
            .ToDictionary(value => UnderscoredNamingConvention.Instance.Apply(value.ToString()!));
        return values.TryGetValue(scalar.Value, out object? value)
            ? value
            : throw new YamlException(scalar.Start, scalar.End, $"'{scalar.Value}' is none of {string.Join(", ", values.Keys)}");
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
        emitter.Emit(new Scalar(UnderscoredNamingConvention.Instance.Apply(value!.ToString()!)));
}
