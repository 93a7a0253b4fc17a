namespace Sasr.Arena.Testing;

/// <summary>Finds the repository, and the real data that may lie beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the data sets beside the repository; where it is absent, the test is skipped and says so.</summary>
    public static string SharedData(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", "data", .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Ignore($"needs {Path.Combine(["../shared/data", .. parts])}, which is not here");
        return path;
    }

    private static string FindRoot()
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Sasr.Arena.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
