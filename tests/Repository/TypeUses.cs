using System.Reflection;
using System.Reflection.Emit;

namespace Indenture.Tests.Repository;

/// <summary>Which types of an assembly use which others of it, from signatures and from the code itself; nested types count as the outermost one.</summary>
internal static class TypeUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    public static IEnumerable<(string User, string Used)> Of(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
            foreach (var used in Uses(type).Where(t => t.Assembly == assembly).Select(Outermost).Distinct())
                if (used != Outermost(type))
                    yield return (Outermost(type).Name.Split('`')[0], used.Name.Split('`')[0]);
    }

    /// <summary>Each use of a type or member that is declared elsewhere, as "System.DateTime.get_UtcNow", by the outermost type that uses it.</summary>
    public static IEnumerable<(string User, string Used)> Foreign(IEnumerable<Type> types) =>
        from type in types
        from used in Direct(type).SelectMany(Parts).Select(t => t.FullName ?? t.Name).Concat(Members(type)).Distinct()
        select (Outermost(type).Name.Split('`')[0], used);

    private static IEnumerable<string> Members(Type type) => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
        .Where(m => m.GetMethodBody() is not null)
        .SelectMany(m => References(m, m.GetMethodBody()!.GetILAsByteArray()!))
        .Where(m => m.DeclaringType is not null).Select(m => $"{m.DeclaringType!.FullName}.{m.Name}");

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type> Uses(Type type) => Direct(type).SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericParameter ? [] : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static IEnumerable<Type> Direct(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
        foreach (var field in type.GetFields(All)) yield return field.FieldType;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var result }) yield return result;
            foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) yield return local.LocalType;
            foreach (var used in Code(method, body.GetILAsByteArray()!)) yield return used;
        }
    }

    private static IEnumerable<Type> Code(MethodBase method, byte[] code)
    {
        foreach (var member in References(method, code))
        {
            if (member is Type type) yield return type;
            else if (member.DeclaringType is { } declaring) yield return declaring;
            if (member is MethodInfo { IsGenericMethod: true } generic) foreach (var argument in generic.GetGenericArguments()) yield return argument;
        }
    }

    private static IEnumerable<MemberInfo> References(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            short value = code[i++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | code[i++]));
            var operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok &&
                method.Module.ResolveMember(BitConverter.ToInt32(code, i), typeArguments, methodArguments) is { } member)
                yield return member;
            i += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, i),
                _ => 4,
            };
        }
    }
}
