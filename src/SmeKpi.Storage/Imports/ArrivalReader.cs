using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Imports;

/// <summary>Reads since when banks' figures are there, for the filing calendar. It knows the rows of every bank.</summary>
public sealed class ArrivalReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>For each bank, indicator and month the import that brought its first figure; "not reported" is none.</summary>
    /// <param name="indicators">Codes; some dozens at most.</param>
    /// <param name="from">Months before are left out.</param>
    /// <param name="asOf">Only what was known by this moment counts; null for now.</param>
    /// <returns>By bank, month and indicator.</returns>
    public async Task<IReadOnlyList<FirstArrival>> FirstAsync(
        IReadOnlyCollection<string> indicators,
        YearMonth from,
        DateTimeOffset? asOf = null,
        CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<FirstKey> keys = await First(context, indicators, from.Number, Ticks.UpTo(asOf)).ToListAsync(cancellationToken);
        Dictionary<int, long> filed = await Filed(context).ToDictionaryAsync(
            import => import.Id, import => import.Ticks, cancellationToken);
        return
        [
            .. keys.Select(key => new FirstArrival(
                    key.Bank, key.Indicator, YearMonth.FromNumber(key.Month), Ticks.ToMoment(filed[key.Import]), key.Import))
                .OrderBy(arrival => arrival.Bank, StringComparer.Ordinal)
                .ThenBy(arrival => arrival.Month)
                .ThenBy(arrival => arrival.Indicator, StringComparer.Ordinal),
        ];
    }

    // A filing waits for its signature and its publication; that is no delay of the bank's.
    internal static IQueryable<FiledImport> Filed(SmeKpiContext context) =>
        from import in context.Imports
        select new FiledImport
        {
            Id = import.Id,
            Ticks = context.Submissions.Where(filing => filing.ImportId == import.Id)
                .Min(filing => (long?)filing.ReceivedTicks) ?? import.KnownSinceTicks,
        };

    // Imports are numbered in the order in which they became known.
    internal static IQueryable<FirstKey> First(
        SmeKpiContext context, IReadOnlyCollection<string> indicators, int firstMonth, long asOf) =>
        from series in context.Series
        where series.BankCode != string.Empty && indicators.Contains(series.Indicator)
        join row in context.Observations on series.Id equals row.SeriesId
        where row.Month >= firstMonth && row.KnownSinceTicks <= asOf
            && (row.AmountFen != null || row.Count != null || row.RateMillionths != null)
        group row.ImportId by new { series.BankCode, series.Indicator, row.Month } into found
        select new FirstKey
        {
            Bank = found.Key.BankCode,
            Indicator = found.Key.Indicator,
            Month = found.Key.Month,
            Import = found.Min(),
        };

    internal sealed record FiledImport
    {
        public required int Id { get; init; }

        public required long Ticks { get; init; }
    }

    internal sealed record FirstKey
    {
        public required string Bank { get; init; }

        public required string Indicator { get; init; }

        public required int Month { get; init; }

        public required int Import { get; init; }
    }
}
