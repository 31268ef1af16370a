using System.Globalization;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Statistics;

public sealed class ComparisonsTests
{
    /// <summary>The two files say the same: growth, scope and address of every release.</summary>
    [Fact]
    public void Load_ShippedFile_AgreesWithThePublishedFigures()
    {
        string[] published =
        [
            .. File.ReadLines(Path.Combine(Repository.SeedData, "statistics", "figures", "published-figures.csv"))
                .Where(line => line.StartsWith("江苏,", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];

        IReadOnlyList<PublishedGrowth> releases = Comparisons.Load(Repository.SeedData).ProvinceGrowth;

        Assert.Equal(published.Length, releases.Count);
        Assert.All(published.Zip(releases), pair =>
        {
            string growth = (pair.Second.Growth.Fraction * 100m).ToString("0.0", CultureInfo.InvariantCulture);
            Assert.Contains($",{pair.Second.Month},各项贷款余额,本外币,", pair.First, StringComparison.Ordinal);
            Assert.Contains($"+{growth}% yoy", pair.First, StringComparison.Ordinal);
            Assert.EndsWith(pair.Second.Address.OriginalString, pair.First, StringComparison.Ordinal);
            Assert.Contains(
                pair.Second.Published.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
                pair.First,
                StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("http://en.jiangsu.gov.cn/art/2022/8/3/art_54122_10565623.html", "somewhere", "somewhere")]
    [InlineData("growth: \"15.2\"", "growth: much", "much")]
    [InlineData("month: 2022-06", "month: June", "June")]
    public void Load_AWrongValue_IsRefusedByItsName(string right, string wrong, string named)
    {
        string folder = Directory.CreateTempSubdirectory("smekpi-comparisons-").FullName;
        try
        {
            string text = File.ReadAllText(Path.Combine(Repository.SeedData, "comparisons.yaml"));
            File.WriteAllText(Path.Combine(folder, "comparisons.yaml"), text.Replace(right, wrong, StringComparison.Ordinal));

            DataFileException error = Assert.Throws<DataFileException>(() => Comparisons.Load(folder));

            Assert.Contains(named, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
