using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage;

/// <summary>Facts about the database itself.</summary>
public sealed class MetaStore(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>demo or real: decided when the database is made.</summary>
    public const string Mode = "mode";

    public const string DemoMode = "demo";

    public const string RealMode = "real";

    /// <summary>When the database was created.</summary>
    public const string Created = "created";

    /// <summary>The version of the policy that the program last ran with.</summary>
    public const string PolicyVersion = "policy-version";

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

    /// <returns>Null when nothing was noted under the key.</returns>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Meta.Where(row => row.Key == key).Select(row => row.Value)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public Task SetAsync(string key, string value, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                if (await context.Meta.SingleOrDefaultAsync(row => row.Key == key, token) is { } row)
                {
                    row.Value = value;
                }
                else
                {
                    context.Add(new MetaRow { Key = key, Value = value });
                }

                await context.SaveChangesAsync(token);
                await context.Database.CommitTransactionAsync(token);
                return true;
            },
            cancellationToken);
}
