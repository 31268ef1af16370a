namespace SmeKpi.SampleData;

/// <summary>The repository's seed-data folder, found upwards from the running tests.</summary>
public static class SeedData
{
    public static string Folder { get; } = Find();

    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SmeKpi.sln")))
            {
                return Path.Combine(at.FullName, "seed-data");
            }
        }

        throw new DirectoryNotFoundException("No SmeKpi.sln above " + AppContext.BaseDirectory);
    }
}
