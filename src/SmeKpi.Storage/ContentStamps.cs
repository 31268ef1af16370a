using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SmeKpi.Storage;

/// <summary>Says by one short text whether anything changed that pages are made from: equal stamps, equal pages.</summary>
/// <remarks>
/// Each table named here only grows, so its newest row stands for all of it. Whoever lets a shared page show another
/// table adds it to the list; what people do on their own account (sessions, the audit chain) does not belong here.
/// </remarks>
public sealed class ContentStamps(IDbContextFactory<SmeKpiContext> contexts)
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<long?>[] newest =
        [
            context.Imports.Select(import => (long?)import.KnownSinceTicks),
            context.Readings.Select(reading => (long?)reading.Id),
        ];
        List<string> parts = [];
        foreach (IQueryable<long?> rows in newest)
        {
            long? last = await rows.MaxAsync(cancellationToken);
            parts.Add((last ?? 0).ToString("x", CultureInfo.InvariantCulture));
        }

        return string.Join('-', parts);
    }
}
