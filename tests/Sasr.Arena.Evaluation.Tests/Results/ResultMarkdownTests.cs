using Sasr.Arena.Evaluation.Results;

namespace Sasr.Arena.Evaluation.Tests.Results;

public class ResultMarkdownTests
{
    [Test]
    public void A_result_is_a_table_that_GitHub_shows()
    {
        var plan = new EvaluationPlan([new EvaluationTarget("math/a", 1, [], [1], 3)]) { Suite = "smoke", Seed = 4 };
        EpisodeRecord Episode(int index, bool right) => new("math/a", 1, index, 0, [new TurnRecord($"question {index}", "a")], "") { Correct = right, Reward = right ? 1 : 0 };
        EvaluationResult result = EvaluationResult.Of(plan, "models/mine", [Episode(0, true), Episode(1, false), Episode(2, false) with { Unscored = "died", Reward = null }]);
        // Wilson's interval of 1 in 2: 1/2 -+ z / (2 sqrt(2 + z^2)).
        Assert.That(ResultMarkdown.Render(result), Is.EqualTo("""
            ### models/mine: 50.0 % [9.5, 90.5]

            | task | n | accuracy [95 %] | reward | unscored |
            | --- | ---: | ---: | ---: | ---: |
            | **all** | 2 | 50.0 % [9.5, 90.5] | 0.500 | 1 |
            | math/a | 2 | 50.0 % [9.5, 90.5] | 0.500 | 1 |

            <sub>suite smoke, test split, seed 4, one sample a problem.</sub>

            """.ReplaceLineEndings("\n")));
    }
}
