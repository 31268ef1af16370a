using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>Compares what banks report with what is published for the city.</summary>
internal sealed class BankCity(ParsedFile file, CheckContext context)
{
    private readonly KnownValues _known = new(file, context);

    /// <summary>The published totals of a city that the file touches: its own, or those beside its banks.</summary>
    /// <returns>Each with the cell that a finding should name; only series and months whose total is known.</returns>
    public IEnumerable<(SeriesKey City, YearMonth Month, decimal Total, SourceCell? Cell)> Totals(string indicator)
    {
        HashSet<(SeriesKey, YearMonth)> seen = [];
        foreach (Figure figure in file.BySeries.OfIndicator(indicator))
        {
            string? city = CityOf(figure.Series.Region);
            if (city is null || (figure.Series.Bank is null && city != figure.Series.Region))
            {
                continue;
            }

            SeriesKey total = figure.Series with { Bank = null, Region = city };
            if (seen.Add((total, figure.Month)) && _known.Of(total, figure.Month) is { } value)
            {
                yield return (total, figure.Month, value, figure.Series.Bank is null ? figure.Cell : null);
            }
        }
    }

    /// <summary>The sum over all banks open in the month.</summary>
    /// <returns>Null when one of them has not reported: then the sum says nothing about the total.</returns>
    public decimal? SumOfBanks(SeriesKey city, YearMonth month)
    {
        decimal sum = 0m;
        bool any = false;
        foreach (Bank bank in context.Master.OpenIn(month))
        {
            if (OfBank(city, bank.Code, month) is not { } value)
            {
                return null;
            }

            sum += value;
            any = true;
        }

        return any ? sum : null;
    }

    /// <returns>What the bank reports for the city; null when it is not known.</returns>
    public decimal? OfBank(SeriesKey city, string bank, YearMonth month) =>
        _known.OfCity(city with { Bank = bank }, month);

    /// <returns>The published value of another indicator for the same city; null when it is not known.</returns>
    public decimal? Published(SeriesKey city, string indicator, YearMonth month) =>
        _known.Of(city with { Indicator = indicator }, month);

    private string? CityOf(string region)
    {
        Region? at = context.Master.FindRegion(region);
        while (at is not null and not { Kind: RegionKind.City })
        {
            at = at.Parent is { } parent ? context.Master.FindRegion(parent) : null;
        }

        return at?.Code;
    }
}
