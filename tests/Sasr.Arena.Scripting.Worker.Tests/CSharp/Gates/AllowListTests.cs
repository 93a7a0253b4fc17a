using System.Reflection;
using Sasr.Arena.Problems;
using Sasr.Arena.Scripting.CSharp.Gates;
using Sasr.Arena.Scripting.Dialect;

namespace Sasr.Arena.Scripting.Worker.Tests.CSharp.Gates;

public sealed class AllowListTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(object).Assembly, typeof(List<>).Assembly, typeof(PriorityQueue<,>).Assembly, typeof(Enumerable).Assembly, typeof(Console).Assembly,
        typeof(System.Collections.Immutable.ImmutableList).Assembly, typeof(System.Numerics.BigInteger).Assembly, typeof(Stack<>).Assembly,
        typeof(System.Text.RegularExpressions.Regex).Assembly, typeof(System.Text.Json.JsonDocument).Assembly, typeof(MemoryExtensions).Assembly,
        typeof(System.Text.Encodings.Web.JavaScriptEncoder).Assembly, typeof(System.Collections.StructuralComparisons).Assembly, typeof(Problem).Assembly, typeof(TaskGlobals).Assembly,
    ];

    [Test]
    public void Every_line_names_a_type_that_there_is()
    {
        string[] unknown = [.. GateProfile.Program.Helpers.Types.Where(name => Assemblies.All(assembly => assembly.GetType(name) is null))];
        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void Every_member_that_a_line_names_there_is()
    {
        string[] unknown = [.. GateProfile.Program.Helpers.Types.SelectMany(name =>
        {
            Type type = Assemblies.Select(assembly => assembly.GetType(name)).First(found => found is not null)!;
            HashSet<string> members = [.. type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(member => member.Name)];
            return GateProfile.Program.Helpers.Find(name)!.Names.Where(member => !members.Contains(member)).Select(member => $"{name} {member}");
        })];
        Assert.That(unknown, Is.Empty);
    }

    [TestCase("System.IO.File")]
    [TestCase("System.AppDomain")]
    [TestCase("System.Threading.Thread")]
    [TestCase("System.Reflection.Assembly")]
    [TestCase("System.Runtime.CompilerServices.Unsafe")]
    [TestCase("System.Environment+SpecialFolder")]
    public void What_has_no_line_is_not_allowed(string type) => Assert.That(GateProfile.Program.Source.Find(type), Is.Null);

    [Test]
    public void A_nested_type_is_allowed_with_all_of_the_outer_one() =>
        Assert.That(GateProfile.Script.Source.Find("System.Collections.Generic.List`1+Enumerator"), Is.Not.Null);

    [TestCase("IsMatch", "System.String", true)]
    [TestCase("IsMatch", "System.TimeSpan", false)]
    [TestCase("CacheSize", "System.Int32", false)]
    [TestCase("set_CacheSize", "System.Int32", false)]
    public void A_line_takes_members_away_by_name_and_by_parameter(string member, string parameter, bool allowed) =>
        Assert.That(
            GateProfile.Script.Source.Find("System.Text.RegularExpressions.Regex")!.Allows(member, () => [parameter]),
            Is.EqualTo(allowed));

    [Test]
    public void Only_programs_read_the_console() => Assert.That(
        new[] { GateProfile.Script, GateProfile.Program }.Select(profile => profile.Source.Find("System.Console")!.Allows("ReadLine", () => [])),
        Is.EqualTo(new[] { false, true }));

    [Test]
    public void A_source_cannot_name_what_the_compiler_refers_to()
    {
        const string Type = "System.Threading.Interlocked";
        Assert.That(GateProfile.Script.Compiled.Find(Type), Is.Not.Null);
        Assert.That(GateProfile.Script.Source.Find(Type), Is.Null);
    }
}
