using Sasr.Arena.Problems;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests;

public class EvaluationResultTests
{
    private static readonly EvaluationResult Sample = new(
        "models/quickstart",
        Split.Test,
        Seed: 7,
        Problems: 263,
        new Score(263, 81, 0.31, 2),
        [new EnvironmentResult("math/pick-two", 2, new Score(263, 81, 0.31, 2), [new LevelResult(1, new Score(263, 81, 0.31, 2))])]);

    // Accuracy 81/263; the interval is Newcombe's (1998), to more digits.
    private const string SampleJson = """
        {
          "schema": 1,
          "agent": "models/quickstart",
          "split": "test",
          "seed": 7,
          "problems": 263,
          "total": {
            "n": 263,
            "correct": 81,
            "mean_reward": 0.31,
            "unscored": 2,
            "accuracy": 0.307985,
            "low": 0.255289,
            "high": 0.36621
          },
          "environments": [
            {
              "environment": "math/pick-two",
              "version": 2,
              "total": {
                "n": 263,
                "correct": 81,
                "mean_reward": 0.31,
                "unscored": 2,
                "accuracy": 0.307985,
                "low": 0.255289,
                "high": 0.36621
              },
              "levels": [
                {
                  "level": 1,
                  "score": {
                    "n": 263,
                    "correct": 81,
                    "mean_reward": 0.31,
                    "unscored": 2,
                    "accuracy": 0.307985,
                    "low": 0.255289,
                    "high": 0.36621
                  }
                }
              ]
            }
          ]
        }

        """;

    [Test]
    public void The_file_has_these_bytes() => Assert.That(Sample.ToJson(), Is.EqualTo(SampleJson.ReplaceLineEndings("\n")));

    [Test]
    public void What_was_written_is_read_again()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("deeper/eval.json");
        EvaluationResult timed = Sample with { Seconds = 1.5 };
        timed.Save(path);
        EvaluationResult read = EvaluationResult.Read(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.ToJson(), Is.EqualTo(timed.ToJson()));
            Assert.That(read.Total, Is.EqualTo(Sample.Total));
            Assert.That(read.Seconds, Is.EqualTo(1.5));
        }
    }

    [Test]
    public void Where_nothing_was_scored_there_is_no_accuracy()
    {
        var score = new Score(0, 0, null, 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(score.Accuracy, Is.Null);
            Assert.That((score.Low, score.High), Is.EqualTo((0d, 1d)));
        }
    }

    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"schema": 99, "agent": "a", "split": "test", "seed": 1, "problems": 1, "total": {"n":0,"correct":0,"mean_reward":null,"unscored":0}, "environments": []}""")]
    public void A_file_that_is_no_result_is_an_input_error_that_names_it(string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("eval.json");
        File.WriteAllText(path, text);
        Assert.That(() => EvaluationResult.Read(path), Throws.InstanceOf<InputException>().With.Message.StartsWith(path));
    }
}
