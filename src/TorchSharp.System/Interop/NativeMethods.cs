using System.Runtime.InteropServices;

// The library lies beside this assembly.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

namespace TorchSharp.Interop;

/// <summary>
/// The functions of native/. A function that returns int says 1 for an error (<see cref="NativeError"/>). Those that
/// only read a field leave the garbage collector's mode alone.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "torch_system";

    [LibraryImport(Library)]
    public static partial nint ts_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ts_operator(string name, string overload, out nint result);

    [LibraryImport(Library)]
    public static partial int ts_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity);

    [LibraryImport(Library)]
    public static partial void ts_free(nint memory);

    [LibraryImport(Library)]
    public static partial void ts_tensor_dispose(nint handle);

    [LibraryImport(Library)]
    public static partial nint ts_tensor_share(nint handle);

    [LibraryImport(Library)]
    public static partial int ts_tensor_copy(void* data, long* sizes, int dimensions, sbyte dtype, out nint result);

    [LibraryImport(Library)]
    public static partial int ts_tensor_share_memory(
        void* data, long count, sbyte dtype, nint pin, delegate* unmanaged<nint, void> unpin, out nint result);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int ts_tensor_shape(nint handle, long* sizes, long* strides, int capacity);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long ts_tensor_numel(nint handle);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial sbyte ts_tensor_dtype(nint handle);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long ts_tensor_element_size(nint handle);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int ts_tensor_contiguous(nint handle);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void ts_tensor_device(nint handle, int* type, int* index);

    [LibraryImport(Library)]
    public static partial int ts_tensor_data(nint handle, out nint data);

    [LibraryImport(Library)]
    public static partial int ts_tensor_item(nint handle, void* target);

    [LibraryImport(Library)]
    public static partial int ts_backward(
        nint* outputs, int outputCount, nint* gradients, int gradientCount, nint* inputs, int inputCount, int retainGraph, int createGraph);

    [LibraryImport(Library)]
    public static partial int ts_grad(
        nint* outputs, int outputCount, nint* gradients, int gradientCount, nint* inputs, int inputCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)]
    public static partial int ts_tensor_grad(nint handle, out nint result);

    [LibraryImport(Library)]
    public static partial int ts_tensor_set_grad(nint handle, nint gradient);

    [LibraryImport(Library)]
    public static partial int ts_tensor_requires_grad(nint handle);

    [LibraryImport(Library)]
    public static partial int ts_tensor_set_requires_grad(nint handle, int value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int ts_grad_enabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial void ts_set_grad_enabled(int enabled);

    [LibraryImport(Library)]
    public static partial int ts_inference_begin(int enabled, out nint guard);

    [LibraryImport(Library)]
    public static partial void ts_inference_end(nint guard);

    [LibraryImport(Library)]
    public static partial int ts_set_num_threads(int count);

    [LibraryImport(Library)]
    public static partial int ts_generator(ulong seed, out nint result);

    [LibraryImport(Library)]
    public static partial int ts_generator_default(out nint result);

    [LibraryImport(Library)]
    public static partial void ts_generator_dispose(nint generator);

    [LibraryImport(Library)]
    public static partial int ts_generator_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    public static partial int ts_generator_state(nint generator, out nint result);

    [LibraryImport(Library)]
    public static partial int ts_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    public static partial int ts_manual_seed(ulong seed);

    [LibraryImport(Library)]
    public static partial int ts_cuda_available();

    [LibraryImport(Library)]
    public static partial int ts_cuda_cudnn_available();

    [LibraryImport(Library)]
    public static partial int ts_cuda_device_count();

    [LibraryImport(Library)]
    public static partial int ts_cuda_manual_seed(ulong seed, int all);

    [LibraryImport(Library)]
    public static partial int ts_cuda_synchronize(long index);
}
