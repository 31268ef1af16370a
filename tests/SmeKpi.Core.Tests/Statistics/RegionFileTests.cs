using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Statistics;

public sealed class RegionFileTests
{
    [Fact]
    public void Regions_OfTheSeedData_AreOneTree()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.SeedData, "regions.csv"));
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        HashSet<string> codes = [.. rows.Select(row => row[0])];

        Assert.Equal("region_code,name_zh,name_en,parent,kind", lines[0]);
        Assert.Equal(rows.Length, codes.Count);
        Assert.All(rows, row => Assert.Equal(5, row.Length));
        Assert.Equal(["100000"], rows.Where(row => row[3].Length == 0).Select(row => row[0]));
        Assert.All(rows.Where(row => row[3].Length > 0), row => Assert.Contains(row[3], codes));
        Assert.Equal(9, rows.Count(row => row[4] == "county" && row[3] == "320900"));
        Assert.Equal(
            ["320971<320902", "320972<320903"],
            rows.Where(row => row[4] == "zone").Select(row => $"{row[0]}<{row[3]}"));
    }
}
