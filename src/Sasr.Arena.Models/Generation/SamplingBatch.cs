using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Problems;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Generation;

/// <summary>The rows that are being sampled together, and the state that they share.</summary>
internal sealed class SamplingBatch : IDisposable
{
    private readonly LlamaForCausalLM _model;
    private readonly KeyValueCache _cache;
    private readonly List<Row> _all;
    private List<Row> _rows;
    private Tensor _logits;
    private Tensor _padding;

    /// <summary>Runs the prompts through the model; rows with the same prompt share its run.</summary>
    /// <param name="model">The decoder.</param>
    /// <param name="prompts">What the rows begin with.</param>
    /// <param name="longest">Tokens of the longest prompt.</param>
    /// <param name="room">Most tokens of each completion.</param>
    /// <param name="masked">What an attention score becomes that must not count.</param>
    public SamplingBatch(LlamaForCausalLM model, IReadOnlyList<Prompt> prompts, int longest, int[] room, float masked)
    {
        _model = model;
        _all = [.. prompts.Zip(room, (prompt, most) => new Row(longest - prompt.Tokens.Count, most, new Rng(prompt.Seed)))];
        _rows = [.. _all];
        (IReadOnlyList<int>[] distinct, long[] places) = Distinct(prompts);
        int columns = longest + room.Max();
        _cache = new KeyValueCache(model.Config, distinct.Length, columns, model.Device);

        using DisposeScope scope = NewDisposeScope();
        var ids = new long[distinct.Length * longest];
        var positions = new long[ids.Length];
        var padding = new float[distinct.Length * columns];
        for (int row = 0; row < distinct.Length; row++)
        {
            int pad = longest - distinct[row].Count;
            padding.AsSpan(row * columns, pad).Fill(masked);
            for (int column = pad; column < longest; column++)
            {
                ids[row * longest + column] = distinct[row][column - pad];
                positions[row * longest + column] = column - pad;
            }
        }

        Tensor allPadding = tensor(padding, [distinct.Length, 1, 1, columns]).to(model.Device);
        Tensor causal = full([longest, longest], masked).triu(1).to(model.Device);
        Tensor hidden = model.Hidden(
            Matrix(ids), Matrix(positions), allPadding.narrow(3, 0, longest) + causal, _cache);
        Tensor rows = tensor(places, ScalarType.Int64).to(model.Device);
        _cache.Keep(rows);
        _padding = allPadding.index_select(0, rows).DetachFromDisposeScope();
        _logits = model.Logits(hidden.narrow(1, longest - 1, 1).squeeze(1)).index_select(0, rows).DetachFromDisposeScope();

        Tensor Matrix(long[] values) => tensor(values, [distinct.Length, longest]).to(model.Device);
    }

    /// <summary>Rows in the batch.</summary>
    public int Rows => _rows.Count;

    /// <summary>Rows in the batch that are still being written.</summary>
    public int Open => _rows.Count(row => !row.Finished);

    /// <summary>Rows in the batch that are not.</summary>
    public int Finished => Rows - Open;

    /// <summary>Draws a token for every row and, where any goes on, runs the model on them.</summary>
    public void Step(SamplingOptions options, int endOfSequence)
    {
        (Tensor tokens, Tensor logProbabilities) = TokenSampler.Draw(_logits, [.. _rows.Select(row => row.Stream)], options);
        long[] drawn = tokens.cpu().data<long>().ToArray();
        float[] logs = logProbabilities.cpu().data<float>().ToArray();
        for (int i = 0; i < _rows.Count; i++)
            _rows[i].Add((int)drawn[i], logs[i], endOfSequence);

        if (Open == 0)
            return;
        long column = _cache.Length;
        // What a finished row would go on with is nobody's; it must only be a position that exists.
        long last = _model.Config.MaxPositionEmbeddings - 1;
        long[] positions = [.. _rows.Select(row => Math.Min(column - row.Padding, last))];
        Tensor hidden = _model.Hidden(
            tokens.unsqueeze(-1),
            tensor(positions, [_rows.Count, 1]).to(_model.Device),
            _padding.narrow(3, 0, column + 1),
            _cache);
        Replace(ref _logits, _model.Logits(hidden.squeeze(1)));
    }

    /// <summary>Takes the finished rows out of the batch.</summary>
    public void Drop()
    {
        int[] kept = [.. Enumerable.Range(0, _rows.Count).Where(i => !_rows[i].Finished)];
        if (kept.Length == 0 || kept.Length == _rows.Count)
            return;
        Tensor rows = tensor([.. kept.Select(i => (long)i)], ScalarType.Int64).to(_model.Device);
        _cache.Keep(rows);
        Replace(ref _padding, _padding.index_select(0, rows));
        Replace(ref _logits, _logits.index_select(0, rows));
        _rows = [.. kept.Select(i => _rows[i])];
    }

    public IReadOnlyList<Completion> Completions(int endOfSequence) =>
    [
        .. _all.Select(row => new Completion(row.Tokens, row.LogProbabilities, row.Tokens[^1] != endOfSequence)),
    ];

    public void Dispose()
    {
        _cache.Dispose();
        _logits.Dispose();
        _padding.Dispose();
    }

    /// <summary>The different prompts, and which of them each row has.</summary>
    private static (IReadOnlyList<int>[] Distinct, long[] Places) Distinct(IReadOnlyList<Prompt> prompts)
    {
        var places = new Dictionary<string, int>();
        var distinct = new List<IReadOnlyList<int>>();
        var rows = new long[prompts.Count];
        for (int row = 0; row < prompts.Count; row++)
        {
            string key = string.Join(',', prompts[row].Tokens);
            if (!places.TryGetValue(key, out int place))
            {
                places[key] = place = distinct.Count;
                distinct.Add(prompts[row].Tokens);
            }
            rows[row] = place;
        }
        return ([.. distinct], rows);
    }

    private static void Replace(ref Tensor tensor, Tensor value)
    {
        tensor.Dispose();
        tensor = value.DetachFromDisposeScope();
    }

    private sealed class Row(int padding, int room, Rng stream)
    {
        public int Padding => padding;

        public Rng Stream => stream;

        public List<int> Tokens { get; } = [];

        public List<float> LogProbabilities { get; } = [];

        public bool Finished { get; private set; }

        public void Add(int token, float logProbability, int endOfSequence)
        {
            if (Finished)
                return;
            Tokens.Add(token);
            LogProbabilities.Add(logProbability);
            Finished = token == endOfSequence || Tokens.Count == room;
        }
    }
}
