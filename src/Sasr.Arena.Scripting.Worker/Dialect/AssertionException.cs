namespace Sasr.Arena.Scripting.Dialect;

/// <summary>A case of a file of tests that does not hold.</summary>
public sealed class AssertionException(string message) : Exception(message);
