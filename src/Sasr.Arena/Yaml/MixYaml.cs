using System.Globalization;
using Sasr.Arena.Environments;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Sasr.Arena.Yaml;

/// <summary>Reads a mix of tasks: under every id or pattern a weight, or a mapping.</summary>
/// <param name="path">The file, for messages about what only a catalogue can tell.</param>
internal sealed class MixYaml(string path) : IYamlTypeConverter
{
    public bool Accepts(Type type) => typeof(ITaskMix).IsAssignableFrom(type);

    public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        if (parser.Current is not MappingStart)
            throw Wrong(parser.Current!, "tasks stand here as a mapping, for example { math/*: 1, logic/sorting: { levels: [1, 2] } }");
        var mix = (ITaskMix)Activator.CreateInstance(type)!;
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            MixEntry entry = Entry(parser, key, mix.EntryType, rootDeserializer);
            try
            {
                entry.Validate();
            }
            catch (InputException e)
            {
                throw Wrong(key, $"{key.Value}: {e.Message}.");
            }
            mix.Add(key.Value, entry, string.Create(CultureInfo.InvariantCulture, $"{path}({key.Start.Line},{key.Start.Column})"));
        }
        return mix;
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
        throw new NotSupportedException("Recipes and suites are copied as text.");

    private static MixEntry Entry(IParser parser, Scalar key, Type type, ObjectDeserializer deserialize)
    {
        if (!parser.TryConsume<Scalar>(out var scalar))
            return (MixEntry)deserialize(type)!;
        if (!double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
            throw Wrong(scalar, $"{key.Value}: '{scalar.Value}' is no weight; write a number, a mapping such as {{ levels: [1, 2] }}, or {{}} for the defaults.");
        var entry = (MixEntry)Activator.CreateInstance(type)!;
        entry.Weight = weight;
        return entry;
    }

    private static YamlException Wrong(ParsingEvent place, string reason) => new(place.Start, place.End, reason);
}
