namespace Sasr.Arena.Tests;

public class WholeFileTests
{
    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("sasr-arena-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_breaks_off_leaves_the_file_as_it_was_and_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "deeper", "a.txt");
        WholeFile.Write(path, "first");
        Assert.That(
            async () => await WholeFile.WriteAsync(path, async writer =>
            {
                await writer.WriteAsync("half of the second");
                throw new IOException("the disk is full");
            }),
            Throws.InstanceOf<InputException>().With.Message.EqualTo($"{path}: cannot be written: the disk is full"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllText(path), Is.EqualTo("first"));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(path)!), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public void A_folder_is_no_file_and_finding_out_leaves_nothing_behind()
    {
        WholeFile.RequireWritable(Path.Combine(_folder, "a.txt"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => WholeFile.RequireWritable(_folder), Throws.InstanceOf<InputException>().With.Message.Contains("it is a folder"));
            Assert.That(Directory.GetFileSystemEntries(_folder), Is.Empty);
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_device_is_written_and_stays_one()
    {
        WholeFile.RequireWritable("/dev/null");
        WholeFile.Write("/dev/null", "text");
        Assert.That(File.ReadAllText("/dev/null"), Is.Empty);
    }
}
