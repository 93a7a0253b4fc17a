using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A multi-dimensional array of elements of one type, on one device. It owns a reference to a tensor of libtorch, which it
    /// gives up at <see cref="Dispose()"/>, at the end of the <see cref="DisposeScope"/> it was made in, or when it is finalized.
    /// </summary>
    /// <remarks>
    /// libtorch's errors are <see cref="System.Runtime.InteropServices.ExternalException"/>; use of a disposed tensor is an
    /// <see cref="InvalidOperationException"/>.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            OwningDisposeScope = DisposeScopeManager.Current.Register(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>Whether the tensor has been disposed.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                var handle = _handle;
                if (handle == 0)
                    ThrowDisposed();
                return handle;
            }
        }

        public void Dispose()
        {
            if (_handle != 0)
            {
                if (OwningDisposeScope is { } scope)
                    scope.MarkAsDisposed(this);
                else
                    DisposeScopeManager.Statistics.DisposedOutsideScopeCount++;
            }

            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                NativeMethods.ts_tensor_dispose(handle);
        }

        /// <summary>Hands the tensor to the scope around its own; without one it belongs to none.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Hands the tensor to the scope of <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Hands the tensor to <paramref name="other"/>; null: to none.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope)
                scope.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Takes the tensor out of all scopes: from here on it lives until it is disposed or finalized.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Whether both have the same shape and elements; == compares element by element.</summary>
        public override bool Equals(object? obj)
            => ReferenceEquals(this, obj) || (obj is Tensor other && Aten.Equal.CallBoolean(this, other));

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>The shape, the element type and the device.</summary>
        public override string ToString()
            => IsInvalid ? "[disposed]" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        /// <summary>The native tensor, for another object to own; this one becomes invalid, as if disposed.</summary>
        internal nint TakeHandle()
        {
            var handle = NativeMethods.ts_tensor_share(Handle);
            Dispose();
            return handle;
        }

        private static void ThrowDisposed() => throw new InvalidOperationException("Tensor invalid -- it has been disposed.");
    }
}
