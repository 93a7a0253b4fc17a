using System.Text.Json;
using Sasr.Arena.Models.Tokenization;
using Sasr.Arena.Training.Batches;

namespace Sasr.Arena.Training;

/// <summary>Keeps the batch on which a run broke, one text a line, for whoever looks for the cause.</summary>
internal static class FailedBatch
{
    public static string Save(string folder, IReadOnlyList<TrainingSequence> batch, ITokenizer tokenizer)
    {
        string path = Path.Combine(folder, "failed-batch.jsonl");
        File.WriteAllLines(path, batch.Select(sequence => JsonSerializer.Serialize(new { text = tokenizer.Decode(sequence.Tokens) })));
        return path;
    }
}
