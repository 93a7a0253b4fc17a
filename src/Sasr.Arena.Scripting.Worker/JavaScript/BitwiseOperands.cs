#if JINT_2
using System.Collections;
using System.Collections.Concurrent;
using Jint;
using Jint.Native;
using Jint.Parser;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Sasr.Arena.Scripting.JavaScript;

/// <summary>
/// Gives Jint 2's bitwise operators the operands that they can take. It converts them by a cast of a double to an unsigned number,
/// and since .NET 9 that cast saturates: -5 &amp; 6 would be 0, and 2 ** 32 | 0 would be -1. So each operand is wrapped in a call of
/// a function that converts it by the language's rule (ECMA-262, 5.1, 9.6).
/// </summary>
/// <remarks>Out of its reach: what a script compiles itself, by <c>eval</c>, and an assignment such as <c>a[i++] |= b</c>.</remarks>
internal sealed class BitwiseOperands
{
    private const double Modulus = 1L << 32;

    private static readonly ConcurrentDictionary<Type, Func<object, object?>[]> KnownMembers = new();

    private readonly Literal _toUInt32;

    public BitwiseOperands(Engine engine)
    {
        var function = new ClrFunctionInstance(engine, (_, arguments) => ToUInt32(TypeConverter.ToNumber(arguments[0])));
        // A literal, as nothing that a script defines can stand in its way.
        _toUInt32 = new Literal { Type = SyntaxNodes.Literal, Cached = true, CachedValue = new JsValue(function) };
    }

    /// <summary>Wraps the operands in a program.</summary>
    public void Wrap(Jint.Parser.Ast.Program program) => Wrap(program, new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance));

    private static double ToUInt32(double number)
    {
        if (number is >= 0 and < Modulus)
            return Math.Truncate(number);
        double rest = Math.Truncate(number) % Modulus;
        return double.IsFinite(rest) ? rest < 0 ? rest + Modulus : rest : 0;
    }

    private static bool IsBitwise(BinaryOperator kind) => kind is BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXOr
        or BinaryOperator.LeftShift or BinaryOperator.RightShift or BinaryOperator.UnsignedRightShift;

    private static BinaryOperator? Bitwise(AssignmentOperator kind) => kind switch
    {
        AssignmentOperator.BitwiseAndAssign => BinaryOperator.BitwiseAnd,
        AssignmentOperator.BitwiseOrAssign => BinaryOperator.BitwiseOr,
        AssignmentOperator.BitwiseXOrAssign => BinaryOperator.BitwiseXOr,
        AssignmentOperator.LeftShiftAssign => BinaryOperator.LeftShift,
        AssignmentOperator.RightShiftAssign => BinaryOperator.RightShift,
        AssignmentOperator.UnsignedRightShiftAssign => BinaryOperator.UnsignedRightShift,
        _ => null,
    };

    // a |= b becomes a = a | b.
    private static void Unfold(AssignmentExpression assignment, BinaryOperator kind)
    {
        if (!CanRepeat(assignment.Left))
            return;
        assignment.Operator = AssignmentOperator.Assign;
        assignment.Right = new BinaryExpression
        {
            Type = SyntaxNodes.BinaryExpression,
            Operator = kind,
            Left = assignment.Left,
            Right = assignment.Right,
            Location = assignment.Location,
        };
    }

    // Whether to work it out twice is the same as once.
    private static bool CanRepeat(SyntaxNode node) =>
        node is Identifier or Literal or ThisExpression or MemberExpression or BinaryExpression && Children(node).All(CanRepeat);

    private static IEnumerable<SyntaxNode> Children(SyntaxNode node) => Members(node.GetType()).SelectMany(member => member(node) switch
    {
        SyntaxNode child => [child],
        IEnumerable list => list.OfType<SyntaxNode>(),
        _ => [],
    });

    private static Func<object, object?>[] Members(Type type) => KnownMembers.GetOrAdd(type, static type =>
    [
        .. type.GetFields().Select(field => (Func<object, object?>)field.GetValue),
        .. type.GetProperties().Select(property => (Func<object, object?>)property.GetValue),
    ]);

    // A function is among its scope's declarations, too.
    private void Wrap(SyntaxNode node, HashSet<SyntaxNode> visited)
    {
        if (!visited.Add(node))
            return;
        switch (node)
        {
            case BinaryExpression { Operator: var kind } binary when IsBitwise(kind):
                (binary.Left, binary.Right) = (Wrapped(binary.Left), Wrapped(binary.Right));
                break;
            case UnaryExpression { Operator: UnaryOperator.BitwiseNot } unary:
                unary.Argument = Wrapped(unary.Argument);
                break;
            case AssignmentExpression { Operator: var kind } assignment when Bitwise(kind) is { } bitwise:
                Unfold(assignment, bitwise);
                break;
        }
        foreach (SyntaxNode child in Children(node))
            Wrap(child, visited);
    }

    private Expression Wrapped(Expression operand) => operand is Literal { Value: >= 0.0 and < int.MaxValue } ? operand : new CallExpression
    {
        Type = SyntaxNodes.CallExpression,
        Callee = _toUInt32,
        Arguments = [operand],
        Location = operand.Location,
    };
}
#endif
