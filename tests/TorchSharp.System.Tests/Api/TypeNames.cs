namespace TorchSharp.Tests.Api;

/// <summary>The listing's way to write types: TorchSharp's in full, the framework's without their namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Void"] = "void", ["Boolean"] = "bool", ["SByte"] = "sbyte", ["Byte"] = "byte", ["Int16"] = "short", ["UInt16"] = "ushort",
        ["Int32"] = "int", ["UInt32"] = "uint", ["Int64"] = "long", ["UInt64"] = "ulong", ["Single"] = "float", ["Double"] = "double",
        ["String"] = "string", ["Object"] = "object", ["Char"] = "char",
    };

    public static string Of(string space, string name)
        => space.StartsWith("TorchSharp", StringComparison.Ordinal)
            ? $"{space}.{name}"
            : Keywords.GetValueOrDefault(name, name);

    public static string Generic(string definition, IEnumerable<string> arguments)
        => $"{definition.Split('`')[0]}<{string.Join(", ", arguments)}>";

    public static string Member(bool isStatic, string type, string name, IEnumerable<string> parameters, string result)
        => $"{(isStatic ? "static " : "")}{type}.{name}({string.Join(", ", parameters)}) : {result}";

    public static string Field(bool isStatic, string type, string name, string fieldType)
        => $"{(isStatic ? "static " : "")}{type}.{name} : {fieldType}";
}
