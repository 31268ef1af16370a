namespace SmeKpi.Core.Exports;

/// <summary>What the values of a column are.</summary>
public enum ExportKind
{
    /// <summary>A text, which strangers may have typed.</summary>
    Text,

    /// <summary>A decimal, unrounded; missing is null, never zero.</summary>
    Number,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A moment with its offset.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>One column of an export.</summary>
/// <param name="Name">Its name for programs, as in known_since.</param>
/// <param name="Unit">The unit of its numbers; null where there is none, or another column names it row by row.</param>
public sealed record ExportColumn(string Name, ExportKind Kind = ExportKind.Text, string? Unit = null)
{
    /// <summary>The name with the unit, as in value (yuan).</summary>
    public string Head => Unit is null ? Name : $"{Name} ({Unit})";
}

/// <summary>A table to be taken along: what it answers, its columns, its rows in order.</summary>
/// <param name="Title">A name for the file, letters and hyphens only.</param>
/// <param name="Rows">
/// One value for each column: string, decimal, YearMonth, DateTimeOffset or bool as the column says, or null. Read once
/// and one after the other, so that long tables need not fit into memory.
/// </param>
/// <param name="Facts">What the table is: question, as-of moment, sources, mark of synthetic data, program version.</param>
public sealed record ExportTable(
    string Title,
    IReadOnlyList<ExportColumn> Columns,
    IAsyncEnumerable<IReadOnlyList<object?>> Rows,
    IReadOnlyList<ExportFact> Facts)
{
    /// <summary>The column that is added up as a control; null where a sum would mean nothing.</summary>
    public string? ControlColumn { get; init; }

    /// <summary>The rows, checked against the columns, counted and added up on their way.</summary>
    /// <param name="totals">Counts and sum; whole only after the last row.</param>
    /// <exception cref="InvalidOperationException">A row has a value of another kind than its column.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object?>> CountedAsync(
        ExportTotals totals, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int control = ControlColumn is null ? -1 : Columns.Select(column => column.Name).ToList().IndexOf(ControlColumn);
        await foreach (IReadOnlyList<object?> row in Rows.WithCancellation(cancellationToken))
        {
            for (int at = 0; at < Math.Max(row.Count, Columns.Count); at++)
            {
                if (at >= row.Count || at >= Columns.Count || !ExportValues.Fits(row[at], Columns[at].Kind))
                {
                    throw new InvalidOperationException($"Row {totals.Rows + 1} of {Title} has no value of its kind in column {at + 1}.");
                }
            }

            totals.Rows++;
            totals.Control += control >= 0 && row[control] is decimal number ? number : 0m;
            yield return row;
        }
    }
}

/// <summary>One line of what an export says about itself.</summary>
public sealed record ExportFact(string Name, string Value);

/// <summary>How much was written, so that whoever receives the file can check that nothing is missing.</summary>
public sealed class ExportTotals
{
    public long Rows { get; internal set; }

    /// <summary>The sum of the control column; zero where there is none.</summary>
    public decimal Control { get; internal set; }
}
