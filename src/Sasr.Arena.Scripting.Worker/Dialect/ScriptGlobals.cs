using Sasr.Arena.Scripting.Protocol;

namespace Sasr.Arena.Scripting.Dialect;

/// <summary>Keeps what a script declares of itself.</summary>
public abstract class ScriptGlobals
{
    internal Declaration? Declaration { get; private set; }

    private protected void Declare(Declaration declaration) => Declaration = Declaration is null
        ? declaration
        : throw new InvalidOperationException("the script declares itself twice");
}
