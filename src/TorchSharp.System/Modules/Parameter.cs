using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes over the tensor's memory and its place in a scope; <paramref name="data"/> becomes invalid.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : this(data, data.OwningDisposeScope, requires_grad)
    {
    }

    private Parameter(Tensor data, DisposeScope? scope, bool requires_grad)
        : base(data.TakeHandle())
    {
        if (!ReferenceEquals(scope, OwningDisposeScope))
            MoveToOtherDisposeScope(scope);
        this.requires_grad = requires_grad;
    }
}
