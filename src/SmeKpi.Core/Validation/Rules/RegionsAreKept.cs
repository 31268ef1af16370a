using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q304: a bank gives no value any more for a county or zone that it reported the month before.</summary>
/// <remarks>
/// Of what is stored for the month before, only the indicators that the file gives count, so that a file with one table
/// is not asked for all of them. What an earlier file gave for the same month is not missed, nor what a bank that has
/// closed left behind.
/// </remarks>
public sealed class RegionsAreKept : IRule
{
    // Before it there is no month to go back to.
    private static readonly YearMonth s_firstMonth = new(1900, 1);

    // These give each bank for the city as a whole; its counties come with its own return.
    private static readonly string[] s_cityWide = [LayoutNames.RateFiling, LayoutNames.PbocCityTable];

    public string Number => RuleNumbers.RegionDropped;

    public string Formula => "regions(m − 1) ⊆ regions(m)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        if (s_cityWide.Contains(file.Layout, StringComparer.Ordinal))
        {
            yield break;
        }

        HashSet<string> areas =
        [
            .. context.Master.Regions.Where(region => region.Kind is RegionKind.County or RegionKind.Zone)
                .Select(region => region.Code),
        ];
        Dictionary<(string Bank, YearMonth Month), Filing> filings = Filings(file, areas);
        ILookup<string, SeriesKey> stored = filings.Keys.Select(filing => filing.Bank).Distinct()
            .SelectMany(context.Stored.SeriesOf)
            .Where(series => areas.Contains(series.Region))
            .ToLookup(series => series.Bank!, StringComparer.Ordinal);
        foreach (((string bank, YearMonth month), Filing filing) in filings)
        {
            if (month == s_firstMonth || context.Master.FindBank(bank)?.Closed <= month)
            {
                continue;
            }

            YearMonth before = month.AddMonths(-1);
            IEnumerable<string> reported = filings.GetValueOrDefault((bank, before))?.Reported ?? [];
            IEnumerable<string> known = stored[bank]
                .Where(series => filing.Gives(series) && IsKnown(series, before)).Select(series => series.Region);
            foreach (string region in reported.Union(known).Except(filing.Reported).Order(StringComparer.Ordinal))
            {
                if (filing.Named.Contains(region)
                    || !stored[bank].Any(series => series.Region == region && IsKnown(series, month)))
                {
                    yield return new Finding(Number, null, $"{bank} {month}: {region} –", $"{region} ({before})");
                }
            }
        }

        bool IsKnown(SeriesKey series, YearMonth month) => context.Stored.Find(series, month) is { Value: not null };
    }

    private static Dictionary<(string, YearMonth), Filing> Filings(ParsedFile file, HashSet<string> areas)
    {
        Dictionary<(string, YearMonth), Filing> filings = [];
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is { } bank)
            {
                if (!filings.TryGetValue((bank, figure.Month), out Filing? filing))
                {
                    filings.Add((bank, figure.Month), filing = new Filing());
                }

                filing.Add(figure, areas);
            }
        }

        return filings;
    }

    /// <summary>What a file gives for one bank and month.</summary>
    private sealed class Filing
    {
        private readonly HashSet<(string Indicator, string Scope)> _given = [];

        /// <summary>The areas with a value.</summary>
        public HashSet<string> Reported { get; } = new(StringComparer.Ordinal);

        /// <summary>The areas with a row, be it empty.</summary>
        public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

        public bool Gives(SeriesKey series) => _given.Contains((series.Indicator, series.Scope));

        public void Add(Figure figure, HashSet<string> areas)
        {
            _given.Add((figure.Series.Indicator, figure.Series.Scope));
            if (areas.Contains(figure.Series.Region))
            {
                Named.Add(figure.Series.Region);
                if (figure.Value is not null)
                {
                    Reported.Add(figure.Series.Region);
                }
            }
        }
    }
}
