using System.Globalization;
using System.Security.Cryptography;
using SmeKpi.Core.Demo;
using SmeKpi.Core.Sources;

namespace SmeKpi.Core.Tests.Demo;

public sealed class DemoCityTests
{
    [Fact]
    public void Generate_Twice_GivesTheSameBytes() =>
        Assert.Equal(Hashes(DemoRows.FortyMonths), Hashes(DemoCity.Generate(new DemoOptions { Months = 40 })));

    [Fact]
    public void Generate_AnotherSeed_GivesOtherFigures()
    {
        var options = new DemoOptions { Banks = 2, Months = 2 };

        Assert.NotEqual(
            Hashes(DemoCity.Generate(options))["history/D001.csv"],
            Hashes(DemoCity.Generate(options with { Seed = 7 }))["history/D001.csv"]);
    }

    [Fact]
    public void Generate_MoreMonths_OnlyAddsFiles()
    {
        Dictionary<string, string> longer = Hashes(DemoRows.FortyMonths);
        Dictionary<string, string> shorter = Hashes(DemoRows.Default);

        Assert.All(shorter, file => Assert.Equal(file.Value, longer[file.Key]));
        Assert.All(
            longer.Keys.Except(shorter.Keys), name => Assert.Contains("/2026-0", name, StringComparison.Ordinal));
        Assert.Equal(3 * (38 + 1), longer.Count - shorter.Count);
    }

    [Fact]
    public void Generate_WithinTheHistory_IsItsBeginning()
    {
        Dictionary<string, string> whole = DemoRows.Default.ToDictionary(file => file.Name, DemoRows.Text);

        SourceFile[] cut = [.. DemoCity.Generate(new DemoOptions { Months = 14 })];

        Assert.Equal(41, cut.Length);
        Assert.All(cut, file => Assert.StartsWith(DemoRows.Text(file), whole[file.Name], StringComparison.Ordinal));
    }

    [Fact]
    public void Generate_UnderAnotherCulture_GivesTheSameBytes()
    {
        var options = new DemoOptions { Months = 26 };
        Dictionary<string, string> here = Hashes(DemoCity.Generate(options));
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.TimeSeparator = "h";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Assert.Equal(here, Hashes(DemoCity.Generate(options)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Generate_AnyFile_SaysThatItIsSyntheticAndWhenItCame() => Assert.All(DemoRows.FortyMonths, file =>
    {
        string[] lines = DemoRows.Text(file).Split('\n');
        Assert.Equal("# synthetic: true", lines[0]);
        Assert.Contains("虚构", lines[1], StringComparison.Ordinal);
        Assert.Contains("fictional", lines[2], StringComparison.Ordinal);
        Assert.Matches(@"^# received: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$", lines[3]);
    });

    [Fact]
    public void Generate_AnyBank_IsNamedAsFictional()
    {
        string[] lines = DemoRows.Text(DemoRows.Default[0]).TrimEnd('\n').Split('\n');

        Assert.Equal(
            "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor,aliases", lines[4]);
        Assert.Equal(40, lines.Length - 5);
        Assert.All(lines.Skip(5), line =>
        {
            Assert.Contains("（虚构）", line, StringComparison.Ordinal);
            Assert.Contains("(fictional)", line, StringComparison.Ordinal);
            Assert.Equal(9, line.Split(',').Length);
        });
    }

    [Fact]
    public void Generate_Default_StaysSmall()
    {
        Assert.InRange(DemoRows.Default.Sum(file => file.Content.Length), 1, 14_000_000);
        Assert.InRange(DemoRows.Read(DemoRows.Default).Count, 150_000, 200_000);
    }

    [Theory]
    [InlineData(0, 37)]
    [InlineData(501, 37)]
    [InlineData(40, 0)]
    [InlineData(40, 241)]
    public void Generate_OptionOutsideItsRange_Throws(int banks, int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => DemoCity.Generate(new DemoOptions { Banks = banks, Months = months }));

    [Theory]
    [InlineData("demo", 0, 37)]
    [InlineData("demo-2026", 37, 40)]
    public void ShippedFiles_AreTheGeneratorsOutput(string folder, int months, int until)
    {
        HashSet<string> earlier = months == 0 ? [] : [.. DemoRows.Default.Select(file => file.Name)];
        Dictionary<string, string> expected = Hashes((until == 37 ? DemoRows.Default : DemoRows.FortyMonths)
            .Where(file => !earlier.Contains(file.Name)));
        string root = Path.Combine(RepositoryRoot(), "seed-data", folder);

        Dictionary<string, string> shipped = Directory
            .EnumerateFiles(root, "*.csv", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(root, file).Replace('\\', '/'),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

        Assert.Equal(expected.OrderBy(file => file.Key), shipped.OrderBy(file => file.Key));
        Assert.True(File.Exists(Path.Combine(root, "demo.source.yaml")));
    }

    private static Dictionary<string, string> Hashes(IEnumerable<SourceFile> files) =>
        files.ToDictionary(file => file.Name, file => Convert.ToHexString(SHA256.HashData(file.Content.Span)));

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SmeKpi.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
