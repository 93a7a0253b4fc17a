using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Sets what OpenMP (libgomp) reads from the environment when libtorch loads it. By default its threads spin for long at
/// every barrier, which on a machine that has other work makes a call a thousand times slower; with no spinning at all,
/// waking them costs more than a small operation does. A setting of the user's own stays.
/// </summary>
internal static partial class OpenMP
{
    private const string SpinCount = "GOMP_SPINCOUNT";

    [ModuleInitializer]
    internal static void SpinBriefly()
    {
        bool chosen = Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is not null;
        if (OperatingSystem.IsLinux() && !chosen)
            _ = setenv(SpinCount, "2000", overwrite: 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setenv(string name, string value, int overwrite);
}
