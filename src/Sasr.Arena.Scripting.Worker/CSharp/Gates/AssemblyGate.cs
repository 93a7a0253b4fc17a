using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>
/// The second gate: reads an emitted assembly's metadata and instructions, knowing nothing of its source, and says what in it may not
/// be used. It stops by itself all that <see cref="SourceGate"/> is there to stop, but cannot say where it stands.
/// </summary>
internal sealed class AssemblyGate
{
    // Of a script, the name goes on.
    private const string HelpersType = "<PrivateImplementationDetails>";

    private static readonly TableIndex[] Unused =
    [
        TableIndex.ModuleRef, TableIndex.ImplMap, TableIndex.File, TableIndex.ExportedType, TableIndex.ManifestResource,
        TableIndex.DeclSecurity, TableIndex.FieldMarshal, TableIndex.FieldLayout,
    ];

    private static readonly HashSet<OpCode> RefusedInstructions =
    [
        OpCodes.Arglist, OpCodes.Calli, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Jmp, OpCodes.Localloc, OpCodes.Mkrefany,
        OpCodes.Refanytype, OpCodes.Refanyval,
    ];

    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly GateProfile _profile;
    private readonly SignatureNames _names;
    private readonly HashSet<EntityHandle> _helpers = [];

    private AssemblyGate(PEReader image, GateProfile profile)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _profile = profile;
        _names = new SignatureNames(_metadata);
    }

    /// <summary>The first thing in the assembly that is refused; null where nothing is.</summary>
    /// <param name="assembly">Its bytes, read from the beginning; it is left open.</param>
    /// <param name="profile">What is let through.</param>
    public static Refusal? Check(Stream assembly, GateProfile profile)
    {
        assembly.Position = 0;
        try
        {
            using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen | PEStreamOptions.PrefetchEntireImage);
            return new AssemblyGate(image, profile).Check() is { } refused ? new Refusal(refused) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return new Refusal(profile.Refuse("Code that is no well-formed assembly"));
        }
    }

    private string? Check()
    {
        string? refused = Image() ?? Tables() ?? TypeReferences() ?? MemberReferences() ?? Signatures() ?? Attributes() ?? Types();
        refused ??= _names.Refused;
        return refused is null ? null : _profile.Refuse(refused);
    }

    private string? Image()
    {
        CorHeader header = _image.PEHeaders.CorHeader!;
        return header.Flags == CorFlags.ILOnly
            && header.ManagedNativeHeaderDirectory.Size == 0
            && header.VtableFixupsDirectory.Size == 0
            && header.ExportAddressTableJumpsDirectory.Size == 0
            && header.ResourcesDirectory.Size == 0
            ? null
            : "Native code";
    }

    private string? Tables()
    {
        foreach (TableIndex table in Unused)
        {
            if (_metadata.GetTableRowCount(table) > 0)
                return $"An assembly with a table {table}";
        }
        return null;
    }

    private string? TypeReferences()
    {
        foreach (TypeReferenceHandle handle in _metadata.TypeReferences)
        {
            string name = _names.Name(handle);
            EntityHandle scope = _metadata.GetTypeReference(handle).ResolutionScope;
            bool known = scope.Kind == HandleKind.TypeReference || (scope.Kind == HandleKind.AssemblyReference && IsKnown((AssemblyReferenceHandle)scope));
            if (!known || _profile.Helpers.Find(name) is null)
                return SymbolNames.Readable(name);
        }
        return null;
    }

    private bool IsKnown(AssemblyReferenceHandle handle) =>
        ScriptReferences.Names.Contains(_metadata.GetString(_metadata.GetAssemblyReference(handle).Name));

    private string? MemberReferences()
    {
        foreach (MemberReferenceHandle handle in _metadata.MemberReferences)
        {
            MemberReference member = _metadata.GetMemberReference(handle);
            string name = _metadata.GetString(member.Name);
            string[] parameters = Parameters(member);
            if (_names.Refused is { } refused)
                return refused;
            switch (Parent(member.Parent))
            {
                case (Owner.Referenced, string type):
                    if (_profile.Compiled.Find(type)?.Allows(name, () => parameters) == true)
                        break;
                    if (_profile.Helpers.Find(type)?.Allows(name, () => parameters) != true)
                        return SymbolNames.Readable(type, name);
                    _helpers.Add(handle);
                    break;
                case (Owner.Unknown, _):
                    return name;
            }
        }
        return null;
    }

    // Types of its own and arrays have members that need no list.
    private (Owner Owner, string Type) Parent(EntityHandle parent)
    {
        switch (parent.Kind)
        {
            case HandleKind.TypeReference:
                return (Owner.Referenced, _names.Name((TypeReferenceHandle)parent));
            case HandleKind.TypeDefinition:
                return (Owner.Own, "");
            case HandleKind.TypeSpecification:
                BlobReader signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
                SignatureTypeCode kind = signature.ReadSignatureTypeCode();
                if (kind is SignatureTypeCode.Array)
                    return (Owner.Own, "");
                if (kind is not SignatureTypeCode.GenericTypeInstance)
                    return (Owner.Unknown, "");
                _ = signature.ReadCompressedInteger();
                EntityHandle definition = signature.ReadTypeHandle();
                return definition.Kind is HandleKind.TypeReference or HandleKind.TypeDefinition ? Parent(definition) : (Owner.Unknown, "");
            default:
                return (Owner.Unknown, "");
        }
    }

    private string[] Parameters(MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(_names, null);
            return [];
        }
        MethodSignature<string> signature = _names.Check(member.DecodeMethodSignature(_names, null));
        return [.. signature.ParameterTypes];
    }

    private string? Signatures()
    {
        for (int row = 1; row <= _metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
            _metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).DecodeSignature(_names, null);
        for (int row = 1; row <= _metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            _metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).DecodeSignature(_names, null);
        for (int row = 1; row <= _metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            StandaloneSignature signature = _metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row));
            if (signature.GetKind() == StandaloneSignatureKind.Method)
                return "A function pointer";
            signature.DecodeLocalSignature(_names, null);
        }
        return _names.Refused;
    }

    private string? Attributes()
    {
        foreach (CustomAttributeHandle handle in _metadata.CustomAttributes)
        {
            CustomAttribute attribute = _metadata.GetCustomAttribute(handle);
            // Attributes of the framework have been looked at as members are. One of its own speaks to whoever goes by its name.
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                return "An attribute of its own";
            if (attribute.Parent.Kind is HandleKind.AssemblyDefinition or HandleKind.ModuleDefinition
                && Parent(_metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent).Owner != Owner.Referenced)
            {
                return "An attribute of the assembly";
            }
        }
        return null;
    }

    private string? Types()
    {
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            TypeDefinition type = _metadata.GetTypeDefinition(handle);
            string name = _metadata.GetString(type.Name);
            bool helpers = Outermost(handle).StartsWith(HelpersType, StringComparison.Ordinal);
            if (name == "<Module>" && (type.GetMethods().Count > 0 || type.GetFields().Count > 0))
                return "A module initializer";
            if (_metadata.GetString(type.Namespace) is { } space && SyntaxRules.IsOfFramework(space))
                return $"A type of its own in the namespace {space}";
            if (!helpers && ((type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout || type.GetLayout().Size > 1))
                return "A layout of its own";
            if (Fields(type, helpers) is { } field)
                return field;
            if (Methods(type, helpers) is { } method)
                return method;
        }
        return null;
    }

    private string? Fields(TypeDefinition type, bool helpers)
    {
        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            FieldDefinition field = _metadata.GetFieldDefinition(handle);
            string fieldType = field.DecodeSignature(_names, null);
            if (_names.Refused is { } refused)
                return refused;
            if (!helpers && (field.Attributes & FieldAttributes.HasFieldRVA) != 0)
                return "A field in the image";
            if (!helpers && !_profile.AllowsMutableStatics && IsMutableStatic(field, fieldType))
                return $"Static state ({SymbolNames.Readable(_metadata.GetString(field.Name))})";
        }
        return null;
    }

    // What the compiler keeps for itself has a name that begins with '<', as has the field behind a property.
    private bool IsMutableStatic(FieldDefinition field, string type)
    {
        if ((field.Attributes & FieldAttributes.Static) == 0 || (field.Attributes & FieldAttributes.Literal) != 0)
            return false;
        string name = _metadata.GetString(field.Name);
        if (name.StartsWith('<') && !name.EndsWith("k__BackingField", StringComparison.Ordinal))
            return false;
        return (field.Attributes & FieldAttributes.InitOnly) == 0 || !IsImmutable(type, field);
    }

    private bool IsImmutable(string type, FieldDefinition field)
    {
        if (StaticState.IsImmutable(type))
            return true;
        int arguments = type.IndexOf('<', StringComparison.Ordinal);
        if (arguments > 0)
            return StaticState.IsImmutableContainer(type[..arguments]) && Arguments(type[(arguments + 1)..^1]).All(argument => IsImmutable(argument, field));
        return IsEnum(field);
    }

    private bool IsEnum(FieldDefinition field)
    {
        BlobReader signature = _metadata.GetBlobReader(field.Signature);
        _ = signature.ReadSignatureHeader();
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.TypeHandle)
            return false;
        EntityHandle type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeDefinition
            && _metadata.GetTypeDefinition((TypeDefinitionHandle)type).BaseType is { Kind: HandleKind.TypeReference } parent
            && _names.Name((TypeReferenceHandle)parent) == "System.Enum";
    }

    private string? Methods(TypeDefinition type, bool helpers)
    {
        bool isDelegate = type.BaseType is { Kind: HandleKind.TypeReference } parent
            && _names.Name((TypeReferenceHandle)parent) == "System.MulticastDelegate";
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            _names.Check(method.DecodeSignature(_names, null));
            if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0)
                return "'extern'";
            if ((method.ImplAttributes & MethodImplAttributes.CodeTypeMask) != (isDelegate ? MethodImplAttributes.Runtime : MethodImplAttributes.IL)
                || (method.ImplAttributes & (MethodImplAttributes.InternalCall | MethodImplAttributes.Unmanaged | MethodImplAttributes.Synchronized)) != 0)
            {
                return "A method of the runtime";
            }
            if (_metadata.StringComparer.Equals(method.Name, "Finalize"))
                return "A destructor";
            if (method.RelativeVirtualAddress == 0)
            {
                if (!isDelegate && (method.Attributes & MethodAttributes.Abstract) == 0)
                    return "'extern'";
            }
            else if (Body(method, helpers) is { } body)
            {
                return body;
            }
            if (_names.Refused is { } refused)
                return refused;
        }
        return null;
    }

    private string? Body(MethodDefinition method, bool helpers)
    {
        var instructions = new InstructionReader(_image.GetMethodBody(method.RelativeVirtualAddress).GetILReader());
        while (instructions.Read())
        {
            if (RefusedInstructions.Contains(instructions.OpCode))
                return $"The instruction {instructions.OpCode.Name}";
            if (helpers || _helpers.Count == 0 || instructions.Token == 0 || instructions.OpCode.OperandType == OperandType.InlineString)
                continue;
            EntityHandle target = MetadataTokens.EntityHandle(instructions.Token);
            if (target.Kind == HandleKind.MethodSpecification)
                target = _metadata.GetMethodSpecification((MethodSpecificationHandle)target).Method;
            if (_helpers.Contains(target))
            {
                MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)target);
                return SymbolNames.Readable(Parent(member.Parent).Type, _metadata.GetString(member.Name));
            }
        }
        return null;
    }

    private string Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(outer) : _metadata.GetString(type.Name);
    }

    // The arguments of a generic type, split at the commas of the outermost level.
    private static IEnumerable<string> Arguments(string list)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' or '[' => 1, '>' or ']' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i];
                start = i + 1;
            }
        }
        yield return list[start..];
    }

    private enum Owner
    {
        Unknown,
        Own,
        Referenced,
    }
}
