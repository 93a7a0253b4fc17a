using System.Globalization;
using System.Reflection;

namespace TorchSharp.Tests.Api;

/// <summary>What an assembly lets others see, in the listing's form.</summary>
internal static class DeclaredMembers
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly)
        => assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend($"{Kind(type)} {Name(type)}"));

    private static IEnumerable<string> Members(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            yield break;
        foreach (var field in type.GetFields(Own).Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
        {
            yield return type.IsEnum
                ? $"{Name(type)}.{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
                : TypeNames.Field(field.IsStatic, Name(type), field.Name, Name(field.FieldType));
        }

        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            if (!(method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) || IsOfObject(method) || method.Name == ".cctor")
                continue;
            var parameters = method.GetParameters();
            var arity = method.IsGenericMethod ? $"`{method.GetGenericArguments().Length}" : "";
            var result = method is MethodInfo info ? Name(info.ReturnType) : "void";
            var names = parameters.Select(p => p.HasDefaultValue ? $"{p.Name} = {Literal(p.RawDefaultValue)}" : p.Name);
            yield return TypeNames.Member(method.IsStatic, Name(type), method.Name + arity, parameters.Select(p => Name(p.ParameterType)), result)
                + (parameters.Length > 0 ? $" ; {string.Join(", ", names)}" : "");
        }
    }

    private static bool IsOfObject(MethodBase method)
        => method is MethodInfo info && info.GetBaseDefinition().DeclaringType is { } origin
            && (origin == typeof(object) || origin == typeof(ValueType)) && info.GetBaseDefinition() != info;

    private static string Kind(Type type)
        => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace("E-08", "e-08", StringComparison.Ordinal),
        Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericMethodParameter)
            return $"!!{type.GenericParameterPosition}";
        if (type.IsGenericParameter)
            return $"!{type.GenericParameterPosition}";
        var name = TypeNames.Of(
            type.DeclaringType is { } outer ? Name(outer.IsGenericType ? outer.GetGenericTypeDefinition() : outer) : type.Namespace ?? "",
            type.Name);
        return type.IsConstructedGenericType
            ? TypeNames.Generic(name, type.GetGenericArguments().Select(Name))
            : name;
    }
}
