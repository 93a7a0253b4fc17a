using System.Globalization;

namespace TorchSharp;

/// <summary>The kinds of device, with libtorch's numbers.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>Where a tensor's elements are: "cpu", "cuda", "cuda:1".</summary>
    public class Device
    {
        /// <exception cref="ArgumentException">The description is none of a device.</exception>
        /// <exception cref="InvalidOperationException">It names CUDA, and there is no GPU.</exception>
        public Device(string description)
            : this(KindOf(description), IndexOf(description))
        {
        }

        public Device(string deviceType, int index = -1)
            : this(KindOf(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            if (deviceType == DeviceType.CUDA && !cuda.is_available())
                throw new InvalidOperationException("Torch device type CUDA did not initialise on the current machine.");
            type = deviceType;
            this.index = index;
        }

        /// <summary>A GPU by its number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <summary>-1: the current one, or the only one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type == DeviceType.CPU ? "cpu" : "cuda";
            return index < 0 ? name : $"{name}:{index}";
        }

        private static DeviceType KindOf(string description) => description.Split(':')[0].ToUpperInvariant() switch
        {
            "CPU" => DeviceType.CPU,
            "CUDA" => DeviceType.CUDA,
            _ => throw new ArgumentException($"'{description}' is no device: cpu, cuda or cuda:N.", nameof(description)),
        };

        private static int IndexOf(string description)
        {
            var parts = description.Split(':');
            if (parts.Length == 1)
                return -1;
            return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : throw new ArgumentException($"'{description}' is no device: cpu, cuda or cuda:N.", nameof(description));
        }
    }
}
