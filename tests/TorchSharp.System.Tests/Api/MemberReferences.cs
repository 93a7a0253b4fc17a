using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TorchSharp.Tests.Api;

/// <summary>What a compiled assembly uses of TorchSharp, in the listing's form.</summary>
internal static class MemberReferences
{
    private const string Assembly = "TorchSharp";

    /// <summary>Whether the file is a .NET assembly that references TorchSharp.</summary>
    public static bool UsesTorchSharp(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
            return false;
        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Assembly));
    }

    public static IReadOnlyList<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new Names(metadata);
        return
        [
            .. metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Select(member => names.Member(member))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private sealed class Names(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
    {
        public string? Member(MemberReference member)
        {
            var (owner, type) = Owner(member.Parent);
            if (owner != Assembly)
                return null;
            var name = metadata.GetString(member.Name);
            if (member.GetKind() == MemberReferenceKind.Field)
            {
                // A reference to a field does not say whether it is static; TorchSharp's static ones are in structs and in torch.
                var fieldType = member.DecodeFieldSignature(this, null);
                return TypeNames.Field(type is "TorchSharp.torch" or "TorchSharp.torch.TensorIndex", type, name, fieldType);
            }

            var signature = member.DecodeMethodSignature(this, null);
            var arity = signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "";
            return TypeNames.Member(!signature.Header.IsInstance, type, name + arity, signature.ParameterTypes, signature.ReturnType);
        }

        // The assembly and the name of the type that a member belongs to; a generic instance stands for its definition.
        private (string? Assembly, string Type) Owner(EntityHandle handle)
        {
            switch (handle.Kind)
            {
                case HandleKind.TypeReference:
                    var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                    var scope = reference.ResolutionScope;
                    while (scope.Kind == HandleKind.TypeReference)
                        scope = metadata.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
                    var assembly = scope.Kind == HandleKind.AssemblyReference
                        ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
                        : null;
                    return (assembly, GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0));
                case HandleKind.TypeSpecification:
                    var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                    if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                        return (null, "");
                    _ = blob.ReadCompressedInteger();
                    return Owner(blob.ReadTypeHandle());
                default:
                    return (null, "");
            }
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            var space = type.ResolutionScope.Kind == HandleKind.TypeReference
                ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)
                : reader.GetString(type.Namespace);
            return TypeNames.Of(space, reader.GetString(type.Name));
        }

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
            => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind)
            => reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => TypeNames.Of("System", typeCode.ToString());

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
            => TypeNames.Generic(genericType, typeArguments);

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function pointer";
    }
}
