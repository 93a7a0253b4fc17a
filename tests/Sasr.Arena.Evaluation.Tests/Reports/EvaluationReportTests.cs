using System.Text.Json;
using Sasr.Arena.Evaluation.Reports;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Evaluation.Tests.Fakes;

namespace Sasr.Arena.Evaluation.Tests.Reports;

public class EvaluationReportTests
{
    // Two problems of four samples each, of which two and one are right.
    private static readonly EvaluationResult Sampled = Of(
        levels: [1], samples: 4, (level, index, sample) => sample < 2 - index, problems: 2);

    [Test]
    public void The_sections_are_those_that_the_evaluation_has_figures_for()
    {
        ParsedPage sampled = new(new EvaluationReport(Sampled, ["./arena tasks list"]).ToPage());
        ParsedPage once = new(new EvaluationReport(Of([1, 2], 1, (_, index, _) => index == 0, 3), []).ToPage());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sampled.Headings, Is.EqualTo(new[] { "Accuracy", "By tag", "Several samples of a problem", "Episodes", "Next" }));
            Assert.That(once.Headings, Is.EqualTo(new[] { "Accuracy", "By tag", "Episodes" }));
        }
    }

    [Test]
    public void Accuracy_is_shown_by_task_level_and_tag()
    {
        ParsedPage page = new(new EvaluationReport(Of([1, 2], 1, (level, index, _) => index < 3 - level, 3), []).ToPage());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Table("Accuracy").Skip(1).Select(row => $"{row[0]} {row[1]} {row[2].Split(' ')[0]}"), Is.EqualTo(new[] { "math/gcd 6 50.0", "level 1 3 66.7", "level 2 3 33.3" }));
            Assert.That(page.Table("By tag").Skip(1).Select(row => $"{row[0]} {row[1]} {row[2].Split(' ')[0]}"), Is.EqualTo(new[] { "numbers 6 50.0" }));
        }
    }

    [Test]
    public void The_chances_of_several_tries_are_shown()
    {
        // Of 4 samples 2 right: pass@2 is 1 - 1/6, pass^2 is 1/6; of 4 samples 1 right: 1 - 3/6 and 0.
        ParsedPage page = new(new EvaluationReport(Sampled, []).ToPage());
        JsonElement[] values = [.. page.Chart("Right in k tries").GetProperty("data").GetProperty("values").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Table("Several")[1].Take(5), Is.EqualTo(new[] { "math/gcd", "37.5", "66.7", "100.0", "0.0" }));
            Assert.That(
                values.Where(value => value.GetProperty("k").GetInt32() == 2).Select(value => value.GetProperty("value").GetDouble()),
                Is.EqualTo(new[] { ((5 / 6.0) + 0.5) / 2, 1 / 12.0 }).Within(1e-6));
        }
    }

    [Test]
    public void Levels_that_are_too_many_for_intervals_are_a_heat_map()
    {
        ParsedPage page = new(new EvaluationReport(Of([.. Enumerable.Range(1, 40)], 1, (level, _, _) => level <= 10, 1), []).ToPage());
        JsonElement[] cells = [.. page.Chart("Accuracy by level").GetProperty("data").GetProperty("values").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Chart("Accuracy").GetProperty("data").GetProperty("values").GetArrayLength(), Is.EqualTo(1));
            Assert.That(cells, Has.Length.EqualTo(40));
            Assert.That(cells.Count(cell => cell.GetProperty("text").GetString() == "100.0"), Is.EqualTo(10));
        }
    }

    private static EvaluationResult Of(int[] levels, int samples, Func<int, int, int, bool> right, int problems)
    {
        var plan = new EvaluationPlan([new EvaluationTarget("math/gcd", 1, ["numbers"], levels, problems)]) { Samples = samples };
        EpisodeRecord[] episodes =
        [
            .. from level in levels
               from index in Enumerable.Range(0, problems)
               from sample in Enumerable.Range(0, samples)
               let correct = right(level, index, sample)
               select new EpisodeRecord("math/gcd", level, index, sample, [new TurnRecord($"{level}.{index}", $"{sample}")], "") { Correct = correct, Reward = correct ? 1 : 0 },
        ];
        return EvaluationResult.Of(plan, "model", episodes);
    }
}
