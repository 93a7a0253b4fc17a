using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sasr.Arena.Problems;

namespace Sasr.Arena.Benchmarks.Gates;

/// <summary>A copy of a checkpoint with normal noise added to every weight, as a share of its tensor's root mean square.</summary>
internal static class WorsenedModel
{
    private const string Weights = "model.safetensors";

    /// <summary>Writes the copy.</summary>
    /// <param name="model">Folder of the checkpoint; its weights are 32-bit floats.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="noise">Standard deviation of the noise over the tensor's root mean square.</param>
    /// <param name="seed">Of the noise.</param>
    public static void Write(string model, string folder, double noise, ulong seed)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(model).Where(file => Path.GetFileName(file) != Weights))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        byte[] bytes = File.ReadAllBytes(Path.Combine(model, Weights));
        int data = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, data - 8));
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            if (tensor.Value.GetProperty("dtype").GetString() != "F32")
                throw new InputException($"{model}: {tensor.Name} is not of 32-bit floats.");
            int[] ends = [.. tensor.Value.GetProperty("data_offsets").EnumerateArray().Select(end => end.GetInt32())];
            Disturb(MemoryMarshal.Cast<byte, float>(bytes.AsSpan((data + ends[0])..(data + ends[1]))), noise, new Rng(Seeds.Derive("worsened model", seed, tensor.Name)));
        }
        File.WriteAllBytes(Path.Combine(folder, Weights), bytes);
    }

    private static void Disturb(Span<float> values, double noise, Rng rng)
    {
        double squares = 0;
        foreach (float value in values)
            squares += (double)value * value;
        double deviation = noise * Math.Sqrt(squares / values.Length);
        // Box and Muller.
        for (int i = 0; i < values.Length; i++)
            values[i] += (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - rng.Uniform())) * Math.Cos(2 * Math.PI * rng.Uniform()));
    }
}
