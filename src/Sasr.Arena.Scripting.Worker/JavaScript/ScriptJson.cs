using System.Text.Json.Serialization;
using Sasr.Arena.Scripting.Dialect;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>How values look to a JavaScript script: camel case, and names instead of numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StepOutcome))]
[JsonSerializable(typeof(Situation))]
[JsonSerializable(typeof(Declaration))]
internal sealed partial class ScriptJson : JsonSerializerContext;
