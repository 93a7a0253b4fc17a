using Sasr.Arena.Scripting.CSharp.Gates;
using Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates.Attacks;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

/// <summary>Code that must not run. Each gate stops it by itself; positions are those of the first thing that is refused.</summary>
public sealed class AttackTests
{
    [TestCaseSource(nameof(Sources))]
    public void The_source_gate_refuses(Attack attack)
    {
        Refusal? refusal = attack.Compile().BySource;
        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Message, Does.StartWith($"{attack.SourceNames} may not be used in a "));
        Assert.That((refusal.Line, refusal.Column), Is.EqualTo((attack.Line, attack.Column)));
    }

    [TestCaseSource(nameof(Compilable))]
    public void The_assembly_gate_refuses(Attack attack)
    {
        Compiled code = attack.Compile();
        Assert.That(code.Errors, Is.Empty, "the attack itself must compile");
        Refusal? refusal = code.ByAssembly;
        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Message, Does.StartWith($"{attack.AssemblyNames} may not be used in a "));
    }

    private static IEnumerable<TestCaseData> Sources() => All().Select(attack => new TestCaseData(attack).SetArgDisplayNames(attack.Name));

    // Without those that leave no trace in an assembly, and those that are harmless once they are compiled.
    private static IEnumerable<TestCaseData> Compilable() =>
        All().Where(attack => attack.AssemblyNames is not null).Select(attack => new TestCaseData(attack).SetArgDisplayNames(attack.Name));

    private static IEnumerable<Attack> All() =>
        [.. SystemAttacks.All, .. ReflectionAttacks.All, .. MemoryAttacks.All, .. StateAttacks.All, .. LanguageAttacks.All];
}
