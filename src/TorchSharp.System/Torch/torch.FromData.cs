using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false)
        => Copy(new ReadOnlySpan<float>(in scalar), [], ScalarType.Float32, null, device, requires_grad);

    /// <summary>A copy of the array in one dimension.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => tensor(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A copy of the array in the given dimensions.</summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Copy<float>(rawArray, dimensions, ScalarType.Float32, dtype, device, requires_grad);
    }

    /// <summary>A copy of the memory in the given dimensions.</summary>
    public static Tensor tensor(Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Copy<float>(rawArray.Span, dimensions, ScalarType.Float32, dtype, device, requires_grad);
    }

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false)
        => Copy(new ReadOnlySpan<int>(in scalar), [], ScalarType.Int32, null, device, requires_grad);

    /// <summary>A copy of the array in one dimension.</summary>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => tensor(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A copy of the array in the given dimensions.</summary>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Copy<int>(rawArray, dimensions, ScalarType.Int32, dtype, device, requires_grad);
    }

    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Copy(new ReadOnlySpan<long>(in scalar), [], ScalarType.Int64, dtype, device, requires_grad);

    /// <summary>A copy of the array in one dimension.</summary>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => tensor(dataArray, [dataArray.Length], dtype, device, requires_grad, names);

    /// <summary>A copy of the array in the given dimensions.</summary>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        return Copy<long>(dataArray, dimensions, ScalarType.Int64, dtype, device, requires_grad);
    }

    /// <summary>A tensor on the array's own memory, which stays pinned as long as a tensor uses it.</summary>
    /// <param name="rawArray">An array of numbers.</param>
    /// <param name="dtype">How to read the memory.</param>
    /// <param name="count">In elements of the tensor; -1: the array's length, whatever the size of its elements.</param>
    /// <param name="offset">In bytes.</param>
    /// <param name="requires_grad">Whether to record operations on the tensor.</param>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = count < 0 ? rawArray.LongLength : count;
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        var data = (byte*)pin.AddrOfPinnedObject() + offset;
        var status = NativeMethods.ts_tensor_share_memory(data, length, (sbyte)dtype, GCHandle.ToIntPtr(pin), &Unpin, out var handle);
        if (status != 0)
        {
            pin.Free();
            throw NativeError.Last();
        }

        return WithGradient(new Tensor(handle), requires_grad);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();

    private static Tensor Copy<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType source, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var dimension in dimensions)
            count = checked(count * dimension);
        if (count != data.Length)
            throw new ArgumentException($"{data.Length} elements don't fill the dimensions, which have {count}.", nameof(dimensions));

        nint handle;
        fixed (T* elements = data)
        {
            fixed (long* sizes = dimensions)
                NativeError.Check(NativeMethods.ts_tensor_copy(elements, sizes, dimensions.Length, (sbyte)source, out handle));
        }

        var tensor = new Tensor(handle);
        if ((dtype is { } type && type != source) || (device is not null && device.type != DeviceType.CPU))
            tensor = tensor.to(dtype ?? source, device ?? CPU, disposeAfter: true);
        return WithGradient(tensor, requires_grad);
    }
}
