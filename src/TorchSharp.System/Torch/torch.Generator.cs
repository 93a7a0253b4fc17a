using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers on the CPU.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <param name="seed">Where the stream begins.</param>
        /// <param name="device">Ignored: the generator is always one of the CPU.</param>
        public Generator(ulong seed = 0, Device? device = null)
            => NativeError.Check(NativeMethods.ts_generator(seed, out _handle));

        private Generator(nint handle) => _handle = handle;

        ~Generator() => Dispose(false);

        /// <summary>The generator that operations without one use.</summary>
        public static Generator Default
        {
            get
            {
                NativeError.Check(NativeMethods.ts_generator_default(out var handle));
                return new Generator(handle);
            }
        }

        internal nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(_handle == 0, this);
                return _handle;
            }
        }

        /// <summary>The whole of the stream's state, as a tensor of bytes.</summary>
        public Tensor get_state()
        {
            NativeError.Check(NativeMethods.ts_generator_state(Handle, out var state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Goes on from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.ts_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.ts_generator_seed(Handle, unchecked((ulong)seed)));
            GC.KeepAlive(this);
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                NativeMethods.ts_generator_dispose(handle);
        }
    }
}
