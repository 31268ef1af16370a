using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage;

/// <summary>What the database says about itself.</summary>
public sealed class DatabaseMeta(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>demo or real: decided when the database is made, never changed.</summary>
    public const string Mode = "mode";

    public const string DemoMode = "demo";

    public const string RealMode = "real";

    /// <returns>Null when nothing was noted under the key.</returns>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Meta.AsNoTracking().Where(row => row.Key == key)
            .Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Notes a value once; a value that stands already stays.</summary>
    public Task NoteAsync(string key, string value, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (!await context.Meta.AnyAsync(row => row.Key == key, token))
                {
                    context.Add(new MetaRow { Key = key, Value = value });
                    await context.SaveChangesAsync(token);
                    await context.Database.CommitTransactionAsync(token);
                }

                return true;
            },
            cancellationToken);

    /// <summary>Whether there is a database with a schema; makes none.</summary>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.CanConnectAsync(cancellationToken)
            && (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any();
    }

    /// <summary>Whether the schema is older than the program, or there is none.</summary>
    public async Task<bool> IsBehindAsync(CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    /// <summary>Brings the schema up to date; makes the database when there is none.</summary>
    /// <param name="alone">
    /// True when no other process can be migrating. On SQLite EF keeps its lock as a row, which outlives a process that
    /// is killed and would make every later start wait for ever; then it is removed.
    /// </param>
    public async Task MigrateAsync(bool alone, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (alone)
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }
}
