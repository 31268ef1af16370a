using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

/// <summary>A growth over a year as an office published it.</summary>
/// <param name="Published">The day of the release; before it nobody knew the figure.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record PublishedGrowth(YearMonth Month, Percentage Growth, DateOnly Published, Uri Address);

/// <summary>Where figures of others come from and how their publisher is called.</summary>
public sealed record ComparisonSource(LocalizedText Name, LocalizedText Publisher, Uri Address);

/// <summary>What the city is shown beside: nation, province, LPR. Nothing of it is judged.</summary>
/// <param name="NationRegion">The code under which the nation's balances are stored.</param>
/// <param name="NationScope">The scope in which they are published.</param>
/// <param name="LprRegion">The code under which the LPR is stored.</param>
public sealed record Comparisons(
    ComparisonSource Nation,
    string NationRegion,
    string NationScope,
    ComparisonSource Province,
    string ProvinceScope,
    IReadOnlyList<PublishedGrowth> ProvinceGrowth,
    ComparisonSource Lpr,
    string LprRegion)
{
    /// <summary>Reads comparisons.yaml of the seed data.</summary>
    /// <exception cref="DataFileException">The file is wrong; the message names file, line, value and form.</exception>
    public static Comparisons Load(string seedData)
    {
        YamlMap root = StrictYaml.Read(Path.Combine(seedData, "comparisons.yaml")).Only("nation", "province", "lpr");
        YamlMap nation = root.Map("nation").Only("region", "scope", "name", "source", "address");
        YamlMap province = root.Map("province").Only("scope", "name", "source", "releases");
        YamlMap lpr = root.Map("lpr").Only("region", "source", "address");
        List<PublishedGrowth> releases = [.. province.Maps("releases").Select(Release)];
        LocalizedText lprSource = lpr.Localized("source");
        return new Comparisons(
            new ComparisonSource(nation.Localized("name"), nation.Localized("source"), Address(nation)),
            nation.Text("region").Value,
            nation.Text("scope").Value,
            new ComparisonSource(province.Localized("name"), province.Localized("source"), releases[^1].Address),
            province.Text("scope").Value,
            releases,
            new ComparisonSource(lprSource, lprSource, Address(lpr)),
            lpr.Text("region").Value);
    }

    private static PublishedGrowth Release(YamlMap release)
    {
        release.Only("month", "growth", "published", "address");
        return new PublishedGrowth(
            release.Text("month").ToMonth(),
            Percentage.FromPercent(release.Text("growth").ToDecimal()),
            release.Text("published").ToDate(),
            Address(release));
    }

    private static Uri Address(YamlMap map)
    {
        YamlText text = map.Text("address");
        return Uri.TryCreate(text.Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw text.Wrong("an address of the web");
    }
}
