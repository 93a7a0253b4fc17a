using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Sets what OpenMP reads from the environment when libtorch loads it. By default its threads spin at every barrier, which
/// on a machine that has other work makes a call a thousand times slower; a setting of the user's own stays.
/// </summary>
internal static partial class OpenMP
{
    [ModuleInitializer]
    internal static void WaitPassively()
    {
        if (OperatingSystem.IsLinux())
            _ = setenv("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setenv(string name, string value, int overwrite);
}
