using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
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
        return [.. rows.Select(row => new Refusal(
            row.Id, row.Sha256, row.FileName, Ticks.ToMoment(row.AtTicks), StorageJson.ToFindings(row.FindingsJson)))];
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
}
