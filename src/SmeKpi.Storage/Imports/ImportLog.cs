using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>A file that arrived, as the log lists it.</summary>
/// <param name="Id">Above zero for an import, below zero for a refusal.</param>
/// <param name="KnownSince">Null for a refused file, whose figures count never.</param>
/// <param name="By">Null for a refusal.</param>
public sealed record LoggedFile(
    long Id,
    string FileName,
    string Layout,
    DateTimeOffset Received,
    DateTimeOffset? KnownSince,
    string Sha256,
    int RowsRead,
    int Stored,
    int Unchanged,
    bool Synthetic,
    IReadOnlyList<Finding> Findings,
    string? By);

/// <summary>Every file that arrived, refused ones included.</summary>
public sealed class ImportLog(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<LoggedFile>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ImportRow> imports = await context.Imports.AsNoTracking().ToListAsync(cancellationToken);
        List<RefusalRow> refusals = await context.Refusals.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. imports.Select(Of).Concat(refusals.Select(Of))
                .OrderByDescending(file => file.Received).ThenByDescending(file => file.Id),
        ];
    }

    /// <returns>True when these bytes were stored.</returns>
    public async Task<bool> IsStoredAsync(string sha256, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AnyAsync(import => import.Sha256 == sha256, cancellationToken);
    }

    /// <returns>Why these bytes were refused last; null when they never were.</returns>
    public async Task<IReadOnlyList<Finding>?> FindRefusalAsync(
        string sha256, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string? findings = await context.Refusals.AsNoTracking().Where(row => row.Sha256 == sha256)
            .OrderByDescending(row => row.Id).Select(row => row.FindingsJson).FirstOrDefaultAsync(cancellationToken);
        return findings is null ? null : StorageJson.ToFindings(findings);
    }

    /// <returns>True when any stored file is synthetic.</returns>
    public async Task<bool> AnySyntheticAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AnyAsync(import => import.Synthetic, cancellationToken);
    }

    private static LoggedFile Of(ImportRow row) => new(
        row.Id,
        row.FileName,
        row.Layout,
        Ticks.ToMoment(row.ReceivedTicks),
        Ticks.ToMoment(row.KnownSinceTicks),
        row.Sha256,
        row.RowsRead,
        row.Stored,
        row.Unchanged,
        row.Synthetic,
        StorageJson.ToFindings(row.FindingsJson),
        row.Actor);

    private static LoggedFile Of(RefusalRow row) => new(
        -row.Id,
        row.FileName,
        string.Empty,
        Ticks.ToMoment(row.AtTicks),
        null,
        row.Sha256,
        0,
        0,
        0,
        Synthetic: false,
        StorageJson.ToFindings(row.FindingsJson),
        null);
}
