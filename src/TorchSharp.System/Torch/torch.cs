using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The functions of PyTorch's module of the same name.</summary>
public static partial class torch
{
    /// <summary>The CPU.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current GPU.</summary>
    /// <exception cref="InvalidOperationException">There is none: ask <see cref="cuda.is_available"/> first.</exception>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>The innermost scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>From here on the thread's tensors belong to this scope, until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.NewScope();

    /// <summary>Seeds the default generators of all devices.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeError.Check(NativeMethods.ts_manual_seed(unchecked((ulong)seed)));
        return Generator.Default;
    }

    /// <summary>How many threads an operation may use.</summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.ts_set_num_threads(num));

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);
}
