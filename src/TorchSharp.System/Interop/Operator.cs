using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An ATen operator, by its schema's name; looked up at its first call.</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    // Lists longer than this go to the heap; a stack frame stays below a page.
    private const int StackWords = 256;

    private nint _handle;

    /// <summary>Whether the libtorch at hand has this operator.</summary>
    public bool Exists => _handle != 0 || NativeMethods.ts_operator(name, overload, out _handle) == 0;

    /// <summary>Calls an operator that returns one tensor.</summary>
    [SkipLocalsInit]
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor((nint)result.Bits);
    }

    /// <summary>Calls an in-place operator; what it returns is what it was given.</summary>
    public void Run(params ReadOnlySpan<Argument> arguments) => Invoke(arguments, null, 0);

    /// <summary>Calls an operator that returns two tensors.</summary>
    [SkipLocalsInit]
    public (Tensor, Tensor) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    [SkipLocalsInit]
    public Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var tensors = new Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(((nint*)result.Bits)[i]);
        NativeMethods.ts_free((nint)result.Bits);
        return tensors;
    }

    /// <summary>Calls an operator that returns a boolean.</summary>
    [SkipLocalsInit]
    public bool CallBoolean(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result.Bits != 0;
    }

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        if (_handle == 0)
            NativeError.Check(NativeMethods.ts_operator(name, overload, out _handle));

        var values = stackalloc NativeValue[arguments.Length];
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;
        var onStack = stackalloc long[words <= StackWords ? words : 0];
        var buffer = words <= StackWords ? onStack : (long*)NativeMemory.Alloc((nuint)words, sizeof(long));

        int status;
        try
        {
            var next = buffer;
            for (var i = 0; i < arguments.Length; i++)
                next = arguments[i].Write(values + i, next);
            status = NativeMethods.ts_call(_handle, values, arguments.Length, results, capacity);
        }
        finally
        {
            if (buffer != onStack)
                NativeMemory.Free(buffer);
        }

        foreach (ref readonly var argument in arguments)
            argument.KeepAlive();
        if (status != 0)
            throw NativeError.Last();
    }
}
