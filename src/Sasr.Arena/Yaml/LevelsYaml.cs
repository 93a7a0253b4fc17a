using Sasr.Arena.Environments;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Sasr.Arena.Yaml;

/// <summary>Reads levels: <c>all</c>, <c>2</c>, <c>1-3</c> or <c>[1-3, 5]</c>.</summary>
internal sealed class LevelsYaml : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(LevelChoice);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        ParsingEvent start = parser.Current!;
        try
        {
            return parser.TryConsume<Scalar>(out var scalar)
                ? LevelChoice.Parse(scalar.Value)
                : LevelChoice.Parse(string.Join(',', (List<string>)rootDeserializer(typeof(List<string>))!));
        }
        catch (InputException e)
        {
            throw new YamlException(start.Start, start.End, $"levels: {e.Message}.");
        }
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
        throw new NotSupportedException("Recipes and suites are copied as text.");
}
