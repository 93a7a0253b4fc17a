using Sasr.Arena.Agents;
using Sasr.Arena.Evaluation.Results;
using Sasr.Arena.Problems;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Results;

public class EvaluationResultTests
{
    private static readonly EvaluationPlan Plan = new([new EvaluationTarget("math/pick-two", 2, ["arithmetic"], [1], 2)])
    {
        Suite = "smoke",
        Seed = 7,
        Decoding = new Decoding { Temperature = 0.5 },
    };

    private static readonly EvaluationResult Sample = EvaluationResult.Of(Plan, "models/quickstart",
    [
        new EpisodeRecord("math/pick-two", 1, 0, 0, [new TurnRecord("Make 12.", "3+9")], "Right.")
        {
            Answer = "3+9", Given = "3+9", Reward = 1, Correct = true, Components = new Dictionary<string, double> { ["answer"] = 1 },
        },
        new EpisodeRecord("math/pick-two", 1, 1, 0, [new TurnRecord("Make 7.", "3+")], "Unscored: the worker died") { Unscored = "the worker died" },
    ]);

    // Wilson's interval of 1 in 1 is [1 / (1 + z^2), 1] = [0.206549, 1].
    private const string SampleJson = """
        {
          "schema": 2,
          "agent": "models/quickstart",
          "suite": "smoke",
          "split": "test",
          "seed": 7,
          "samples": 1,
          "decoding": {
            "temperature": 0.5,
            "top_p": 1
          },
          "total": {
            "n": 1,
            "correct": 1,
            "mean_reward": 1,
            "unscored": 1,
            "accuracy": 1,
            "standard_error": null,
            "low": 0.206549,
            "high": 1
          },
          "environments": [
            {
              "environment": "math/pick-two",
              "version": 2,
              "tags": [
                "arithmetic"
              ],
              "problems": 2,
              "total": {
                "n": 1,
                "correct": 1,
                "mean_reward": 1,
                "unscored": 1,
                "accuracy": 1,
                "standard_error": null,
                "low": 0.206549,
                "high": 1
              },
              "levels": [
                {
                  "level": 1,
                  "score": {
                    "n": 1,
                    "correct": 1,
                    "mean_reward": 1,
                    "unscored": 1,
                    "accuracy": 1,
                    "standard_error": null,
                    "low": 0.206549,
                    "high": 1
                  }
                }
              ]
            }
          ],
          "tags": [
            {
              "tag": "arithmetic",
              "score": {
                "n": 1,
                "correct": 1,
                "mean_reward": 1,
                "unscored": 1,
                "accuracy": 1,
                "standard_error": null,
                "low": 0.206549,
                "high": 1
              }
            }
          ],
          "episodes": [
            {"environment":"math/pick-two","level":1,"index":0,"sample":0,"turns":[{"observation":"Make 12.","action":"3+9"}],"outcome":"Right.","answer":"3+9","given":"3+9","reward":1,"components":{"answer":1},"correct":true},
            {"environment":"math/pick-two","level":1,"index":1,"sample":0,"turns":[{"observation":"Make 7.","action":"3+"}],"outcome":"Unscored: the worker died","reward":null,"correct":false,"unscored":"the worker died"}
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
            Assert.That(read.Episodes[1].Unscored, Is.EqualTo("the worker died"));
            Assert.That(read.Plan().Requests(), Is.EqualTo(Plan.Requests()));
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

    [TestCase("{", "not an evaluation that can be read")]
    [TestCase("{}", "not an evaluation that can be read")]
    [TestCase("null", "the file holds no result")]
    [TestCase("""{"schema": 1, "agent": "a"}""", "its schema is 1; this version reads 2.")]
    public void A_file_that_is_no_result_is_an_input_error_that_names_it(string text, string error)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("eval.json");
        File.WriteAllText(path, text);
        Assert.That(() => EvaluationResult.Read(path), Throws.InstanceOf<InputException>().With.Message.StartsWith(path).And.Message.Contains(error));
    }
}
