using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>No operation of this thread is recorded until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Like <see cref="no_grad"/>, and the tensors made can't take part in a graph later; cheaper for that.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread's operations are recorded.</summary>
    public static bool is_grad_enabled() => NativeMethods.ts_grad_enabled() != 0;

    internal static IDisposable enable_grad() => new GradMode(true);

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = NativeMethods.ts_grad_enabled();

        public GradMode(bool enabled) => NativeMethods.ts_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => NativeMethods.ts_set_grad_enabled(_before);
    }

    private sealed class InferenceMode : IDisposable
    {
        private nint _guard;

        public InferenceMode(bool mode) => NativeError.Check(NativeMethods.ts_inference_begin(mode ? 1 : 0, out _guard));

        public void Dispose()
        {
            if (_guard != 0)
                NativeMethods.ts_inference_end(_guard);
            _guard = 0;
        }
    }
}
