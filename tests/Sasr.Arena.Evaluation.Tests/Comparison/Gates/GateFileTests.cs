using Sasr.Arena.Evaluation.Comparison.Gates;
using Sasr.Arena.Evaluation.Suites;
using Sasr.Arena.Testing;

namespace Sasr.Arena.Evaluation.Tests.Comparison.Gates;

public class GateFileTests
{
    [Test]
    public void All_settings_are_read()
    {
        GateRules rules = Read("""
            alpha: 0.01
            max_drop: 0.02
            min_accuracy: 0.5
            max_unscored: 0
            tasks:
              math/sum: { max_drop: 0.2 }
              'm*': { max_drop: 0.3 }
              'math/*': { max_drop: 0.1 }
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((rules.Alpha, rules.MaxDrop, rules.MinAccuracy, rules.MaxUnscored), Is.EqualTo((0.01, 0.02, 0.5, 0.0)));
            Assert.That(rules.MaxDropOf("math/other"), Is.EqualTo(0.1));
            Assert.That(rules.MaxDropOf("math/sum"), Is.EqualTo(0.2));
            Assert.That(rules.MaxDropOf("logic/parity"), Is.Zero);
        }
    }

    [Test]
    public void An_empty_file_is_the_usual_rules()
    {
        GateRules rules = Read("");
        Assert.That((rules.Alpha, rules.MaxDrop, rules.MinAccuracy, rules.MaxUnscored), Is.EqualTo((0.05, 0.0, (double?)null, 0.02)));
    }

    [TestCase("alpha: 0", "alpha: is 0; it must be above 0 and below 1.")]
    [TestCase("max_drop: 5", "max_drop: is 5; it must be from 0 to 1 (0.05 is five points of accuracy).")]
    [TestCase("max_drop: -0.1", "max_drop: is -0.1; it must be from 0 to 1 (0.05 is five points of accuracy).")]
    [TestCase("tasks: { a/b: { max_drop: 2 } }", "tasks: a/b: max_drop: is 2; it must be from 0 to 1 (0.05 is five points of accuracy).")]
    [TestCase("tasks: { a/b: }", "tasks: 'a/b' says nothing; write for example 'a/b: { max_drop: 0.05 }'.")]
    [TestCase("tasks:", "tasks: says nothing; leave it out, or name a task under it.")]
    [TestCase("min_accuracy: 1.1", "min_accuracy: is 1.1; it must be from 0 to 1.")]
    [TestCase("max_unscored: 1", "max_unscored: is 1; it must be at least 0 and below 1.")]
    public void A_value_out_of_its_range_is_named(string text, string error) =>
        Assert.That(() => Read(text), Throws.InstanceOf<InputException>().With.Message.EndsWith($"gate.yaml: {error}"));

    [Test]
    public void A_misspelt_key_is_named_with_its_place() => Assert.That(
        () => Read("max_dorp: 0.1"), Throws.InstanceOf<InputException>().With.Message.EndsWith("gate.yaml(1,1): there is no key 'max_dorp'; did you mean 'max_drop'?"));

    [Test]
    public void A_suite_has_the_same_keys_under_gate()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("s.yaml"), "tasks: { a/b: {} }\ngate: { max_drop: 0.03 }\n");
        File.WriteAllText(folder.File("wrong.yaml"), "tasks: { a/b: {} }\ngate: { alpha: 2 }\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SuiteFile.Read(folder.File("s.yaml")).Suite.Gate!.MaxDrop, Is.EqualTo(0.03));
            Assert.That(
                () => SuiteFile.Read(folder.File("wrong.yaml")),
                Throws.InstanceOf<InputException>().With.Message.EndsWith("wrong.yaml: gate.alpha: is 2; it must be above 0 and below 1."));
        }
    }

    private static GateRules Read(string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("gate.yaml");
        File.WriteAllText(path, text);
        return GateFile.Read(path);
    }
}
