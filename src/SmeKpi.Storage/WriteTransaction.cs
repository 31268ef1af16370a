using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SmeKpi.Storage;

/// <summary>The one way in which several rows are written together.</summary>
internal static class WriteTransaction
{
    /// <summary>
    /// Runs a step that writes, alone among such steps, in one transaction. What the step does not commit is undone.
    /// </summary>
    /// <remarks>
    /// A serializable transaction takes the writers' lock when it begins: SQLite begins it immediately, SQL Server has
    /// an interceptor for it. After a broken connection the whole step runs again with a new context.
    /// </remarks>
    public static async Task<T> RunAsync<T>(
        IDbContextFactory<SmeKpiContext> contexts,
        Func<SmeKpiContext, CancellationToken, Task<T>> step,
        CancellationToken cancellationToken)
    {
        await using SmeKpiContext outer = await contexts.CreateDbContextAsync(cancellationToken);
        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using SmeKpiContext context = await contexts.CreateDbContextAsync(token);
                await using IDbContextTransaction transaction =
                    await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);
                return await step(context, token);
            },
            cancellationToken);
    }
}
