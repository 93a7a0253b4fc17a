using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => zeros((ReadOnlySpan<long>)size, dtype, device, requires_grad, names);

    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Zeros.Call(Argument.Pinned(sizes, size.Length), dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="zeros(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => zeros(new ReadOnlySpan<long>(in size), dtype, device, requires_grad, names);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => ones((ReadOnlySpan<long>)size, dtype, device, requires_grad, names);

    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Ones.Call(Argument.Pinned(sizes, size.Length), dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="ones(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => ones(new ReadOnlySpan<long>(in size), dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are whatever the memory held.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => empty((ReadOnlySpan<long>)size, dtype, device, requires_grad, names);

    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Empty.Call(Argument.Pinned(sizes, size.Length), dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="empty(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => empty(new ReadOnlySpan<long>(in size), dtype, device, requires_grad, names);

    /// <summary>A tensor whose elements are all <paramref name="value"/>.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => full((ReadOnlySpan<long>)size, value, dtype, device, requires_grad, names);

    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Full.Call(Argument.Pinned(sizes, size.Length), value, dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="full(long[], Scalar, ScalarType?, Device?, bool, string[])"/>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => full(new ReadOnlySpan<long>(in size), value, dtype, device, requires_grad, names);

    /// <summary>Draws from the uniform distribution on [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => rand((ReadOnlySpan<long>)size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Rand.Call(Argument.Pinned(sizes, size.Length), generator, dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="rand(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => rand(new ReadOnlySpan<long>(in size), dtype, device, requires_grad, generator, names);

    /// <summary>Draws from the standard normal distribution.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => randn((ReadOnlySpan<long>)size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        ThrowIfNamed(names);
        fixed (long* sizes = size)
            return WithGradient(Aten.Randn.Call(Argument.Pinned(sizes, size.Length), generator, dtype, Argument.None, device), requires_grad);
    }

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => randn(new ReadOnlySpan<long>(in size), dtype, device, requires_grad, generator, names);

    /// <summary>The numbers from <paramref name="start"/> to before <paramref name="stop"/>; integers give a tensor of Int64.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => WithGradient(Aten.ArangeStep.Call(start, stop, step, dtype, Argument.None, device), requires_grad);

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => WithGradient(Aten.ArangeStep.Call(start, stop, 1, dtype, Argument.None, device), requires_grad);

    /// <summary>The numbers from 0 to before <paramref name="stop"/>; an integer gives a tensor of Int64.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => WithGradient(Aten.ArangeStep.Call(0, stop, 1, dtype, Argument.None, device), requires_grad);

    private static Tensor WithGradient(Tensor tensor, bool requires_grad) => requires_grad ? tensor.requires_grad_() : tensor;

    private static void ThrowIfNamed(string[]? names)
    {
        if (names is not null)
            throw new NotSupportedException("Named dimensions are not supported.");
    }
}
