using System.Text.Json;
using Sasr.Arena.Problems;
using Sasr.Arena.Rewards;
using Sasr.Arena.Scripts;

namespace Sasr.Arena.Tasks.Datasets;

/// <summary>A task whose problems are the records of a file of JSON lines; the seed decides their order, and none comes twice.</summary>
internal sealed class DatasetTask(DatasetDefinition definition, IRewardScript reward) : ReasoningTask
{
    private readonly Lazy<IReadOnlyDictionary<Split, Problem[]>> _problems = new(() => Load(definition));

    /// <inheritdoc/>
    public override TaskInfo Info => definition.Info;

    /// <summary>Problems of the split in the seed's order.</summary>
    /// <exception cref="InputException">There are fewer, or the file or a record in it cannot be read.</exception>
    public override ValueTask<IReadOnlyList<Problem>> GenerateAsync(ProblemRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Level != 1)
            throw new InputException($"{Info.Id} has no level {request.Level}: a data set has level 1 alone.");
        Problem[] all = _problems.Value[request.Split];
        if (all.Length < request.Start + request.Count)
        {
            throw new InputException(
                $"{Info.Id} has {all.Length} {request.Split.ToString().ToLowerInvariant()} problems, and {request.Start + request.Count} were asked for.");
        }
        var rng = new Rng(Seeds.Derive(Info.Id, Info.Version, request.Split, request.Seed));
        return ValueTask.FromResult<IReadOnlyList<Problem>>(Draw(all, request, rng));
    }

    /// <inheritdoc/>
    public override ValueTask<Reward> ScoreAsync(Submission submission, CancellationToken ct = default) => reward.ScoreAsync(submission, ct);

    // The first places of Fisher and Yates's shuffle; only what was exchanged is kept.
    private static Problem[] Draw(Problem[] all, ProblemRequest request, Rng rng)
    {
        var moved = new Dictionary<int, int>();
        var drawn = new Problem[request.Count];
        for (int place = 0; place < request.Start + request.Count; place++)
        {
            int other = rng.Integer(place, all.Length - 1);
            if (place >= request.Start)
                drawn[place - request.Start] = all[moved.GetValueOrDefault(other, other)];
            moved[other] = moved.GetValueOrDefault(place, place);
        }
        return drawn;
    }

    private static Dictionary<Split, Problem[]> Load(DatasetDefinition definition)
    {
        var problems = Enum.GetValues<Split>().ToDictionary(split => split, _ => new List<Problem>());
        void Add(DatasetFile? file, Func<string, Split> splitOf)
        {
            foreach (Problem problem in file is null ? [] : Read(definition, file, splitOf))
                problems[problem.Split].Add(problem);
        }

        Add(definition.Whole, Splits.Of);
        Add(definition.Test, _ => Split.Test);
        Add(definition.Validation, _ => Split.Validation);
        Add(definition.Train, question => definition.Validation is null && Splits.Of(question) == Split.Validation ? Split.Validation : Split.Train);

        // What is held out is not trained on, even where the files say so.
        HashSet<string> test = [.. problems[Split.Test].Select(problem => problem.Question)];
        problems[Split.Validation].RemoveAll(problem => test.Contains(problem.Question));
        HashSet<string> heldOut = [.. test, .. problems[Split.Validation].Select(problem => problem.Question)];
        problems[Split.Train].RemoveAll(problem => heldOut.Contains(problem.Question));
        return problems.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static IEnumerable<Problem> Read(DatasetDefinition definition, DatasetFile file, Func<string, Split> splitOf)
    {
        foreach ((int number, string line) in file.Lines())
        {
            Problem problem;
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement record = document.RootElement.ValueKind == JsonValueKind.Object
                    ? document.RootElement
                    : throw new InputException("the line is no JSON object.");
                string question = definition.Question.Of(record);
                problem = new Problem(
                    definition.Info.Id, definition.Info.Version, Level: 1, splitOf(question), (ulong)number,
                    question, definition.Answer.Of(record), definition.Solution.Of(record),
                    definition.Data.Count == 0
                        ? null
                        : JsonSerializer.SerializeToElement(definition.Data.ToDictionary(pair => pair.Key, pair => pair.Value.Of(record))));
            }
            catch (Exception e) when (e is InputException or JsonException)
            {
                throw new InputException($"{file.Path}:{number}: {e.Message}", e);
            }
            yield return problem;
        }
    }
}
