using Sasr.Arena.Agents;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Evaluation.Tests.Fakes;
using Sasr.Arena.Problems;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Suites;

public class SuiteFileTests
{
    [Test]
    public async Task A_plan_has_what_the_suite_says_the_more_exact_key_before_the_pattern()
    {
        await using var arena = new FakeArena();
        EvaluationPlan plan = await Read("""
            seed: 9
            split: validation
            problems: 5
            samples: 3
            decoding: { temperature: 0.7, max_tokens: 40 }
            limits: { max_unscored: 0.1 }
            tasks:
              counting/*: { levels: 1 }
              counting/before: { problems: 2, levels: all }
            """).PlanAsync(arena.Catalog);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Targets.Select(target => (target.Environment, Levels: string.Join(' ', target.Levels), target.Problems)), Is.EqualTo(new[]
            {
                ("counting/after", "1", 5),
                ("counting/before", "1 2", 2),
            }));
            Assert.That((plan.Suite, plan.Seed, plan.Split, plan.Samples, plan.MaxUnscored), Is.EqualTo(("mine", 9UL, Split.Validation, 3, 0.1)));
            Assert.That(plan.Decoding, Is.EqualTo(new Decoding { Temperature = 0.7, MaxTokens = 40 }));
            Assert.That(plan.Requests(), Has.Count.EqualTo(3 * (5 + 2 + 2)));
        }
    }

    [Test]
    public async Task A_weight_of_0_leaves_a_task_out()
    {
        await using var arena = new FakeArena();
        EvaluationPlan plan = await Read("tasks: { '*': {}, counting/after: 0 }").PlanAsync(arena.Catalog);
        Assert.That(plan.Targets.Select(target => target.Environment), Is.EqualTo(new[] { "counting/before" }));
    }

    [TestCase("seed: 1", "tasks: there are none; name at least one")]
    [TestCase("tasks: { a/b: 2 }", "(1,10): a/b: weight: a suite counts every problem once")]
    [TestCase("tasks: { a/b: { problems: 0 } }", "(1,10): a/b: problems: must be at least 1")]
    [TestCase("tasks: { a/b: {} }\nproblems: 0", "problems: must be at least 1.")]
    [TestCase("tasks: { a/b: {} }\nsamples: 0", "samples: must be from 1 to 1000.")]
    [TestCase("tasks: { a/b: {} }\ndecoding: { temperature: -1 }", "decoding.temperature: is -1; it must be at least 0.")]
    [TestCase("tasks: { a/b: {} }\nlimits: { max_unscored: 1 }", "limits.max_unscored: is 1; it must be at least 0 and below 1.")]
    [TestCase("tasks: { a/b: {} }\nsample: 2", "(2,1): there is no key 'sample'")]
    public void What_a_suite_says_wrong_is_one_line_that_names_the_file_and_the_key(string text, string error) =>
        Assert.That(() => Read(text), Throws.InstanceOf<InputException>().With.Message.Contains($"mine.yaml").And.Message.Contains(error));

    private static SuiteFile Read(string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("mine.yaml");
        File.WriteAllText(path, text);
        return SuiteFile.Read(path);
    }
}
