using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Reads signatures as full names of types, and keeps in mind what none may contain.</summary>
internal sealed class SignatureNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    private readonly Dictionary<TypeReferenceHandle, string> _references = [];
    private readonly Dictionary<TypeDefinitionHandle, string> _definitions = [];

    /// <summary>What a signature contained that none may; null while none did.</summary>
    public string? Refused { get; private set; }

    /// <summary>Looks at what a method's signature says besides its types.</summary>
    public MethodSignature<string> Check(MethodSignature<string> signature)
    {
        if (signature.Header.CallingConvention != SignatureCallingConvention.Default)
            Refused = "'__arglist'";
        return signature;
    }

    public string Name(TypeReferenceHandle handle)
    {
        if (!_references.TryGetValue(handle, out string? name))
        {
            TypeReference type = metadata.GetTypeReference(handle);
            string own = metadata.GetString(type.Name);
            _references[handle] = name = type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{Name((TypeReferenceHandle)type.ResolutionScope)}+{own}"
                : type.Namespace.IsNil ? own : $"{metadata.GetString(type.Namespace)}.{own}";
        }
        return name;
    }

    public string Name(TypeDefinitionHandle handle)
    {
        if (!_definitions.TryGetValue(handle, out string? name))
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string own = metadata.GetString(type.Name);
            // A name of the code's own must never pass for one of the framework's.
            _definitions[handle] = name = type.GetDeclaringType() is { IsNil: false } outer ? $"{Name(outer)}+{own}" : $"::{own}";
        }
        return name;
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode)
    {
        if (typeCode == PrimitiveTypeCode.TypedReference)
            Refused = "'__makeref'";
        return $"System.{typeCode}";
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Name(handle);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Name(handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericMethodParameter(object? genericContext, int index) => FormattableString.Invariant($"!!{index}");

    public string GetGenericTypeParameter(object? genericContext, int index) => FormattableString.Invariant($"!{index}");

    public string GetPointerType(string elementType)
    {
        Refused = "A pointer";
        return elementType;
    }

    public string GetPinnedType(string elementType)
    {
        Refused = "'fixed'";
        return elementType;
    }

    public string GetFunctionPointerType(MethodSignature<string> signature)
    {
        Refused = "A function pointer";
        return "";
    }
}
