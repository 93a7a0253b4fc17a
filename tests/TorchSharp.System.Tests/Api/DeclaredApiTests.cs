namespace TorchSharp.Tests.Api;

/// <summary>Our assembly has no member that TorchSharp has not, nor has it in another form.</summary>
[Category("OursAlone")]
public class DeclaredApiTests
{
    [Test]
    public void Every_public_member_is_in_the_listing()
    {
        var listing = Listing.Load();

        var unlisted = DeclaredMembers.Of(typeof(torch).Assembly).Where(member => !listing.HasDeclaration(member));

        Assert.That(unlisted, Is.Empty);
    }
}
