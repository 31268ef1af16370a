using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Tests.Policies;

/// <summary>A copy of the repository's data files that a test may spoil.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smekpi-");

    public TemporaryCopy()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.SeedData, "indicators*.yaml"),
            .. Directory.EnumerateFiles(Repository.PolicyFolder, "*", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Repository.Dashboards),
        ];
        foreach (string file in files)
        {
            string copy = At(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string PolicyFolder => At("seed-data/policies/yancheng-2025");

    public string Indicators => At("seed-data/indicators.yaml");

    public string Dashboards => At("dashboards");

    public string At(string relative) => Path.Combine(_folder.FullName, relative);

    /// <summary>Replaces the first occurrence of some words in a file.</summary>
    /// <returns>The line on which the words began.</returns>
    public int Replace(string relative, string old, string replacement)
    {
        string text = File.ReadAllText(At(relative));
        int index = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{old}' does not stand in {relative}");
        File.WriteAllText(At(relative), text[..index] + replacement + text[(index + old.Length)..]);
        return text[..index].Count(character => character == '\n') + 1;
    }

    /// <summary>Loads something that must fail on a line of a file, with some words in the message.</summary>
    public static void AssertRefused(string relative, int line, string words, Action load)
    {
        DataFileException error = Assert.Throws<DataFileException>(load);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal((Path.GetFileName(relative), line), (Path.GetFileName(error.File), error.Line));
        Assert.StartsWith($"{error.File}:{line}: ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
