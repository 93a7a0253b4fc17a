namespace Sasr.Arena.Checks.Arithmetic;

/// <summary>An equation between two expressions without variables, as a text states it.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsTrue">Whether the two sides are equal, exactly; for <c>≈</c>, when rounded as the right side is.</param>
public readonly record struct Statement(string Text, bool IsTrue);
