using Sasr.Arena.Testing;
using Sasr.Arena.Training.Metrics;
using Sasr.Arena.Training.Schedules;

namespace Sasr.Arena.Training.Tests.Metrics;

public sealed class MetricsLogTests
{
    private static readonly Dictionary<string, double> Timings = new() { ["step_time"] = 0.5 };

    [Test]
    public void A_step_is_one_line_without_times()
    {
        using var folder = new TemporaryFolder();
        using (var log = new MetricsLog(folder.Path, 0, TimeProvider.System))
            log.Add(1, StepKind.Sft, new Dictionary<string, double> { ["sft/loss"] = 1.5, ["kl"] = double.NaN, ["a"] = 2 }, Timings);

        Assert.That(File.ReadAllText(folder.File("metrics.jsonl")), Is.EqualTo("""{"step":1,"kind":"sft","a":2,"sft/loss":1.5}""" + "\n"));
        Assert.That(File.ReadAllText(folder.File("timings.jsonl")), Is.EqualTo("""{"step":1,"kind":"sft","step_time":0.5}""" + "\n"));
    }

    [Test]
    public void A_run_that_goes_on_loses_the_lines_past_its_checkpoint_and_the_one_cut_short()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("metrics.jsonl"), "{\"step\":1}\n{\"step\":2}\n{\"step\":3}\n{\"st");
        using (var log = new MetricsLog(folder.Path, 2, TimeProvider.System))
            log.Add(3, StepKind.Grpo, new Dictionary<string, double>(), Timings);

        Assert.That(File.ReadAllLines(folder.File("metrics.jsonl")), Is.EqualTo(new[] { "{\"step\":1}", "{\"step\":2}", """{"step":3,"kind":"grpo"}""" }));
    }
}
