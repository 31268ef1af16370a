using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>Reads the banks and areas as they were known at a moment.</summary>
/// <remarks>
/// They come with imports only, so that between two imports they never change: what was read for a version of the data is
/// kept, because a page asks for it a dozen times.
/// </remarks>
public sealed class MasterDataReader(IDbContextFactory<SmeKpiContext> contexts)
{
    // Now, and a past moment or two that somebody compares it with.
    private const int Room = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(long Version, MasterData Master)> _kept = [];

    /// <param name="asOf">The moment; null for the newest data.</param>
    public async Task<MasterData> ReadAsync(
        DateTimeOffset? asOf = null, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long upTo = Ticks.UpTo(asOf);
        long? version = await context.Imports.Where(import => import.KnownSinceTicks <= upTo)
            .MaxAsync(import => (long?)import.KnownSinceTicks, cancellationToken);
        if (version is not { } known)
        {
            return await ReadAsync(context, upTo, cancellationToken);
        }

        return Find(known) ?? Keep(known, await ReadAsync(context, known, cancellationToken));
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

    private MasterData? Find(long version)
    {
        lock (_lock)
        {
            return _kept.FirstOrDefault(each => each.Version == version).Master;
        }
    }

    private MasterData Keep(long version, MasterData master)
    {
        lock (_lock)
        {
            _kept.AddFirst((version, master));
            if (_kept.Count > Room)
            {
                _kept.RemoveLast();
            }
        }

        return master;
    }

    internal static IQueryable<BankRow> BankVersions(SmeKpiContext context, long asOfTicks) =>
        context.Banks.AsNoTracking().Where(row => row.KnownSinceTicks <= asOfTicks)
            .OrderBy(row => row.KnownSinceTicks);

    internal static IQueryable<RegionRow> RegionVersions(SmeKpiContext context, long asOfTicks) =>
        context.Regions.AsNoTracking().Where(row => row.KnownSinceTicks <= asOfTicks)
            .OrderBy(row => row.KnownSinceTicks);

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
