using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SmeKpi.Storage;

/// <param name="Size">The longest text in characters; 0 for numbers.</param>
internal readonly record struct BulkColumn(string Name, DbType Type, int Size = 0);

/// <summary>
/// Adds many rows to one table within the context's transaction; EF's change tracker would take ten times as long.
/// </summary>
/// <remarks>The provider decides how, see <see cref="BulkInsertChoice"/>; values and columns are the same for all.</remarks>
internal abstract class BulkInsert : IAsyncDisposable
{
    public static BulkInsert Into(SmeKpiContext context, string table, params BulkColumn[] columns) =>
        context.GetService<IDbContextOptions>().FindExtension<BulkInsertChoice>() is { } choice
            ? choice.Create(context, table, columns)
            : new PreparedInsert(context, table, columns);

    /// <summary>Adds a row; its values are in the order of the columns and may be reused afterwards.</summary>
    public abstract ValueTask AddAsync(ReadOnlyMemory<object?> values, CancellationToken cancellationToken);

    /// <summary>Writes the rows that still wait. Rows that are never flushed may not be written.</summary>
    public abstract ValueTask FlushAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>The statement for some rows; its parameters are in the order of rows and columns.</summary>
    internal static string Sql(string table, IReadOnlyList<BulkColumn> columns, int rows)
    {
        IEnumerable<string> values = Enumerable.Range(0, rows).Select(row =>
            $"({string.Join(", ", Enumerable.Range(row * columns.Count, columns.Count).Select(Parameter))})");
        return $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))})"
            + $" VALUES {string.Join(", ", values)}";
    }

    protected static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");
}
