using System.Globalization;
using Sasr.Arena.Rewards;
using Sasr.Arena.Rewards.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Sasr.Arena.Yaml;

/// <summary>
/// Reads a mix of rewards: components with their weights, or one of <c>weighted</c>, <c>gate</c>, <c>all-of</c> and
/// <c>first-of</c> with its parts, each of which is a component's name or a mix again.
/// </summary>
/// <param name="path">The file, for messages about what only a catalogue can tell.</param>
internal sealed class RewardsYaml(string path) : IYamlTypeConverter
{
    private const int MaxDepth = 10;
    private static readonly string[] Combinators = ["weighted", "gate", "all-of", "first-of"];

    public bool Accepts(Type type) => type == typeof(RewardMix);

    // Null for nothing, and for an empty mapping.
    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        if (parser.Accept<Scalar>(out Scalar? scalar) && scalar is { IsPlainImplicit: true, Value: "" or "~" or "null" })
        {
            parser.MoveNext();
            return null;
        }
        return Mapping(parser, depth: 0) is { } rule ? new RewardMix(rule) : null;
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
        throw new NotSupportedException("Recipes and environments are copied as text.");

    // Null where it is empty.
    private IRewardRule? Mapping(IParser parser, int depth)
    {
        if (depth > MaxDepth)
            throw Wrong(parser.Current!, $"rewards are nested more than {MaxDepth} deep");
        if (!parser.TryConsume<MappingStart>(out MappingStart? start))
            throw Wrong(parser.Current!, "rewards stand here as a mapping, for example { answer: 1, format: 0.1 } or { gate: [format, answer] }");
        if (parser.TryConsume<MappingEnd>(out _))
            return null;
        if (!parser.Accept<Scalar>(out Scalar? first) || !Combinators.Contains(first.Value))
            return Weights(parser, start);
        parser.MoveNext();
        IRewardRule rule = first.Value == "weighted"
            ? Mapping(parser, depth + 1) ?? throw Wrong(first, "weighted has no components")
            : Combined(first, Parts(parser, first, depth + 1));
        return parser.TryConsume<MappingEnd>(out _)
            ? rule
            : throw Wrong(parser.Current!, $"'{first.Value}' stands alone; a mix of it and others is written with one inside the other");
    }

    private static IRewardRule Combined(Scalar name, IReadOnlyList<IRewardRule> parts) => name.Value switch
    {
        "gate" => new GateRule(parts),
        "all-of" => new AllOfRule(parts),
        _ => new FirstOfRule(parts),
    };

    private List<IRewardRule> Parts(IParser parser, Scalar name, int depth)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
            throw Wrong(parser.Current!, $"{name.Value}: a list of components stands here, for example [format, answer]");
        var parts = new List<IRewardRule>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            parts.Add(parser.TryConsume<Scalar>(out Scalar? component)
                ? Component(component)
                : Mapping(parser, depth) ?? throw Wrong(name, $"{name.Value}: a part of it is empty"));
        }
        return parts.Count > 0 ? parts : throw Wrong(name, $"{name.Value}: it has no parts");
    }

    private WeightedRule Weights(IParser parser, MappingStart start)
    {
        var weights = new List<(ComponentRule Component, double Weight)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = parser.Consume<Scalar>();
            ComponentRule component = Component(key);
            if (weights.Any(other => other.Component.Name == component.Name))
                throw Wrong(key, $"rewards: '{key.Value}' stands here twice");
            if (!parser.TryConsume<Scalar>(out Scalar? value) || !double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
                throw Wrong(value ?? parser.Current!, $"rewards: the weight of '{key.Value}' is no number");
            if (!double.IsFinite(weight) || weight < 0)
                throw Wrong(value, $"rewards: the weight of '{key.Value}' is {value.Value}; it must be a number of at least 0");
            weights.Add((component, weight));
        }
        try
        {
            return new WeightedRule(weights);
        }
        catch (InputException e)
        {
            throw new YamlException(start.Start, start.End, e.Message);
        }
    }

    private ComponentRule Component(Scalar name) => Combinators.Contains(name.Value) || name.Value.Length == 0
        ? throw Wrong(name, $"rewards: '{name.Value}' is no component; write {{ {name.Value}: [...] }} by itself")
        : new ComponentRule(name.Value, string.Create(CultureInfo.InvariantCulture, $"{path}({name.Start.Line},{name.Start.Column}): "));

    private static YamlException Wrong(ParsingEvent place, string reason) => new(place.Start, place.End, $"{reason}.");
}
