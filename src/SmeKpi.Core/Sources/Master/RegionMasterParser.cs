using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Master;

/// <summary>Reads the areas, one a row.</summary>
internal static class RegionMasterParser
{
    private static readonly Dictionary<string, RegionKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["nation"] = RegionKind.Nation,
        ["province"] = RegionKind.Province,
        ["city"] = RegionKind.City,
        ["county"] = RegionKind.County,
        ["zone"] = RegionKind.Zone,
    };

    public static IReadOnlyList<string> Header { get; } = ["region_code", "name_zh", "name_en", "parent", "kind"];

    public static TextContent Read(CsvRecords records, SourceContext context, FindingList findings)
    {
        List<Region> regions = [];
        Dictionary<string, SourceCell?> places = new(StringComparer.Ordinal);
        while (records.Read())
        {
            MasterFields fields = new(records, findings);
            if (!fields.HasFields(Header.Count, Header.Count))
            {
                continue;
            }

            Region region = new(
                fields.Required(0),
                new LocalizedText(fields.Required(1), fields.Required(2)),
                fields.Optional(3),
                fields.OneOf(4, s_kinds));
            if (fields.AllRead && !places.TryAdd(region.Code, records.Cell(3)))
            {
                fields.Repeated(0, region.Code);
            }

            if (fields.AllRead)
            {
                regions.Add(region);
            }
        }

        return new TextContent([], [], regions) { Places = places };
    }
}
