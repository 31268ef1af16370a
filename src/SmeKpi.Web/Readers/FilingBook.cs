using SmeKpi.Core.Calendar;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>The filings of every bank as one day knows them.</summary>
/// <param name="Today">By the city's clock.</param>
/// <param name="IsDemo">Whether the database is a demonstration of a made-up city.</param>
/// <param name="StandsStill">True in a demonstration, whose days end a week after its newest filing.</param>
internal sealed record FilingBook(
    FilingCalendar Calendar,
    MasterData Master,
    IReadOnlyDictionary<(string Bank, string Return, YearMonth Month), FilingArrival> Arrivals,
    IReadOnlyDictionary<(string Bank, string Return, YearMonth Month), WaitingFiling> Waiting,
    DateOnly Today,
    bool IsDemo,
    bool StandsStill)
{
    /// <summary>The last month that is over.</summary>
    public YearMonth LastMonth => new YearMonth(Today.Year, Today.Month).AddMonths(-1);

    public FilingStatus Status(Bank bank, string @return, YearMonth month) => Calendar.Status(
        bank,
        @return,
        month,
        Today,
        Arrivals.TryGetValue((bank.Code, @return, month), out FilingArrival arrival) ? arrival : null,
        Waiting.TryGetValue((bank.Code, @return, month), out WaitingFiling waiting) ? waiting : null);

    /// <summary>What the banks given owe for a month, by return and bank.</summary>
    public IEnumerable<FilingStatus> Of(IEnumerable<Bank> banks, YearMonth month) =>
        from each in Calendar.Returns
        from bank in banks
        let status = Status(bank, each.Code, month)
        where status.State != FilingState.NotRequired
        select status;
}
