using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>Reads what was imported and what was refused.</summary>
public sealed class ImportReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <returns>The newest imports first.</returns>
    public async Task<IReadOnlyList<StoredImport>> NewestAsync(
        int most, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ImportRow> rows = await Newest(context, most).ToListAsync(cancellationToken);
        return [.. rows.Select(ToImport)];
    }

    /// <returns>Null when there is no such import.</returns>
    public async Task<StoredImport?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            is { } row ? ToImport(row) : null;
    }

    /// <returns>The file as it arrived, byte by byte; null when there is no such import.</returns>
    public async Task<SourceFile?> FileAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var file = await (
            from import in context.Imports
            join content in context.ImportContents on import.Id equals content.ImportId
            where import.Id == id
            select new { import.FileName, content.Content }).SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : new SourceFile(file.FileName, file.Content);
    }

    /// <returns>The newest refusals that were recorded, newest first.</returns>
    public async Task<IReadOnlyList<Refusal>> NewestRefusalsAsync(
        int most, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<RefusalRow> rows = await NewestRefusals(context, most).ToListAsync(cancellationToken);
        return [.. rows.Select(ToRefusal)];
    }

    /// <returns>Null when there is no such refusal.</returns>
    public async Task<Refusal?> FindRefusalAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Refusals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            is { } row ? ToRefusal(row) : null;
    }

    /// <returns>How many files were stored or refused.</returns>
    public async Task<int> CountArrivalsAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.CountAsync(cancellationToken) + await context.Refusals.CountAsync(cancellationToken);
    }

    /// <returns>A stretch of the files that were stored or refused, newest first.</returns>
    public async Task<IReadOnlyList<Arrival>> ArrivalsAsync(
        int skip, int most, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ArrivalKey> keys = await ArrivalKeys(context, skip, most).ToListAsync(cancellationToken);
        List<int> stored = [.. keys.Where(key => !key.IsRefusal).Select(key => key.Id)];
        List<int> refused = [.. keys.Where(key => key.IsRefusal).Select(key => key.Id)];
        Dictionary<int, ImportRow> imports = await context.Imports.AsNoTracking()
            .Where(row => stored.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        Dictionary<int, RefusalRow> refusals = await context.Refusals.AsNoTracking()
            .Where(row => refused.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return
        [
            .. keys.Select(key => key.IsRefusal
                ? new Arrival(null, ToRefusal(refusals[key.Id]))
                : new Arrival(ToImport(imports[key.Id]), null)),
        ];
    }

    /// <summary>The imports that may belong to somebody: files that stored a row of a bank they may see.</summary>
    /// <remarks>
    /// The file may hold rows of others too, and rows that changed nothing are not stored: look into the file before it is shown.
    /// </remarks>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<StoredImport>> OfBanksAsync(
        RowScope rows, string city, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ImportRow> found = await OfBanks(context, rows, city).ToListAsync(cancellationToken);
        return [.. found.Select(ToImport)];
    }

    /// <returns>Why these bytes were refused last; null when they never were.</returns>
    public async Task<IReadOnlyList<Finding>?> FindRefusalAsync(
        string sha256, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string? findings = await NewestRefusals(context, int.MaxValue).Where(row => row.Sha256 == sha256)
            .Select(row => row.FindingsJson).FirstOrDefaultAsync(cancellationToken);
        return findings is null ? null : StorageJson.ToFindings(findings);
    }

    /// <returns>True when these bytes were stored.</returns>
    public async Task<bool> IsStoredAsync(string sha256, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AnyAsync(import => import.Sha256 == sha256, cancellationToken);
    }

    /// <returns>True when any stored file is synthetic.</returns>
    public async Task<bool> AnySyntheticAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AnyAsync(import => import.Synthetic, cancellationToken);
    }

    internal static IQueryable<ImportRow> Newest(SmeKpiContext context, int most) =>
        context.Imports.AsNoTracking().OrderByDescending(row => row.KnownSinceTicks).Take(most);

    internal static IQueryable<RefusalRow> NewestRefusals(SmeKpiContext context, int most) =>
        context.Refusals.AsNoTracking()
            .OrderByDescending(row => row.AtTicks).ThenByDescending(row => row.Id).Take(most);

    internal static IQueryable<ImportRow> OfBanks(SmeKpiContext context, RowScope rows, string city)
    {
        // By series, which observations are indexed by; they are not by import.
        IQueryable<int> holding =
            from series in SeenRows.Of(context.Series, rows, city)
            where series.BankCode != string.Empty
            join row in context.Observations on series.Id equals row.SeriesId
            select row.ImportId;
        return context.Imports.AsNoTracking().Where(import => holding.Contains(import.Id))
            .OrderByDescending(import => import.KnownSinceTicks);
    }

    /// <summary>Both tables as one list, so that the database finds a page of it without reading what stands before.</summary>
    internal static IQueryable<ArrivalKey> ArrivalKeys(SmeKpiContext context, int skip, int most) =>
        context.Imports.Select(row => new ArrivalKey { Id = row.Id, AtTicks = row.KnownSinceTicks, IsRefusal = false })
            .Concat(context.Refusals.Select(
                row => new ArrivalKey { Id = row.Id, AtTicks = row.AtTicks, IsRefusal = true }))
            .OrderByDescending(key => key.AtTicks).ThenBy(key => key.IsRefusal).ThenByDescending(key => key.Id)
            .Skip(skip).Take(most);

    private static Refusal ToRefusal(RefusalRow row) => new(
        row.Id, row.Sha256, row.FileName, Ticks.ToMoment(row.AtTicks), StorageJson.ToFindings(row.FindingsJson));

    private static StoredImport ToImport(ImportRow row) => new(
        row.Id,
        row.Sha256,
        row.FileName,
        row.Layout,
        row.ByteLength,
        Ticks.ToMoment(row.ReceivedTicks),
        Ticks.ToMoment(row.KnownSinceTicks),
        row.Actor,
        row.RowsRead,
        row.Stored,
        row.Unchanged,
        row.Synthetic,
        new Provenance(row.Publisher, row.Title, row.Address, row.Note, row.Synthetic),
        StorageJson.ToFindings(row.FindingsJson));

    internal sealed record ArrivalKey
    {
        public int Id { get; init; }

        public long AtTicks { get; init; }

        public bool IsRefusal { get; init; }
    }
}
