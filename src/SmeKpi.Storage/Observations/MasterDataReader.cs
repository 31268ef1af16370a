using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads the banks and areas as they were known at a moment.</summary>
public sealed class MasterDataReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <param name="asOf">The moment; null for the newest data.</param>
    public async Task<MasterData> ReadAsync(
        DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, Ticks.UpTo(asOf), cancellationToken);
    }

    internal static async Task<MasterData> ReadAsync(
        SmeKpiContext context, long asOfTicks, CancellationToken cancellationToken)
    {
        var banks = new Dictionary<string, Bank>(StringComparer.Ordinal);
        foreach (BankRow row in await BankVersions(context, asOfTicks).ToListAsync(cancellationToken))
        {
            banks[row.Code] = ToBank(row);
        }

        var regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        foreach (RegionRow row in await RegionVersions(context, asOfTicks).ToListAsync(cancellationToken))
        {
            regions[row.Code] = new Region(
                row.Code, new LocalizedText(row.NameZh, row.NameEn), row.ParentCode, row.Kind);
        }

        return new MasterData(banks.Values, regions.Values);
    }

    internal static IQueryable<BankRow> BankVersions(SmeKpiContext context, long asOfTicks) =>
        context.Banks.AsNoTracking().Where(row => row.KnownSinceTicks <= asOfTicks).OrderBy(row => row.KnownSinceTicks);

    internal static IQueryable<RegionRow> RegionVersions(SmeKpiContext context, long asOfTicks) =>
        context.Regions.AsNoTracking().Where(row => row.KnownSinceTicks <= asOfTicks).OrderBy(row => row.KnownSinceTicks);

    private static Bank ToBank(BankRow row) => new(
        row.Code,
        new LocalizedText(row.NameZh, row.NameEn),
        row.Type,
        row.LocallyIncorporated,
        row.OpenedMonth is { } opened ? YearMonth.FromNumber(opened) : null,
        row.ClosedMonth is { } closed ? YearMonth.FromNumber(closed) : null,
        row.SuccessorCode,
        StorageJson.ToTexts(row.AliasesJson));
}
