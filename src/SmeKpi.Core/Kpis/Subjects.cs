using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>Whom the readings of a month are about: the city, its counties and zones, every bank open in the month.</summary>
public static class Subjects
{
    private static readonly HashSet<string> s_judgedFrom =
    [
        IndicatorCodes.LoansAll, IndicatorCodes.LoansAllNpl,
        IndicatorCodes.LoansInclusiveMse, IndicatorCodes.LoansInclusiveMseNpl,
        IndicatorCodes.LoansCorporateGranted, IndicatorCodes.LoansCorporateInterest,
    ];

    /// <summary>The city the policy binds.</summary>
    /// <exception cref="InvalidOperationException">The master data do not have exactly one region of kind city.</exception>
    public static Region City(MasterData master) =>
        master.Regions.Where(region => region.Kind == RegionKind.City).ToList() is [var city]
            ? city
            : throw new InvalidOperationException("The regions must hold exactly one of kind city.");

    /// <summary>The city first, then counties and zones, then banks, each by code.</summary>
    public static IEnumerable<Subject> Of(MasterData master, YearMonth month)
    {
        string city = City(master).Code;
        return
        [
            new Subject(city),
            .. master.CountiesOf(city).Select(county => new Subject(county.Code)),
            .. master.OpenIn(month).Select(bank => new Subject(city, bank.Code)),
        ];
    }

    /// <summary>The months for which the city, a county or a bank has any figure that a target is computed from.</summary>
    /// <returns>None while the city is not known.</returns>
    public static IReadOnlyList<YearMonth> Months(StatisticsSnapshot statistics, MasterData master)
    {
        if (master.Regions.All(region => region.Kind != RegionKind.City))
        {
            return [];
        }

        string city = City(master).Code;
        HashSet<string> regions = [city, .. master.CountiesOf(city).Select(county => county.Code)];
        return
        [
            .. statistics.Series
                .Where(series => regions.Contains(series.Region) && s_judgedFrom.Contains(series.Indicator))
                .SelectMany(series => statistics.Months(series))
                .Where(month => month.Value.Value is not null)
                .Select(month => month.Key)
                .Distinct()
                .Order(),
        ];
    }
}
