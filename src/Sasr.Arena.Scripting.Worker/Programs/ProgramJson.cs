using System.Text.Json.Serialization;
using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>What JavaScript says of a program's functions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ProgramFunction>))]
internal sealed partial class ProgramJson : JsonSerializerContext;
