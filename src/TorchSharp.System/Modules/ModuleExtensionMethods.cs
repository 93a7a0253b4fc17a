using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moving and converting modules. Parameters that change are new objects: build the optimizer afterwards.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module
        => Convert(module, type, null);

    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module
        => Convert(module, type, device);

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module
        => Convert(module, null, new Device(deviceType, deviceIndex));

    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module
        => Convert(module, null, device);

    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module
        => Convert(module, null, new Device(device));

    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module
        => Convert(module, other.dtype, other.device);

    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module
        => Convert(module, ScalarType.BFloat16, null);

    private static T Convert<T>(T module, ScalarType? type, Device? device) where T : nn.Module
    {
        module.Convert(type, device);
        return module;
    }
}
