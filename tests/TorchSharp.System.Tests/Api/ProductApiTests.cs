namespace TorchSharp.Tests.Api;

/// <summary>The product uses only what both providers have.</summary>
public class ProductApiTests
{
    // Whatever is referenced by the test project and named like this is checked; nothing else need be done for a new assembly.
    private static IEnumerable<string> ProductAssemblies()
        => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path => Path.GetFileName(path).StartsWith("Sasr.Arena", StringComparison.Ordinal) || Path.GetFileName(path) == "arena.dll")
            .Order(StringComparer.Ordinal);

    [TestCase("Sasr.Arena.Models.dll")]
    [TestCase("Sasr.Arena.Training.dll")]
    [TestCase("arena.dll")]
    public void The_assembly_is_among_those_checked(string name)
        => Assert.That(ProductAssemblies().Select(Path.GetFileName), Has.Member(name));

    [TestCaseSource(nameof(ProductAssemblies))]
    public void Every_use_of_TorchSharp_is_in_the_listing(string path)
    {
        var listing = Listing.Load();

        Assert.That(Unlisted(path, listing), Is.Empty);
    }

    [Test]
    public void These_tests_themselves_keep_to_the_listing()
    {
        var path = typeof(ProductApiTests).Assembly.Location;

        Assert.That(MemberReferences.UsesTorchSharp(path), Is.True);
        Assert.That(Unlisted(path, Listing.Load()), Is.Empty);
    }

    [TestCase("TorchSharp.torch.Tensor.matmul(TorchSharp.torch.Tensor) : TorchSharp.torch.Tensor")]
    [TestCase("static TorchSharp.torch.NewDisposeScope() : TorchSharp.DisposeScope")]
    [TestCase("TorchSharp.DisposeScope.MoveToOuter`1(!!0) : !!0")]
    [TestCase("TorchSharp.torch.nn.Module`2.call(!0) : !1")]
    [TestCase("static TorchSharp.torch.TensorIndex.Ellipsis : TorchSharp.torch.TensorIndex")]
    [TestCase("TorchSharp.torch.Tensor.get_shape() : long[]")]
    public void A_use_that_is_not_in_the_listing_is_found(string reference)
    {
        // These tests use the member; a listing without it must say so.
        var listing = Listing.Load().Without(reference);

        Assert.That(Unlisted(typeof(ProductApiTests).Assembly.Location, listing), Is.EqualTo(new[] { reference }));
    }

    private static IEnumerable<string> Unlisted(string path, Listing listing)
        => MemberReferences.UsesTorchSharp(path)
            ? MemberReferences.Of(path).Where(reference => !listing.HasReference(reference))
            : [];
}
