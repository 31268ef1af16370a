using SmeKpi.Core.Access;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>Says <see cref="RowScope.Sees"/> in the language of the database.</summary>
internal static class SeenRows
{
    public static IQueryable<SeriesRow> Of(IQueryable<SeriesRow> series, RowScope rows, string city)
    {
        IQueryable<SeriesRow> seen = series;
        if (rows.Banks is { } some)
        {
            List<string> banks = [string.Empty, .. some];
            seen = seen.Where(row => banks.Contains(row.BankCode));
        }

        if (rows.Regions is { } limited)
        {
            List<string> regions = [.. limited];
            seen = seen.Where(row => regions.Contains(row.RegionCode)
                || (row.BankCode == string.Empty && row.RegionCode == city));
        }

        return seen;
    }
}
