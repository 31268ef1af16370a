using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Reads the chain: pages for people, everything in order for verification and export.</summary>
public sealed class AuditReader(IDbContextFactory<SmeKpiContext> contexts)
{
    private const int Batch = 2_000;

    /// <summary>The newest entries found, newest first.</summary>
    /// <param name="below">Only entries with a lower number: the last one of the page before.</param>
    public async Task<IReadOnlyList<AuditEntry>> PageAsync(
        AuditSearch search, int size, long? below = null, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<AuditRow> rows = search.In(context);
        if (below is { } number)
        {
            rows = rows.Where(row => row.Number < number);
        }

        return
        [
            .. (await rows.OrderByDescending(row => row.Number).Take(size).ToListAsync(cancellationToken))
                .Select(AuditRows.ToEntry),
        ];
    }

    /// <summary>The oldest entries found above a number, newest first: the page before a page.</summary>
    public async Task<IReadOnlyList<AuditEntry>> PageAboveAsync(
        AuditSearch search, int size, long above, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. (await search.In(context).Where(row => row.Number > above)
                .OrderBy(row => row.Number).Take(size).ToListAsync(cancellationToken))
                .Select(AuditRows.ToEntry).Reverse(),
        ];
    }

    /// <summary>The newest entry of all.</summary>
    public async Task<AuditHead> NewestAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await NewestAsync(context, cancellationToken);
    }

    /// <summary>Everything found in the order it was written, read piece by piece.</summary>
    /// <param name="last">The highest number to read, so that a long reading has an end while others write.</param>
    public async IAsyncEnumerable<AuditEntry> AllAsync(
        AuditSearch search, long last, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        long after = long.MinValue;
        while (true)
        {
            List<AuditRow> rows = await search.In(context).Where(row => row.Number > after && row.Number <= last)
                .OrderBy(row => row.Number).Take(Batch).ToListAsync(cancellationToken);
            foreach (AuditRow row in rows)
            {
                yield return AuditRows.ToEntry(row);
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            after = rows[^1].Number;
        }
    }

    internal static async Task<AuditHead> NewestAsync(SmeKpiContext context, CancellationToken cancellationToken) =>
        await context.Audit.AsNoTracking().OrderByDescending(row => row.Number)
            .Select(row => new AuditHead(row.Number, row.Hash)).FirstOrDefaultAsync(cancellationToken) ?? AuditHead.None;
}
