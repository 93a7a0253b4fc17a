using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>NVIDIA's GPUs.</summary>
    public static partial class cuda
    {
        public static bool is_available() => NativeMethods.ts_cuda_available() != 0;

        public static bool is_cudnn_available() => NativeMethods.ts_cuda_cudnn_available() != 0;

        public static int device_count() => NativeMethods.ts_cuda_device_count();

        /// <summary>Seeds the current GPU's generator; without a GPU, nothing.</summary>
        public static void manual_seed(long seed) => Seed(seed, all: false);

        /// <summary>Seeds the generators of all GPUs; without a GPU, nothing.</summary>
        public static void manual_seed_all(long seed) => Seed(seed, all: true);

        /// <summary>Waits until the GPU has done what it was given.</summary>
        public static void synchronize(Device? device = null)
            => NativeError.Check(NativeMethods.ts_cuda_synchronize(device?.index ?? -1));

        private static void Seed(long seed, bool all)
        {
            if (is_available())
                NativeError.Check(NativeMethods.ts_cuda_manual_seed(unchecked((ulong)seed), all ? 1 : 0));
        }
    }
}
