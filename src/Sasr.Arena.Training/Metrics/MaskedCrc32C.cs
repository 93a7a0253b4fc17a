using System.Numerics;

namespace Sasr.Arena.Training.Metrics;

/// <summary>CRC-32C (Castagnoli), rotated and offset as TFRecord files want it (tensorflow/core/lib/hash/crc32c.h).</summary>
internal static class MaskedCrc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
